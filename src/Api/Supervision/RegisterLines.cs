using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Supervision;

/// <summary>The lines of one register: its members and guests, and what to know of each while marking them.</summary>
internal sealed record RegisterLines(
    Institution Institution, SupervisionGroup Group, SupervisionSession Session, PageClock Clock)
{
    public IReadOnlyList<CorrectionView> Corrections { get; init; } = [];

    public IReadOnlyDictionary<PersonId, string> Reasons { get; init; } = new Dictionary<PersonId, string>();

    /// <summary>Everybody in the register and everybody in the group, guests last.</summary>
    public IReadOnlyList<RegisterLineView> All(Refused? refused)
    {
        var people = Group.Members.Union(Session.Register?.Keys ?? []);
        return
        [
            .. Institution.ByName(people).Select(person => Of(person, refused))
                .OrderBy(line => line.Guest),
        ];
    }

    private RegisterLineView Of(PersonId person, Refused? refused)
    {
        var supporter = Institution.SupporterOf(person);
        Attendance? stands = Session.Register is { } register && register.TryGetValue(person, out var attendance)
            ? attendance : null;
        return new(person.Value, Institution.PersonName(person), stands)
        {
            Guest = supporter.Attendances.TryGetValue((Session.Day, Session.Id), out var record)
                ? record.Guest : !Group.Members.Contains(person),
            Remark = Session.Register is null ? RemarkOn(person, supporter) : null,
            Reason = Typed(refused, person, "reason") ?? Reasons.GetValueOrDefault(person),
            Earlier =
            [
                .. from correction in Corrections
                   from line in correction.Lines
                   where line.Person == person.Value
                   select line.Was,
            ],
            Marked = MarkedIn(refused, person, stands?.FieldValue()),
        };
    }

    /// <summary>
    /// What was tapped, unless it was left as it stood: then what stands by now, which somebody may have corrected.
    /// </summary>
    private static string? MarkedIn(Refused? refused, PersonId person, string? stands)
    {
        if (refused is null || RegisterFaults.RowOf(refused, person.Value) is null) return stands;
        var tapped = Typed(refused, person, "attendance");
        return tapped == Typed(refused, person, "was") ? stands : tapped ?? "";
    }

    private static string? Typed(Refused? refused, PersonId person, string field) =>
        refused is not null && RegisterFaults.RowOf(refused, person.Value) is { } row
            && refused.Typed.GetValueOrDefault($"{row}{field}") is { Length: > 0 } typed
            ? typed : null;

    private string? RemarkOn(PersonId person, Supporter supporter)
    {
        var answer = Institution.StandingAt(person, Clock.Now);
        if (answer.Standing is not (Standing.Current or Standing.DueSoon))
            return $"{answer.Standing.Label()} since {Clock.Day(answer.Since)}";
        return supporter.Attendances.Values.LastOrDefault(record => record.Day < Session.Day) switch
        {
            { Counts: true, Guest: true } made =>
                $"Made up on {Clock.Day(made.Day)} with {made.Group.Value.ToUpperInvariant()}",
            { Attendance: Attendance.Absent } missed => $"Missed {Clock.Day(missed.Day)}",
            { Attendance: Attendance.Excused } excused => $"Excused on {Clock.Day(excused.Day)}",
            _ => null,
        };
    }
}
