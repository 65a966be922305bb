using System.Text.Json;
using Safeguard.Domain;
using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Rota;
using Safeguard.Domain.Supervision;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;
using Safeguard.Projections.Events;
using Safeguard.TestSupport;

namespace Safeguard.Projections.Tests.Directory;

/// <summary>The institution in memory: kept up from the log, it is what it is when it is read anew.</summary>
public sealed class InstitutionDirectoryTests(Given given)
{
    private static readonly PanelId Alder = new("alder-college");
    private static readonly PersonId Senior = new("we0014");
    private static readonly PersonId Other = new("we0015");
    private static readonly Guid Shift = new("0198f0c2-7d1e-7c3a-9c57-0d6c1f7e4b21");

    /// <summary>A small institution and what became of it, stream by stream, in the order it happened.</summary>
    private static readonly (string Type, string Slug, object Event)[] History =
    [
        ("programme", "listening", new ProgrammeStarted("listening", ProgrammeKind.Listening)),
        ("programme", "listening", new PanelFormed(Alder, "Alder College", PanelKind.College)),
        ("programme", "listening", new TermDatesSet("Michaelmas", new(2026, 10, 11), new(2026, 12, 5))),
        ("person", "we0014", new PersonAdded(Senior, new Confidential("Judith"), null, null)),
        ("person", "we0014", new RoleGranted(Senior, Role.SeniorMember, Alder)),
        ("person", "we0015", new PersonAdded(Other, new Confidential("Samuel"), null, null)),
        ("person", "we0015", new RoleGranted(Other, Role.SeniorMember, Alder)),
        ("supporter", "we0102", new SupporterEnrolled(new("we0102"), Senior)),
        ("supervision-group", "g10", new GroupFormed(new("g10"))),
        ("supervision-group", "g10", new SupervisorAssigned(new("g10"), Senior)),
        ("rota", "alder-college", new ShiftPlanned(
            Alder, Shift, Duty.First, Senior, Given.Now.AddDays(-1), Given.Now.AddDays(1))),
        ("rota", "alder-college", new ShiftCovered(
            Alder, Shift, Senior, Other, Given.Now, Given.Now.AddHours(2))),
        ("programme", "listening", new PolicyAdopted(
            Policy.Default with { Version = 1, QuestionWithin = TimeSpan.FromHours(12) }, Given.Now, "Shorter.")),
        ("person", "we0014", new RoleRevoked(Senior, Role.SeniorMember, Alder)),
        ("person", "we0014", new PersonLeft(Senior)),
    ];

    [Fact]
    public async Task Kept_up_event_by_event_it_is_what_it_is_read_anew()
    {
        await using var institution = await given.AnInstitutionAsync();
        var keys = Given.Keys(institution);
        using var live = new InstitutionDirectory(institution.Log, new EventCodec(keys));
        await live.LoadAsync(CancellationToken.None);
        await StoreAsync(institution, keys, () => live.CatchUpAsync(CancellationToken.None));

        using var anew = new InstitutionDirectory(institution.Log, new EventCodec(keys));
        await anew.LoadAsync(CancellationToken.None);

        Told(live.Present).ShouldBe(Told(anew.Present));
        Told(live.Present).ShouldContain("Samuel");
        live.Present.DutyAt(Alder, Given.Now).First.ShouldBe(Other);
        live.Snapshot.Versions.OrderBy(of => of.Key).ShouldBe(anew.Snapshot.Versions.OrderBy(of => of.Key));
        live.Position.ShouldBe(anew.Position);
    }

    [Fact]
    public async Task What_it_is_told_twice_it_takes_once()
    {
        await using var institution = await given.AnInstitutionAsync();
        var keys = Given.Keys(institution);
        using var directory = new InstitutionDirectory(institution.Log, new EventCodec(keys));
        await StoreAsync(institution, keys, () => Task.CompletedTask);
        var all = await institution.Log.ReadAllAsync(0, 100, CancellationToken.None);
        await directory.OnCommittedAsync(all, CancellationToken.None);
        var once = Told(directory.Present);

        await directory.OnCommittedAsync(all, CancellationToken.None);
        await directory.OnCommittedAsync([.. all.Skip(9)], CancellationToken.None);

        Told(directory.Present).ShouldBe(once);
    }

    [Fact]
    public async Task An_event_that_this_binary_does_not_know_is_not_stepped_over()
    {
        await using var institution = await given.AnInstitutionAsync();
        var keys = Given.Keys(institution);
        using var directory = new InstitutionDirectory(institution.Log, new EventCodec(keys));
        await StoreAsync(institution, keys, () => directory.CatchUpAsync(CancellationToken.None));
        var (before, position) = (Told(directory.Present), directory.Position);
        await institution.Log.AppendAsync(new(Guid.NewGuid(), "we0007", Given.Now,
            [new(Guid.NewGuid(), "person", 0, [new(Guid.NewGuid(), "person_renamed_in_2031", "{}")])]));

        await directory.CatchUpAsync(CancellationToken.None).ShouldThrowAsync<InvalidOperationException>();

        (Told(directory.Present), directory.Position).ShouldBe((before, position));
    }

    private static async Task StoreAsync(TestInstitution institution, SubjectKeys keys, Func<Task> afterEach)
    {
        var streams = new Dictionary<Guid, (long Version, DataKey Key)>();
        foreach (var (type, slug, happened) in History)
        {
            var stream = StreamIds.For(type, slug);
            IReadOnlyList<NewSubjectKey> made = [];
            if (!streams.TryGetValue(stream, out var known))
            {
                var (key, row) = keys.Create(stream);
                (known, made) = ((0, key), [row]);
            }

            var encoded = EventCodec.Encode(
                happened, Given.StampAt(Given.Now, "we0007", Role.Coordinator), stream, Guid.NewGuid(), known.Key);
            await institution.Log.AppendAsync(new(Guid.NewGuid(), "we0007", Given.Now,
                [new(stream, type, known.Version, [encoded])])
            { Keys = made });
            streams[stream] = (known.Version + 1, known.Key);
            await afterEach();
        }
    }

    /// <summary>Everything that anybody asks of it, as one text.</summary>
    private static string Told(Institution institution) => JsonSerializer.Serialize(
        new
        {
            People = institution.Everybody,
            institution.Panels,
            institution.Terms,
            institution.Coordinators,
            Policy = institution.PolicyAt(Given.Now),
            Adopted = institution.Programme.Policies,
            Senior = institution.SeniorMembersOf(Alder),
            Groups = institution.Groups.Values,
            Shifts = institution.Shifts(Alder, Given.Now.AddDays(-9), Given.Now.AddDays(9))
                .Select(shift => shift.Stretches()),
            Duty = institution.DutyAt(Alder, Given.Now),
            Gaps = institution.Gaps(Given.Now, Given.Now.AddDays(9)),
            Warnings = institution.StandingWarnings(),
            Facts = institution.RaiserFacts(new("we0102"), Alder, Given.Now),
        },
        EventJson.Options);
}
