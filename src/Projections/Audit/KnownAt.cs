using Safeguard.Domain;
using Safeguard.Domain.Access;
using Safeguard.Domain.Audit;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Escalations;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Referrals;
using Safeguard.Domain.Supervision;
using Safeguard.Projections.Events;

namespace Safeguard.Projections.Audit;

/// <summary>
/// One record as it was known at a moment (R24): folded from the events that had been recorded by then and from none
/// since, the institution's included. Pure: the answer is the one that a log stopped at that moment would give.
/// </summary>
/// <param name="Events">The record's events that were known, oldest first.</param>
/// <param name="LeftOut">How many of its events were recorded later.</param>
/// <param name="Institution">People, rota, groups and policy as they were known.</param>
public sealed record KnownAt(
    ReadItem Item, DateTimeOffset Moment, IReadOnlyList<Recorded> Events, int LeftOut, Institution Institution)
{
    /// <summary>Null for anything but an escalation, and before anything was known.</summary>
    public Escalation? Escalation { get; private init; }

    /// <summary>Null for anything but a case file, and before anything was known.</summary>
    public CaseFile? CaseFile { get; private init; }

    /// <summary>Null for anything but a referral, and before anything was known.</summary>
    public Referral? Referral { get; private init; }

    /// <summary>The institution's events that were known, in the order of the log.</summary>
    public IReadOnlyList<Recorded> Behind { get; private init; } = [];

    /// <summary>Every deadline that it had had by then.</summary>
    public DeadlineLedger Deadlines { get; private init; } = DeadlineLedger.Empty;

    /// <summary>From which event each thing that is said of it follows.</summary>
    public Because Because { get; private init; } = Because.Nothing;

    public PanelId? Panel => CaseFile?.Panel ?? Referral?.Panel ?? Escalation?.Panel;

    public PersonId? Owner => CaseFile?.Owner ?? Referral?.Owner ?? Escalation?.Owner;

    /// <summary>When something was to happen next without anybody asking.</summary>
    public DateTimeOffset? NextWakeUp =>
        CaseFile is { } file ? CaseFile.NextWakeUp(file)
        : Referral is { } referral ? Referral.NextWakeUp(referral)
        : Escalation is { } escalation ? Escalation.NextWakeUp(escalation)
        : null;

    /// <summary>Who was on duty for its panel; null where it has none.</summary>
    public OnDuty? Duty => Panel is { } panel ? Institution.DutyAt(panel, Moment) : null;

    /// <summary>From which events it follows who that was.</summary>
    public IReadOnlyList<Recorded> DutyGrounds() =>
        Panel is { } panel ? Audit.DutyGrounds.Of(panel, Moment, Behind) : [];

    /// <summary>
    /// The supporter behind it: who raised it, whose file it is, or who answers for the referral; null where that is
    /// nobody enrolled.
    /// </summary>
    public PersonId? Supporter =>
        (CaseFile?.Supporter ?? Referral?.Owner ?? Escalation?.Raiser) is { } person
        && Institution.SupporterOf(person).Enrolled ? person : null;

    /// <summary>The supporter's standing, by what was known.</summary>
    public StandingAnswer? Standing =>
        Supporter is { } supporter ? Institution.StandingAt(supporter, Moment) : null;

    /// <summary>From which events it follows.</summary>
    public IReadOnlyList<StandingGround> StandingGrounds() =>
        this is { Supporter: { } supporter, Standing: { } standing }
            ? Audit.StandingGrounds.Of(
                Institution.StandingFactsOf(supporter, Moment), standing, Institution.Programme, Behind)
            : [];

    /// <summary>What else its events name: the urgent contacts and referrals of a file, a referral's file.</summary>
    public IReadOnlyList<ReadItem> Kept =>
        CaseFile is { } file
            ?
            [
                .. file.Escalations.Select(linked => new ReadItem("escalation", linked.Id)),
                .. file.OpenReferrals.Concat(file.EndedReferrals).Select(id => new ReadItem("referral", id)),
            ]
            : Referral?.Offer is { } offer ? [new("case-file", offer.CaseFile)]
            : [];

    public int PolicyVersion => Institution.PolicyAt(Moment).Version;

    /// <param name="log">Events of the record and of the institution, in the order of the log.</param>
    public static KnownAt Of(ReadItem item, IEnumerable<Recorded> log, DateTimeOffset moment)
    {
        var (known, behind, leftOut) = (new List<Recorded>(), new List<Recorded>(), 0);
        foreach (var recorded in log)
        {
            if (recorded.Stamp.RecordedAt <= moment) (recorded.Stream == item.Id ? known : behind).Add(recorded);
            else if (recorded.Stream == item.Id) leftOut++;
        }

        var institution = behind.Aggregate(Institution.Empty, (folded, recorded) =>
            folded.Apply(recorded.Event, recorded.Stamp));
        return known.Aggregate(
            new KnownAt(item, moment, known, leftOut, institution) { Behind = behind },
            (told, recorded) => told.After(recorded));
    }

    /// <summary>With one more event of the record, which is told and not kept.</summary>
    public KnownAt After(Recorded recorded)
    {
        var after = recorded.Event switch
        {
            EscalationEvent e => this with
            {
                Escalation = Escalation.Evolve(Escalation ?? Escalation.NotRaised, e, recorded.Stamp),
            },
            CaseFileEvent e => this with
            {
                CaseFile = CaseFile.Evolve(CaseFile ?? CaseFile.NotOpened, e, recorded.Stamp),
            },
            ReferralEvent e => this with
            {
                Referral = Referral.Evolve(Referral ?? Referral.NotOffered, e, recorded.Stamp),
            },
            _ => this,
        };
        var number = (int)recorded.Version;
        return after with { Because = after.Reasons(this, number), Deadlines = after.Ledger(recorded, number) };
    }

    private Because Reasons(KnownAt before, int number) => new(
        State == before.State ? Because.State : number,
        Escalation?.Band == before.Escalation?.Band ? Because.Band : number,
        Owner == before.Owner ? Because.Owner : number,
        NextWakeUp == before.NextWakeUp ? Because.NextWakeUp : number);

    /// <summary>The name of its state; null before anything was known.</summary>
    public string? State => CaseFile?.State.ToString() ?? Referral?.State.ToString() ?? Escalation?.State.ToString();

    private DeadlineLedger Ledger(Recorded recorded, int number)
    {
        var at = recorded.Stamp.RecordedAt;
        var running = CaseFile is { } file ? RunningDeadlines.Of(file)
            : Referral is { } referral ? RunningDeadlines.Of(referral)
            : Escalation is { } escalation ? RunningDeadlines.Of(escalation)
            : [];
        var ledger = Deadlines.After(number, at, running);
        return recorded.Event switch
        {
            DeadlineMissed e => ledger.Missed(number, at, new(e.Which.ToString(), e.Item, e.DueBy)),
            CaseDeadlineMissed e => ledger.Missed(number, at, new(e.Which.ToString(), e.Item, e.DueBy)),
            DeadlineExplained e => ledger.Explained(number, e.Which.ToString(), e.Item),
            CaseDeadlineExplained e => ledger.Explained(number, e.Which.ToString(), e.Item),
            _ => ledger,
        };
    }
}

/// <summary>The numbers of the events from which a conclusion follows; 0 where there is none.</summary>
public sealed record Because(int State, int Band, int Owner, int NextWakeUp)
{
    public static Because Nothing { get; } = new(0, 0, 0, 0);
}
