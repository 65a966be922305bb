using Safeguard.Bench;

return args switch
{
    ["append", .. var callers] =>
        await AppendBench.RunAsync(callers.Length == 0 ? [16, 64] : callers.Select(int.Parse)),
    ["pages", var address, .. var pages] => await PagesBench.RunAsync(new Uri(address), pages),
    ["rebuild"] => await RebuildBench.RunAsync(),
    ["not-there", var address] => await NotThereBench.RunAsync(new Uri(address)),
    ["write", var connection] => await WriteUntilStopped.RunAsync(connection),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("bench append [CALLERS...]   appends against pgbench, in turn; see docs/performance.md");
    Console.Error.WriteLine("bench pages URL PERSON:PATH...  how long each page of a running demo takes");
    Console.Error.WriteLine("bench rebuild               a read model made anew, beside COPY of the same columns");
    Console.Error.WriteLine("bench not-there URL         whether time tells not yours to know from not there");
    Console.Error.WriteLine("bench write CONNECTION      appends until it is stopped, a line of output for "
        + "each answer");
    return 2;
}
