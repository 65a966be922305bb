using System.Diagnostics;
using Npgsql;

namespace Safeguard.House.Tests;

/// <summary>
/// The database that run.sh keeps: whatever was killed, the next start has it again, with what it held.
/// </summary>
public sealed class PrivateClusterTests : IDisposable
{
    private const string StillThere = "select count(*) from kept";

    private readonly string home = Directory.CreateTempSubdirectory("safeguard-cluster-").FullName;

    public PrivateClusterTests()
    {
        Shell("chmod 711 \"$home\"; make_cluster \"$home/postgres\"");
        Query(Start(), "create table kept (id int); insert into kept values (1)");
    }

    private string Lock => Path.Combine(home, "postgres", "data", "postmaster.pid");

    public void Dispose()
    {
        Shell("stop_cluster \"$home/postgres\"");
        Directory.Delete(home, recursive: true);
    }

    [Fact]
    public void A_server_that_was_killed_starts_again_with_its_data()
    {
        Shell("kill -9 \"$(sed -n 1p \"$home/postgres/data/postmaster.pid\")\"");
        Query(Start(), StillThere).ShouldBe(1L);
    }

    [Fact]
    public void A_server_that_still_runs_is_taken_over()
    {
        var before = File.ReadAllText(Lock);
        Query(Start(), StillThere).ShouldBe(1L);
        File.ReadAllText(Lock).ShouldBe(before);
    }

    [Fact]
    public void A_lock_file_whose_number_is_now_another_programs_does_not_keep_it_down()
    {
        Shell("kill -9 \"$(sed -n 1p \"$home/postgres/data/postmaster.pid\")\"");
        var lines = File.ReadAllLines(Lock);
        lines[0] = Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        File.WriteAllLines(Lock, lines);
        Query(Start(), StillThere).ShouldBe(1L);
    }

    [Fact]
    public void A_port_that_another_program_took_meanwhile_is_replaced()
    {
        var port = new NpgsqlConnectionStringBuilder(Start()).Port;
        Shell("stop_cluster \"$home/postgres\"");
        using var squatter = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, port);
        squatter.Start();
        Query(Start(), StillThere).ShouldBe(1L);
    }

    private string Start() => Shell("start_cluster \"$home/postgres\"; cluster_address \"$home/postgres\"");

    private static object? Query(string database, string sql)
    {
        using var connection = new NpgsqlConnection(database + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar();
    }

    /// <summary>Runs a few lines with the scripts' own functions at hand, and answers what they print.</summary>
    private string Shell(string lines)
    {
        var start = new ProcessStartInfo("bash", ["-c", $"""
            set -euo pipefail
            . scripts/machine.sh
            . scripts/postgres.sh
            find_postgres "$SAFEGUARD_POSTGRES_BIN"
            choose_postgres_user
            {lines}
            """])
        {
            UseShellExecute = false,
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["home"] = home;
        start.Environment.TryAdd("SAFEGUARD_POSTGRES_BIN", "");
        using var shell = Process.Start(start)!;
        var said = shell.StandardError.ReadToEndAsync();
        var answer = shell.StandardOutput.ReadToEnd().Trim();
        shell.WaitForExit();
        shell.ExitCode.ShouldBe(0, said.Result);
        return answer;
    }
}
