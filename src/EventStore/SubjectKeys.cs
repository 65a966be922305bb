using System.Security.Cryptography;
using Npgsql;
using NpgsqlTypes;

namespace Safeguard.EventStore;

/// <summary>
/// The subjects' data keys: made here, stored with the first event sealed under them, and erased one by one. A bounded
/// number is kept unwrapped in memory, for a bounded time: another node's erasure is felt here when that has passed.
/// </summary>
public sealed class SubjectKeys(InstitutionDatabase database, IKeyEncryption encryption)
{
    /// <summary>Keys kept in memory: those of every person of one university and its open items, with room.</summary>
    public const int MaxCached = 10_000;

    /// <summary>How long a key is used without looking again whether it was erased elsewhere.</summary>
    public static readonly TimeSpan CachedFor = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<Guid, LinkedListNode<(DataKey Key, long ReadAt)>> cached = [];
    private readonly LinkedList<(DataKey Key, long ReadAt)> byUse = new();

    /// <summary>
    /// A new key. It is stored by the append that carries <see cref="NewSubjectKey"/>, and only by it.
    /// </summary>
    public (DataKey Key, NewSubjectKey Row) Create(Guid subject)
    {
        var key = new DataKey(subject, RandomNumberGenerator.GetBytes(DataKey.Bytes));
        return (key, new NewSubjectKey(subject, encryption.CurrentKey, encryption.Wrap(subject, key.Secret)));
    }

    /// <summary>
    /// The keys of many subjects in one round trip: null for one that was erased, absent if never stored.
    /// </summary>
    public async Task<IReadOnlyDictionary<Guid, DataKey?>> GetAsync(
        IReadOnlyCollection<Guid> subjects, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(subjects);
        var found = new Dictionary<Guid, DataKey?>();
        var unknown = new HashSet<Guid>();
        foreach (var subject in subjects)
        {
            if (Cached(subject) is { } key) found[subject] = key;
            else unknown.Add(subject);
        }

        if (unknown.Count == 0) return found;
        await using var read = database.Pool.CreateCommand(
            "select subject, key_encryption_key, wrapped from subject_keys where subject = any ($1)");
        read.Parameters.Add(Rows.Array(NpgsqlDbType.Uuid, unknown.ToList()));
        foreach (var (subject, key) in await read.ListAsync(Unwrapped, cancel))
        {
            found[subject] = key;
            if (key is not null) Keep(key);
        }

        return found;
    }

    /// <summary>
    /// Destroys a subject's key. Old row versions and backups hold the wrapped key until vacuum and their own expiry.
    /// </summary>
    public async Task EraseAsync(Guid subject, DateTimeOffset at, CancellationToken cancel)
    {
        await using var erase = database.Pool.CreateCommand(
            "update subject_keys set wrapped = null, erased_at = $2 where subject = $1 and wrapped is not null");
        erase.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = subject });
        erase.Parameters.Add(Rows.Moment(at));
        await erase.ExecuteNonQueryAsync(cancel);
        Forget(subject);
    }

    private (Guid, DataKey?) Unwrapped(NpgsqlDataReader row)
    {
        var subject = row.GetGuid(0);
        if (row.IsDBNull(2)) return (subject, null);
        return (subject, new DataKey(
            subject, encryption.Unwrap(row.GetString(1), subject, row.GetFieldValue<byte[]>(2))));
    }

    private DataKey? Cached(Guid subject)
    {
        lock (gate)
        {
            if (!cached.TryGetValue(subject, out var node)) return null;
            byUse.Remove(node);
            if (Environment.TickCount64 - node.Value.ReadAt > CachedFor.TotalMilliseconds)
            {
                cached.Remove(subject);
                return null;
            }

            byUse.AddFirst(node);
            return node.Value.Key;
        }
    }

    private void Keep(DataKey key)
    {
        lock (gate)
        {
            if (cached.Remove(key.Subject, out var before)) byUse.Remove(before);
            cached[key.Subject] = byUse.AddFirst((key, Environment.TickCount64));
            if (cached.Count <= MaxCached) return;
            cached.Remove(byUse.Last!.Value.Key.Subject);
            byUse.RemoveLast();
        }
    }

    private void Forget(Guid subject)
    {
        lock (gate)
        {
            if (cached.Remove(subject, out var node)) byUse.Remove(node);
        }
    }
}
