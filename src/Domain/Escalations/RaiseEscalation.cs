namespace Safeguard.Domain.Escalations;

/// <summary>
/// Raises an escalation, unconditionally (R1). Sent again with the same words it is already so; with other words these
/// are kept as an addition, and a more urgent band that they ask for is taken.
/// </summary>
/// <param name="Raiser">Who raises it: the caller, or the person whom a transcribed paper form names.</param>
/// <param name="Receipt">A free receipt code (<see cref="ReceiptCode"/>); used on the first sending only.</param>
/// <param name="Band">As given; null when none was, or it could not be read, or it was "not sure".</param>
/// <param name="Panel">The panel asked for, else the raiser's own; null when there is neither.</param>
/// <param name="Facts">Policy facts as stable codes, for the record only.</param>
/// <param name="Addition">The id of the addition that this becomes when it was raised before.</param>
public sealed record RaiseEscalation(
    PersonId Raiser,
    string Receipt,
    Confidential? What,
    bool EmergencyNow,
    Answers Answers,
    Band? Band,
    PanelId? Panel,
    string? CaseFile,
    Confidential? Where,
    AsTyped? AsTyped,
    IReadOnlyList<string> Facts,
    Guid Addition)
{
    public static Decision<EscalationEvent> Decide(RaiseEscalation command, Escalation state, EscalationContext context)
    {
        if (!command.EmergencyNow && command.What is null && command.Where is null) return new NothingSaid();
        if (state.State == EscalationState.NotRaised) return First(command, state, context);
        if (state.Raiser != command.Raiser) return new IdTaken();
        return state.Sendings.Contains(command.AsSending)
            ? Decision<EscalationEvent>.AlreadySo
            : Again(command, state, context);
    }

    private Sending AsSending => new(What, Where, EmergencyNow, Answers, AsTyped);

    private static Decision<EscalationEvent> First(RaiseEscalation command, Escalation state, EscalationContext context)
    {
        var band = MinimumBand.For(command.Band, command.EmergencyNow, command.Answers);
        var raised = state with { Raiser = command.Raiser };
        var owner = Reachable.Owner(raised, context.Cover);
        var course = new Course(state, context).Then(new EscalationRaised(
            command.Raiser,
            command.Receipt,
            command.What,
            command.EmergencyNow,
            command.Answers,
            band,
            command.Panel,
            command.CaseFile,
            command.Where,
            command.AsTyped,
            [.. command.Facts.Concat(CoverFacts(command.Panel, owner, context.Cover))],
            Ladders.For(band, command.Panel, context),
            Deadlines.AcknowledgeBy(band, context),
            Deadlines.RespondBy(band, context),
            owner,
            Debriefs.For(band, raised, owner, context),
            Deadlines.Timings(context.Policy)));
        Climb.Due(course);
        return course.Decided();
    }

    private static Decision<EscalationEvent> Again(RaiseEscalation command, Escalation state, EscalationContext context)
    {
        var band = MinimumBand.For(command.Band, command.EmergencyNow, command.Answers);
        var resent = new Resent(command.Where, command.EmergencyNow, command.Answers, command.AsTyped, band);
        var course = new Course(state, context)
            .Then(new AdditionMade(command.Addition, command.What, GotWorse: band > state.Band, resent));
        if (!state.IsOpen) Reopening.Of(course, command.What ?? Reopening.SentAgain, band);
        else if (band > state.Band) RisingBand.To(band, reason: null, course);
        else course.Tell(PageReason.Addition, RisingBand.WhoHasIt(state));
        return course.Decided();
    }

    private static IEnumerable<string> CoverFacts(PanelId? panel, PersonId owner, Cover cover)
    {
        if (panel is not null && cover.DutyFirst is null && cover.DutyDeputy is null) yield return "cover.gap";
        if (owner == PersonId.System) yield return "cover.nobody";
    }
}

/// <summary>No words and no emergency: the only refusal of a raise (R1).</summary>
public sealed record NothingSaid() : Rejection(
    "escalation.empty", Rule.R1, "Nothing has been sent yet. Write a few words, or press Emergency now.")
{
    public override RejectionKind Kind => RejectionKind.SaysNothing;
}

/// <summary>
/// The client's id belongs to somebody else's escalation: a fault of the client, which must make a new one.
/// </summary>
public sealed record IdTaken() : Rejection(
    "escalation.idTaken", Rule.None, "Nothing has been sent yet. Send it once more: it needs a new id.");
