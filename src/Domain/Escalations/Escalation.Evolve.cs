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
            ContactNeededAgain e => (state with { RespondBy = e.RespondBy, ContactAt = null, TaskAt = null })
                .Forgetting(Deadline.RespondBy).WhenHeld(e.Owner, at),
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

    private Escalation WhenTurn(RungTurn turn, DateTimeOffset nextPageAt) => turn.Rung >= Ladder.Steps.Count
        ? this with { NextPageAt = nextPageAt }
        : this with
        {
            Turns = [.. Turns, turn],
            NextStep = turn.Rung + 1,
            NextPageAt = nextPageAt,
            CoordinatorsPaged = CoordinatorsPaged
                || (turn.Skipped is null && Ladder.Steps[turn.Rung].Who == Rung.Coordinators),
        };

    private Escalation WhenLeftOut(PersonSkipped e) => this with
    {
        LeftOut = LeftOut.Contains(e.Person) ? LeftOut : [.. LeftOut, e.Person],
        Conflicted = e.Rung != PageSent.OutsideLadder || Conflicted.Contains(e.Person)
            ? Conflicted
            : [.. Conflicted, e.Person],
    };

    private Escalation WhenPaged(PageSent e)
    {
        var paged = this with { Paged = [.. Paged.Union(e.To)] };
        return e.NextPageAt is not { } nextPageAt
            ? paged
            : paged with { NextPageAt = nextPageAt, Repeats = e.Repeat, CoordinatorsPaged = true };
    }

    private Escalation WhenHeld(PersonId person, DateTimeOffset at) => this with
    {
        State = EscalationState.Acknowledged,
        Owner = person,
        AcknowledgedBy = person,
        AcknowledgedAt = at,
        TransferOfferedTo = null,
        NextPageAt = null,
        SeenAt = SeenAt ?? at,
        RemindAt = Band.IsCrisis() ? at + Timings.RemindAfter : null,
        LapsesAt = Band.IsCrisis() ? at + Timings.LapseAfter : null,
        TaskAt = !Band.IsCrisis() && Missed.Contains((Deadline.RespondBy, null)) ? at + Timings.FollowUpEvery : null,
    };

    /// <summary>Climbing goes on from where it stood: the next step is due now, those after it keep their spacing.</summary>
    private Escalation WhenHandedBack(PersonId owner, DateTimeOffset at) => this with
    {
        State = EscalationState.Raised,
        Owner = owner,
        AcknowledgedBy = null,
        AcknowledgedAt = null,
        TransferOfferedTo = null,
        RemindAt = null,
        LapsesAt = null,
        TaskAt = null,
        LadderFrom = NextStep < Ladder.Steps.Count ? at - Ladder.Steps[NextStep].After : LadderFrom,
        NextPageAt = at,
    };

    private Escalation WhenLapsed(AcknowledgementLapsed e, DateTimeOffset at)
    {
        var back = WhenHandedBack(e.Owner, at);
        return e.Reason == LapseReason.Conflict ? back with { Conflicted = [.. Conflicted.Union([e.Person])] } : back;
    }

    private Escalation WhenTransferred(PersonId to, DateTimeOffset at) => State == EscalationState.Acknowledged
        ? WhenHeld(to, at)
        : this with { Owner = to, TransferOfferedTo = null };

    private Escalation WhenReassigned(OwnerReassigned e) => this with
    {
        Owner = e.To,
        Conflicted = e.Reason == LapseReason.Conflict ? [.. Conflicted.Union([e.From])] : Conflicted,
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
        return State == EscalationState.Acknowledged && e.To.IsCrisis()
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

    private Escalation WhenReopened(EscalationReopened e, DateTimeOffset at) => (this with
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
    }).Forgetting(Deadline.AcknowledgeBy).Forgetting(Deadline.RespondBy);

    private Escalation Settling(Guid id) => this with { Settled = [.. Settled, id] };

    private Escalation Forgetting(Deadline which) =>
        this with { Missed = [.. Missed.Where(missed => missed.Which != which)] };

    private static DateTimeOffset Earlier(DateTimeOffset? one, DateTimeOffset other) =>
        one is { } first && first < other ? first : other;
}
