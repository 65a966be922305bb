using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using Safeguard.EventStore;
using Safeguard.Projections.CaseFiles;
using Safeguard.Projections.Directory;
using Safeguard.Projections.EscalationQueue;

namespace Safeguard.Api.CaseFiles;

/// <summary>What one command names besides the file itself, for its decision to look up.</summary>
/// <param name="Person">Who is opened for, asked, handed to or decided; takes on the work where there is any.</param>
public sealed record CaseFileAsks(PersonId? Person = null)
{
    /// <summary>The second senior person of a disclosure (R21).</summary>
    public PersonId? Second { get; init; }

    /// <summary>The named readers of a restricted file (R15).</summary>
    public IReadOnlyList<PersonId> Readers { get; init; } = [];

    /// <summary>The slug of a service.</summary>
    public string? Service { get; init; }

    /// <summary>The code of the file that this one is said to be a duplicate of.</summary>
    public string? DuplicateOf { get; init; }

    public static CaseFileAsks Of(RequestReading reading) => new(reading.Named)
    {
        Second = reading.NamedSecond,
        Readers = reading.NamedReaders,
        Service = reading.NamedService,
        DuplicateOf = reading.NamedCode,
    };
}

/// <summary>
/// Runs one command on one case file: loads it, looks up who stands around it at this moment, decides, and appends with
/// the caller's own record and the standing of whoever takes on the work as versions that the decision rested on: a
/// suspension that lands a moment earlier wins (R9).
/// </summary>
public sealed class CaseFileCommands(
    CommandRunner runner, InstitutionDirectory directory, CaseFileRows files, EscalationRows escalations,
    CaseFileFollowing following)
{
    public Task<Outcome> RunAsync(
        string name, CommandInfo info, Guid id, Func<CaseFile, CaseFileContext, Decision<CaseFileEvent>> decide,
        CaseFileAsks? asks = null) =>
        runner.RunAsync(name, info, transaction => RunAsync(transaction, id, decide, asks));

    /// <summary>The same inside a transaction that changes something else as well.</summary>
    public async Task<Rejection?> RunAsync(
        Transaction transaction, Guid id, Func<CaseFile, CaseFileContext, Decision<CaseFileEvent>> decide,
        CaseFileAsks? asks = null)
    {
        var known = directory.Snapshot;
        var loaded = await transaction.LoadAsync(CaseFileKind.Kind, id);
        var state = loaded.State.State;
        var context = await ContextForAsync(
            known.Institution, transaction.Info.Caller, id, state, transaction.Now, asks ?? new());
        RestOnPeople(transaction, known, context, asks);
        var decision = decide(state, context);
        return await transaction.ApplyAsync(CaseFileKind.Kind, loaded, decision, context.Policy.Version)
            ?? await following.FollowAsync(transaction, id, state, context, decision.Events);
    }

    /// <summary>What the rules need of the institution for this file at this moment.</summary>
    public Task<CaseFileContext> ContextForAsync(Caller asking, Guid id, CaseFile state, DateTimeOffset now) =>
        ContextForAsync(directory.Present, asking, id, state, now, asks: null);

    private async Task<CaseFileContext> ContextForAsync(
        Institution institution, Caller asking, Guid id, CaseFile state, DateTimeOffset now, CaseFileAsks? asks)
    {
        var caller = institution.Caller(asking.Person, now) ?? new Caller(asking.Person, []);
        var taker = asks?.Person ?? caller.Person;
        var circle = await CircleAsync(institution, state, now) with
        {
            TakersSupervisor = Supervisor(institution, taker),
            OtherOpenFiles = asks?.Person is not null || (asks is not null && state.State == CaseFileState.NotOpened)
                ? await files.CountOpenAsync(taker, id, CancellationToken.None)
                : 0,
        };
        var policy = institution.PolicyAt(now);
        return new CaseFileContext(caller, now, policy, circle)
        {
            Named = institution.StillHere(asks?.Person, now),
            Second = institution.StillHere(asks?.Second, now),
            Readers = [.. (asks?.Readers ?? []).Select(one => institution.StillHere(one, now)).OfType<Caller>()],
            NotTakingOn = NotTakingOn(institution, taker, now),
            DuplicateExists = asks?.DuplicateOf is { } code
                && await files.FindByCodeAsync(code, CancellationToken.None) is { } other && other.Id != id,
        }.Naming(institution, asks?.Service);
    }

    /// <summary>Who stands around this file; escalations that carry its code are looked up by it.</summary>
    private async Task<CaseCircle> CircleAsync(Institution institution, CaseFile state, DateTimeOffset now)
    {
        // Asked of a file that is not there as well, so that it takes as long to say so.
        var about = await escalations.OfCaseFileAsync(state.Code, CancellationToken.None);
        if (state.State == CaseFileState.NotOpened)
            return CaseCircle.Nobody with { Coordinators = institution.Coordinators };
        var duty = institution.DutyAt(state.Panel, now);
        return new(
            duty.First, duty.Deputy, institution.SeniorMembersOf(state.Panel), Supervisor(institution, state.Owner),
            institution.Coordinators, Conflicted(institution, state),
            [.. about.Select(row => new EscalationOfFile(row.Id, row.Open, row.Band, row.SeniorMember))])
        {
            OwnerMayNotTakeOnWork = NotTakingOn(institution, state.Owner, now) is not null,
            Gone = [.. Holders(state).Where(person => IsGone(institution, person))],
            HomeSeniorMembers = state.HomePanel is { } home ? institution.SeniorMembersOf(home) : [],
        };
    }

    private static List<PersonId> Conflicted(Institution institution, CaseFile state) =>
    [
        .. institution.ConflictsTowards(state.Owner, null, state.Code).Where(person => person != state.Owner)
            .Concat(state.SubjectPerson is { } subject ? institution.ConflictsTowards(subject, null, null) : [])
            .Concat(state.Alleged.SelectMany(alleged => institution.ConflictsTowards(alleged, null, null)))
            .Distinct(),
    ];

    private static IEnumerable<PersonId> Holders(CaseFile state) =>
        new[] { state.Owner, state.Offer?.To, state.HandoverTask?.Of, state.Closing?.Of }.OfType<PersonId>()
            .Concat(state.Questions.Select(question => question.Of))
            .Concat(state.Actions.Select(action => action.Owner)).Distinct();

    private static bool IsGone(Institution institution, PersonId person) =>
        institution.Person(person) is not { LeftAt: null, Roles.Count: > 0 };

    private static PersonId? Supervisor(Institution institution, PersonId of) =>
        institution.Person(of)?.Supervisor is { } supervisor && institution.Holds(supervisor, Role.Supervisor)
            ? supervisor
            : null;

    private static Rejection? NotTakingOn(Institution institution, PersonId taker, DateTimeOffset now) =>
        institution.SupporterOf(taker).Enrolled
            ? TakingOnWork.Refusal(institution.StandingAt(taker, now), institution.CalendarAt(now))
            : null;

    private static void RestOnPeople(
        Transaction transaction, DirectorySnapshot known, CaseFileContext context, CaseFileAsks? asks)
    {
        if (context.Caller.Person == PersonId.System) return;
        RestOn(Person.StreamType, context.Caller.Person.Value);
        var taker = asks?.Person ?? context.Caller.Person;
        if (!known.Institution.SupporterOf(taker).Enrolled) return;
        RestOn(Supporter.StreamType, taker.Value);
        RestOn(Programme.StreamType, Programme.Listening);
        if (known.Institution.SupporterOf(taker).Group is { } own) RestOn(SupervisionGroup.StreamType, own.Value);

        void RestOn(string type, string slug)
        {
            var stream = StreamIds.For(type, slug);
            transaction.RestsOn(stream, known.VersionOf(stream));
        }
    }
}
