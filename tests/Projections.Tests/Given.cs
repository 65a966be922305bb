using Safeguard.Domain;
using Safeguard.EventStore;
using Safeguard.Projections.Events;
using Safeguard.TestSupport;

[assembly: AssemblyFixture(typeof(Safeguard.Projections.Tests.Given))]

namespace Safeguard.Projections.Tests;

/// <summary>
/// The vocabulary of these tests: an institution with our read models, and events that happened in it.
/// </summary>
public sealed class Given : IAsyncLifetime
{
    public static DateTimeOffset Now { get; } = new(2026, 11, 20, 2, 14, 0, TimeSpan.Zero);

    public PostgresCluster Cluster { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Cluster = await PostgresCluster.SharedAsync();

    public ValueTask DisposeAsync() => Cluster.DisposeAsync();

    /// <summary>One with every table of the product, in a database of its own.</summary>
    public Task<TestInstitution> AnInstitutionAsync() => TestInstitution.CreateAsync(
        Cluster, [.. SchemaFile.In(typeof(EventCodec).Assembly, "Projections")]);

    public static SubjectKeys Keys(TestInstitution institution)
    {
        var keyFile = Path.Combine(TestDirectories.Create("safeguard-keys"), "key");
        FileKeyEncryption.CreateFile(keyFile);
        return new SubjectKeys(institution.Database, FileKeyEncryption.FromFile(keyFile));
    }

    public static Stamp StampAt(DateTimeOffset moment, string by = "we0102", Role? role = Role.Supporter) =>
        new(new PersonId(by), role, moment, moment, PolicyVersion: 0);

    /// <summary>A command that appends events without a confidential field to a stream.</summary>
    public static Append To(
        Guid stream, string streamType, long expectedVersion, DateTimeOffset at, params object[] happened) =>
        new(Guid.NewGuid(), "we0102", at,
        [
            new StreamAppend(stream, streamType, expectedVersion,
                [.. happened.Select(e => EventCodec.Encode(e, StampAt(at), stream, Guid.NewGuid(), key: null))]),
        ]);
}
