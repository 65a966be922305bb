using Safeguard.Api.Pages.Kit;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Supervision;

/// <summary>Why a standing is what it is, in sentences, for the API and the pages alike.</summary>
public static class StandingWords
{
    public static string Label(this Standing standing) => standing switch
    {
        Standing.DueSoon => "Due soon",
        Standing.InTraining => "In training",
        Standing.OnLeave => "On leave",
        Standing.StoodDown => "Stood down",
        _ => standing.ToString(),
    };

    public static string Of(StandingReason reason, PageClock clock)
    {
        ArgumentNullException.ThrowIfNull(reason);
        ArgumentNullException.ThrowIfNull(clock);
        var first = clock.Day(reason.First, inWords: true);
        var last = clock.Day(reason.Last ?? reason.First, inWords: true);
        var group = reason.Group?.Value.ToUpperInvariant();
        return reason.Fact switch
        {
            StandingFact.Activated => $"Became a supporter on {first}; no session has counted yet.",
            StandingFact.Attended => $"Was at the session of {group} on {first}.",
            StandingFact.MadeUp => $"Made up a session with {group} on {first}.",
            StandingFact.Excused => $"Was excused on {first}, which starts the fortnight again, once.",
            StandingFact.ExcusedAgain => $"Was excused again on {first}; a second time in a row starts nothing again.",
            StandingFact.Vacation => $"The vacation from {first} to {last} does not count.",
            StandingFact.Cancelled => $"The session on {first} was cancelled.",
            StandingFact.DueMoved => $"No session was held, so the due day moved to the next one, {first}.",
            StandingFact.NothingScheduled =>
                $"No session is scheduled, so nothing is due until there is one. It would have been {first}.",
            StandingFact.NoTermDates => "No term dates are known so far ahead, so there is no due day yet.",
            StandingFact.AwaitsCoordinator => $"Came on {first} after a long lapse; a Coordinator confirms that.",
            StandingFact.Reinstated => $"A Coordinator confirmed the return on {first}.",
            _ => $"Since {first}.",
        };
    }
}
