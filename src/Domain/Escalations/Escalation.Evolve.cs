namespace Safeguard.Domain.Escalations;

public sealed partial record Escalation
{
    /// <summary>The stream type under which escalations are stored, and how its events add up.</summary>
    public static Aggregate<Escalation, EscalationEvent> Aggregate { get; } = new("escalation", NotRaised, Evolve);

    /// <summary>What is known after one more event. It copies what the event says and decides nothing.</summary>
    public static Escalation Evolve(Escalation state, EscalationEvent happened, Stamp stamp)
    {
        var at = stamp.RecordedAt;
        return happened switch
        {
            EscalationRaised e => state.WhenRaised(e, at),
            AdditionMade e => state.WhenAdded(e),
            RoutedTo e => state.WhenTurn(new(e.Rung, at, e.People, Skipped: null), e.NextPageAt),
            RungSkipped e => state.WhenTurn(new(e.Rung, at, [], e.Reason), e.NextPageAt),
            PersonSkipped e => state.WhenLeftOut(e),
            PageSent e => state.WhenPaged(e),
            Acknowledged e => state.WhenHeld(e.Person, at),
            AcknowledgementReleased e => state.WhenHandedBack(e.Owner, at),
            AcknowledgementLapsed e => state.WhenLapsed(e, at),
            TransferOffered e => state with { TransferOfferedTo = e.To },
            TransferAccepted e => state.WhenTransferred(e.To, at),
            OwnerReassigned e => state.WhenReassigned(e),
            ItemReassigned e => state.WhenItemReassigned(e, at),
            ContactMade { Counts: true } e => state.WhenContactMade(e.Person, at),
            BandRaised e => state.WhenBandRaised(e, at),
            BandLowered e => state with { Band = e.To },
            ContactNeededAgain e =>
                (state with { RespondBy = e.RespondBy, ContactAt = null }).WhenHeld(e.Owner, at),
            EmergencyServicesInvolved e => state with { DisclosureBy = Earlier(state.DisclosureBy, e.DisclosureBy) },
            DisclosureRecorded e => state.Settling(e.Disclosure) with { DisclosureBy = null },
            HandedOver e => state with
            {
                State = EscalationState.HandedOver,
                Owner = e.To ?? state.Owner,
                TransferOfferedTo = null,
                TaskAt = e.CloseBy,
            },
            SafeForNowRecorded e => state with { State = EscalationState.SafeForNow, TaskAt = e.CloseBy },
            EscalationClosed => state.WhenClosed(at),
            EscalationReopened e => state.WhenReopened(e, at),
            _ => state.WhenPartChanged(happened, at),
        };
    }

    private Escalation WhenRaised(EscalationRaised e, DateTimeOffset at) => this with
    {
        State = EscalationState.Raised,
        Raiser = e.Raiser,
        Panel = e.Panel,
        CaseFile = e.CaseFile,
        Receipt = e.Receipt,
        Band = e.Band,
        RaisedAt = at,
        Owner = e.Owner,
        Ladder = e.Ladder,
        Timings = e.Timings,
        LadderFrom = at,
        NextPageAt = at,
        AcknowledgeBy = e.AcknowledgeBy,
        RespondBy = e.RespondBy,
        Debrief = e.Debrief,
        DebriefAsked = e.Debrief is not null,
        DebriefRemindedAt = at,
        Sendings = [new(e.What, e.Where, e.EmergencyNow, e.Answers, e.AsTyped)],
    };

    private Escalation WhenAdded(AdditionMade e) => e.Resent is not { } resent
        ? Settling(e.Addition)
        : this with
        {
            Sendings = [.. Sendings, new(e.What, resent.Where, resent.EmergencyNow, resent.Answers, resent.AsTyped)],
        };

    private Escalation WhenContactMade(PersonId person, DateTimeOffset at)
    {
        if (ContactAt is not null)
            return State == EscalationState.ContactMade ? this with { TaskAt = at + Timings.FollowUpEvery } : this;
        return this with
        {
            State = EscalationState.ContactMade,
            Owner = AcknowledgedBy ?? person,
            AcknowledgedBy = null,
            AcknowledgedAt = null,
            NextPageAt = null,
            RemindAt = null,
            LapsesAt = null,
            SeenAt = SeenAt ?? at,
            ContactAt = at,
            TaskAt = RespondBy > at ? RespondBy : at + Timings.FollowUpEvery,
        };
    }

    private Escalation WhenBandRaised(BandRaised e, DateTimeOffset at)
    {
        var raised = this with
        {
            Band = e.To,
            AcknowledgeBy = e.AcknowledgeBy,
            RespondBy = e.RespondBy,
            Debrief = e.Debrief ?? Debrief,
            DebriefAsked = DebriefAsked || e.Debrief is not null,
            DebriefRemindedAt = e.Debrief is null ? DebriefRemindedAt : at,
        };
        if (e.Ladder is { } ladder)
            raised = raised with { Ladder = ladder, LadderFrom = at, NextStep = 0, Repeats = 0, Turns = [] };
        if (IsUnanswered && e.Ladder is not null) return raised with { NextPageAt = at };
        return State == EscalationState.Acknowledged && e.To.IsCrisis() && LapsesAt is null
            ? raised.WhenHeld(Owner, at) with { TransferOfferedTo = TransferOfferedTo }
            : raised;
    }

    private Escalation WhenClosed(DateTimeOffset at) => this with
    {
        State = EscalationState.Closed,
        ClosedAt = at,
        AcknowledgedBy = null,
        AcknowledgedAt = null,
        TransferOfferedTo = null,
        NextPageAt = null,
        RemindAt = null,
        LapsesAt = null,
        TaskAt = null,
    };

    private Escalation WhenReopened(EscalationReopened e, DateTimeOffset at) => this with
    {
        State = EscalationState.Reopened,
        Owner = e.Owner,
        Ladder = e.Ladder,
        Timings = e.Timings,
        LadderFrom = at,
        NextStep = 0,
        NextPageAt = at,
        Repeats = 0,
        Turns = [],
        CoordinatorsPaged = false,
        AcknowledgeBy = e.AcknowledgeBy,
        RespondBy = e.RespondBy,
        SeenAt = null,
        ContactAt = null,
        ClosedAt = null,
    };

    private Escalation Settling(Guid id) => this with { Settled = [.. Settled, id] };

    private static DateTimeOffset Earlier(DateTimeOffset? one, DateTimeOffset other) =>
        one is { } first && first < other ? first : other;
}
