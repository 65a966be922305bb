namespace Safeguard.Api.Hosting;

/// <summary>What a first start loads.</summary>
public static class FirstStart
{
    public static Task ImportAsync(IServiceProvider parts, string path, TextWriter says, CancellationToken cancel) =>
        Task.CompletedTask;

    public static Task LoadDemoAsync(IServiceProvider parts, TextWriter says, CancellationToken cancel) =>
        Task.CompletedTask;
}
