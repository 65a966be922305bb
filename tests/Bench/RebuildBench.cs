using System.Diagnostics;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Escalations;
using Safeguard.Domain.Programmes;
using Safeguard.EventStore;
using Safeguard.Projections.CaseFiles;
using Safeguard.Projections.Events;
using Safeguard.Projections.Rebuilding;
using Safeguard.TestSupport;
using Spectre.Console;

namespace Safeguard.Bench;

/// <summary>
/// The read model of case files made anew, beside COPY out of the columns that it reads: in turn, because a machine's
/// speed swings. Twenty events a file, as a student who is seen for a term leaves them, their words sealed.
/// </summary>
internal static class RebuildBench
{
    private const int Files = 15_000;
    private const int Pairs = 7;

    private static readonly DateTimeOffset Start = new(2026, 10, 12, 9, 0, 0, TimeSpan.Zero);

    public static async Task<int> RunAsync()
    {
        await using var cluster = await PostgresCluster.StartAsync("shared_buffers=512MB", "max_wal_size=4GB");
        await using var institution = await TestInstitution.CreateAsync(
            cluster, [.. SchemaFile.In(typeof(CaseFileRow).Assembly, "Projections")]);
        var events = await SeedAsync(institution);
        await institution.AsOwnerAsync("vacuum analyze");
        var rebuild = new ReadModelRebuild(
            institution.Database, [new FromStreams(institution.Log, institution.Database)]);
        await rebuild.RunAsync([CaseFileRow.Table], null, CancellationToken.None);
        var pairs = new List<(double Copy, double Rebuild)>();
        for (var pair = 0; pair < Pairs; pair++)
        {
            var copied = await CopyAsync(institution);
            var report = await rebuild.RunAsync([CaseFileRow.Table], null, CancellationToken.None);
            pairs.Add((events / copied.TotalSeconds, report.Events / report.Took.TotalSeconds));
        }

        var table = new Table().AddColumns("events", "COPY out, events/s", "rebuild, events/s", "ratio");
        foreach (var (copy, made) in pairs.Append(Middle(pairs)))
            table.AddRow($"{events}", Text(copy, "0"), Text(made, "0"), Text(made / copy, "0.00"));
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine("The last line is the pair of the middle ratio.");
        return 0;
    }

    private static async Task<TimeSpan> CopyAsync(TestInstitution institution)
    {
        var where = new NpgsqlConnectionStringBuilder(institution.Options.ConnectionString);
        var started = Stopwatch.GetTimestamp();
        await PostgresPrograms.RunAsync(
            "psql",
            [
                "-h", where.Host!, "-p", where.Port.ToString(CultureInfo.InvariantCulture), "-U", where.Username!,
                "-q", "-v", "ON_ERROR_STOP=1", "-c",
                @"\copy (select stream_id, seq_id, version, type, data, timestamp, user_name, headers from "
                    + $"{institution.Options.Schema}.mt_events) to '/dev/null'",
                where.Database!,
            ]);
        return Stopwatch.GetElapsedTime(started);
    }

