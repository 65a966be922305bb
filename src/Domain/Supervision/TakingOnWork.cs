using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.Supervision;

/// <summary>
/// The one place that says whether a supporter may take on work (R9): be listed as available, open a case file, be
/// given one, log a planned contact. Raising, recording what already happened and handing over never ask it.
/// </summary>
public static class TakingOnWork
{
    /// <summary>Why not, since when and what to do about it; null where they may.</summary>
    public static Rejection? Refusal(StandingAnswer standing, InstitutionCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(calendar);
        Rejection? refusal = standing.Standing switch
        {
            Standing.Lapsed => standing.AwaitsCoordinator ? SupervisionLapsed.Unconfirmed : new SupervisionLapsed(),
            Standing.Suspended => new SupporterSuspended(),
            Standing.StoodDown => new SupporterStoodDown(),
            Standing.OnLeave => new SupporterOnLeave(),
            Standing.InTraining => new SupporterInTraining(),
            Standing.Left => new SupporterHasLeft(),
            _ => null,
        };
        return refusal is null
            ? null
            : refusal with { Since = calendar.Start(standing.Since) };
    }
}

public sealed record SupervisionLapsed() : Rejection(
    "supervision.lapsed",
    Rule.R9,
    "Supervision has lapsed. Come to any session, and its supervisor's register brings you back. You can still raise "
    + "an urgent contact, write down what has happened and hand over your cases.")
{
    /// <summary>They came, after so long a lapse that a Coordinator confirms it as well (R9).</summary>
    public static SupervisionLapsed Unconfirmed { get; } = new()
    {
        Detail = "You have come back after a long lapse, and a Coordinator confirms that. Ask the programme office. "
            + "You can still raise an urgent contact, write down what has happened and hand over your cases.",
    };
}

public sealed record SupporterSuspended() : Rejection(
    "supporter.suspended",
    Rule.R9,
    "This supporter is suspended. A Coordinator can lift it; talk to the programme office.");

public sealed record SupporterStoodDown() : Rejection(
    "supporter.stoodDown",
    Rule.R9,
    "This supporter has stood down for now. They can stand up again on their own page whenever they are ready.");

public sealed record SupporterOnLeave() : Rejection(
    "supporter.onLeave", Rule.R9, "This supporter is on leave. End the leave first.");

public sealed record SupporterInTraining() : Rejection(
    "supporter.inTraining",
    Rule.R9,
    "This person is in training and is not a supporter yet. Their trainer can say what is missing.");

public sealed record SupporterHasLeft() : Rejection(
    "supporter.left", Rule.R9, "This person has left the programme. Choose somebody else.");
