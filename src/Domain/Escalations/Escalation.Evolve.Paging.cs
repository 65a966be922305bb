namespace Safeguard.Domain.Escalations;

/// <summary>Who was paged, who has it, and who owns it.</summary>
public sealed partial record Escalation
{
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
        TaskAt = !Band.IsCrisis() && HasMissed(Deadline.RespondBy, null, RespondBy) ? at + Timings.FollowUpEvery : null,
    };

    /// <summary>
    /// Climbing goes on from where it stood: the next step is due now, those after it keep their spacing.
    /// </summary>
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
}
