using Safeguard.TestSupport;

[assembly: AssemblyFixture(typeof(Safeguard.EventStore.Tests.Given))]

namespace Safeguard.EventStore.Tests;

/// <summary>The vocabulary of these tests: an institution, and commands that mean nothing but bytes.</summary>
public sealed class Given : IAsyncLifetime
{
    /// <summary>The long forms of the tests that take their time.</summary>
    public static bool LongForm => Environment.GetEnvironmentVariable("SAFEGUARD_LONG") == "1";

    public static DateTimeOffset Now { get; } = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public PostgresCluster Cluster { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Cluster = await PostgresCluster.SharedAsync();

    public ValueTask DisposeAsync() => Cluster.DisposeAsync();

    public Task<TestInstitution> AnInstitutionAsync(params SchemaFile[] files) =>
        TestInstitution.CreateAsync(Cluster, files);

    public static NewEvent Happened(string json = """{"n":1}""", string type = "thing_happened") =>
        new(Guid.NewGuid(), type, json);

    /// <summary>A command that appends some events to one stream.</summary>
    public static Append To(Guid stream, long expectedVersion, int events = 1) =>
        new(Guid.NewGuid(), "we0014", Now, [Stream(stream, expectedVersion, events)]);

    public static StreamAppend Stream(Guid stream, long expectedVersion, int events = 1) =>
        new(stream, "thing", expectedVersion, [.. Enumerable.Range(0, events).Select(_ => Happened())]);
}
