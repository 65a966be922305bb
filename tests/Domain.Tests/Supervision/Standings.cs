using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using static Safeguard.Domain.Tests.Supervision.Supervised;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Supervision;

/// <summary>
/// Ida in every standing there is, on 20 November 2026. She became a supporter on 11 October, the first day of term, so
/// that she is due on 25 October, overdue from the 26th and lapsed from 2 November.
/// </summary>
internal static class Standings
{
    public static DateOnly LapsedOn { get; } = new(2026, 11, 2);

    /// <summary>Her group met on the last day of the fortnight, and she did not come.</summary>
    public static Institution Lapsed { get; } = With(new DateOnly(2026, 10, 25), Today);

    /// <summary>
    /// An institution in which Ida has that standing at that moment, and the day from which she has it.
    /// </summary>
    public static (Institution Institution, DateTimeOffset Moment, DateOnly Since) In(Standing standing) =>
        standing switch
        {
            Standing.Current => (Lapsed, Utc(10, 20, 12), TermBegins),
            Standing.DueSoon => (Lapsed, Utc(10, 21, 12), new(2026, 10, 21)),
            Standing.Overdue => (Lapsed, Utc(10, 26, 12), new(2026, 10, 26)),
            Standing.Lapsed => (Lapsed, Noon, LapsedOn),
            Standing.InTraining => (Trainee, Noon, Today),
            Standing.OnLeave => (Lapsed.And(new LeaveStarted(Ida)), Noon, Today),
            Standing.StoodDown => (Lapsed.And(new LeaveStarted(Ida), new StoodDown(Ida)), Noon, Today),
            Standing.Suspended => (Lapsed.And(new StoodDown(Ida), new Suspended(Ida, new("Why"))), Noon, Today),
            _ => (Lapsed.And(new Suspended(Ida, new("Why")), new SupporterLeft(Ida), new PersonLeft(Ida)), Noon, Today),
        };

    private static Institution Trainee { get; } =
        (InTerm with { Supporters = InTerm.Supporters.Remove(Ida) }).And(new SupporterEnrolled(Ida, Sue));
}
