using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Supervision;

/// <summary>One's own standing, and everything it was concluded from.</summary>
/// <param name="Why">The reasons, in sentences.</param>
/// <param name="Attendances">Newest first.</param>
public sealed record OwnStandingView(
    StandingAnswer Answer, IReadOnlyList<string> Why, IReadOnlyList<AttendanceRecord> Attendances)
{
    /// <summary>The fortnight as a picture; null outside it.</summary>
    public FortnightArc? Arc { get; init; }

    /// <summary>Null for somebody who never was a supporter or trainee.</summary>
    public static OwnStandingView? Of(Institution institution, PersonId person, PageClock clock)
    {
        ArgumentNullException.ThrowIfNull(institution);
        ArgumentNullException.ThrowIfNull(clock);
        var supporter = institution.SupporterOf(person);
        if (!supporter.Enrolled) return null;
        var answer = institution.StandingAt(person, clock.Now);
        return new(
            answer, [.. answer.Why.Select(reason => StandingWords.Of(reason, clock))],
            [.. supporter.Attendances.Values.Reverse()])
        {
            Arc = FortnightArc.Of(answer, clock.Today, new TermDays(institution.Programme.Terms.Values)),
        };
    }
}
