namespace Safeguard.Domain.CaseFiles;

public sealed partial record CaseFile
{
    /// <summary>The stream type under which case files are stored, and how their events add up.</summary>
    public static Aggregate<CaseFile, CaseFileEvent> Aggregate { get; } = new("case-file", NotOpened, Evolve);

    /// <summary>What is known after one more event. It copies what the event says and decides nothing.</summary>
    public static CaseFile Evolve(CaseFile state, CaseFileEvent happened, Stamp stamp)
    {
        var at = stamp.RecordedAt;
        return happened switch
        {
            CaseFileOpened e => state.WhenOpened(e, at),
            StudentIdentified e => state with
            {
                Identity = e,
                SubjectPerson = e.Person?.Text is { } person ? new PersonId(person) : null,
            },
            ConsentRecorded e => state with
            {
                Consents = [.. state.Consents.Where(other => other.To != e.To), new(e.To, e.Given, e.How, at)],
            },
            CaseFileHandedOver e => state.WhenOwned(e.To, e.To, at),
            CaseFileReassigned e => state.WhenOwned(e.To, e.ToSupporter ? e.To : null, at),
            CaseFileResolved e => state.WhenResolved(e, at),
            CaseFileClosed e => state with
            {
                State = CaseFileState.Closed,
                ClosedBy = e.Person,
                ClosedAt = at,
                Closing = null,
            },
            CaseFileReopened e => state.WhenReopened(e, at),
            MarkedRestricted e => state with
            {
                Restricted = true,
                NamedReaders = e.Named,
                Alleged = e.About?.Text is { } person ? [.. state.Alleged, new(person)] : state.Alleged,
            },
            RestrictionLifted => state with { Restricted = false, NamedReaders = [] },
            LegalHoldPlaced => state with { LegalHold = true },
            LegalHoldLifted => state with { LegalHold = false },
            CaseConflictDeclared e => state with { Declared = [.. state.Declared, e.Person] },
            EscalationLinked e => state.Linked(e.Escalation, isOpen: true),
            EscalationUnlinked e => state.Linked(e.Escalation, isOpen: false),
            ReferralLinked e => state with { OpenReferrals = [.. state.OpenReferrals, e.Referral] },
            ReferralUnlinked e => state with
            {
                EndedReferrals = [.. state.EndedReferrals, e.Referral],
                OpenReferrals = [.. state.OpenReferrals.Where(open => open != e.Referral)],
            },
            _ => state.WhenPartChanged(happened, at),
        };
    }

    private CaseFile WhenOpened(CaseFileOpened e, DateTimeOffset at) => this with
    {
        State = CaseFileState.Open,
        Code = e.Code,
        Owner = e.Supporter,
        OwnerSince = at,
        Supporter = e.Supporter,
        Panel = e.Panel,
        HomePanel = e.HomePanel,
        Kind = e.Kind,
        Timings = e.Timings,
        OpenedAt = at,
        OpenedFor = e.Supporter,
        ReviewAt = at + e.Timings.ReviewEvery,
    };

    /// <summary>A new owner gets the whole time to look in; the offer or task that led here is over.</summary>
    private CaseFile WhenOwned(PersonId owner, PersonId? supporter, DateTimeOffset at) => this with
    {
        Owner = owner,
        OwnerSince = at,
        Supporter = supporter,
        Offer = null,
        HandoverTask = supporter is null ? HandoverTask : null,
        ReviewAt = at + Timings.ReviewEvery,
    };

    private CaseFile WhenResolved(CaseFileResolved e, DateTimeOffset at) => this with
    {
        State = CaseFileState.Resolved,
        ResolvedBy = e.Person,
        ResolvedAt = at,
        Closing = new(e.AskedToClose, e.CloseBy, e.CloseBy),
        Offer = null,
        HandoverTask = null,
        ToldOfReopening = [],
    };

    private CaseFile WhenReopened(CaseFileReopened e, DateTimeOffset at) => this with
    {
        State = CaseFileState.Reopened,
        OwnerSince = e.Owner == Owner ? OwnerSince : at,
        Supporter = e.Owner == Owner ? Supporter : null,
        Owner = e.Owner,
        Timings = e.Timings,
        ResolvedBy = null,
        ResolvedAt = null,
        Closing = null,
        ClosedBy = null,
        ClosedAt = null,
        ToldOfReopening = e.Told,
        ReviewAt = at + e.Timings.ReviewEvery,
    };

    private CaseFile Linked(Guid escalation, bool isOpen) => this with
    {
        Escalations = Escalations.Any(linked => linked.Id == escalation)
            ? [.. Escalations.Select(linked => linked.Id == escalation ? linked with { IsOpen = isOpen } : linked)]
            : [.. Escalations, new(escalation, isOpen)],
    };

    private CaseFile Settling(Guid id) => this with { Settled = [.. Settled, id] };
}