    /// <summary>The files' events lie between each other's in the log: many files are open at once.</summary>
    private static async Task<long> SeedAsync(TestInstitution institution)
    {
        var keyFile = Path.Combine(TestDirectories.Create("safeguard-bench-keys"), "key");
        FileKeyEncryption.CreateFile(keyFile);
        var keys = new SubjectKeys(institution.Database, FileKeyEncryption.FromFile(keyFile));
        var key = keys.Create(Guid.NewGuid()).Key;
        var files = Enumerable.Range(0, Files).Select(_ => Guid.CreateVersion7()).ToList();
        var life = Life().ToList();
        var stamp = new Stamp(new("we0102"), Role.Supporter, Start, Start, 1);
        var stored = life.ConvertAll(happened => EventCodec.Encode(happened, stamp, files[0], Guid.NewGuid(), key));
        await using var owner = institution.Options.AsOwner("bench");
        await owner.OpenAsync();
        await CopyInAsync(owner, "mt_streams (id, type, version)", files, async (copy, file) =>
        {
            await copy.WriteAsync(file, NpgsqlDbType.Uuid);
            await copy.WriteAsync(CaseFileReadModels.StreamType, NpgsqlDbType.Varchar);
            await copy.WriteAsync((long)life.Count, NpgsqlDbType.Bigint);
        });
        var all = from place in Enumerable.Range(0, life.Count)
                  from number in Enumerable.Range(0, Files)
                  select (Place: place, Number: number);
        await CopyInAsync(
            owner, "mt_events (seq_id, id, stream_id, version, data, type, timestamp, headers, user_name)", all,
            async (copy, at) =>
            {
                await copy.WriteAsync((long)(at.Place * Files) + at.Number + 1, NpgsqlDbType.Bigint);
                await copy.WriteAsync(Guid.CreateVersion7(), NpgsqlDbType.Uuid);
                await copy.WriteAsync(files[at.Number], NpgsqlDbType.Uuid);
                await copy.WriteAsync(at.Place + 1L, NpgsqlDbType.Bigint);
                await copy.WriteAsync(stored[at.Place].Json, NpgsqlDbType.Jsonb);
                await copy.WriteAsync(stored[at.Place].Type, NpgsqlDbType.Varchar);
                await copy.WriteAsync(Start.AddDays(at.Place), NpgsqlDbType.TimestampTz);
                await copy.WriteAsync(stored[at.Place].Headers!, NpgsqlDbType.Jsonb);
                await copy.WriteAsync("we0102", NpgsqlDbType.Varchar);
            });
        return (long)Files * life.Count;
    }

    private static async Task CopyInAsync<T>(
        NpgsqlConnection owner, string into, IEnumerable<T> rows, Func<NpgsqlBinaryImporter, T, Task> write)
    {
        await using var copy = await owner.BeginBinaryImportAsync($"copy {into} from stdin (format binary)");
        foreach (var row in rows)
        {
            await copy.StartRowAsync();
            await write(copy, row);
        }

        await copy.CompleteAsync();
    }

    private static IEnumerable<CaseFileEvent> Life()
    {
        var (words, day) = (new Confidential("What was said, in a few sentences, as long as a note is."), Start);
        var (owner, supervisor) = (new PersonId("we0102"), new PersonId("we0004"));
        yield return new CaseFileOpened(
            "WX-7K3M", owner, new("alder-college"), null, ProgrammeKind.Listening,
            new(TimeSpan.FromDays(14), TimeSpan.FromDays(3)));
        yield return new ConsentRecorded(ConsentTo.Record, true, words);
        for (var week = 0; week < 8; week++)
        {
            yield return new ContactLogged(
                Guid.NewGuid(), owner, ContactMode.InPerson, Channel.InPerson, true, 40, [words], null, words,
                DateOnly.FromDateTime(day.AddDays(7 * week).Date), LateRecord: false);
            if (week % 2 == 1) continue;
            yield return new ContactPlanned(Guid.NewGuid(), ContactMode.InPerson, day.AddDays(7 * (week + 1)), words);
        }

        var (question, action) = (Guid.NewGuid(), Guid.NewGuid());
        yield return new CaseQuestionAsked(question, owner, words, day.AddDays(2));
        yield return new CaseQuestionAnswered(question, words);
        yield return new CaseActionRecorded(action, words, owner, day.AddDays(5), false);
        yield return new CaseActionDone(action, words);
        yield return new CaseFileResolved(
            owner, ResolutionReason.SupportComplete, null, words, words, [new(words, words)], words, [words],
            supervisor, day.AddDays(70));
        yield return new CaseFileClosed(supervisor, null);
    }

    private static (double Copy, double Rebuild) Middle(List<(double Copy, double Rebuild)> pairs) =>
        pairs.OrderBy(pair => pair.Rebuild / pair.Copy).ElementAt(pairs.Count / 2);

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
