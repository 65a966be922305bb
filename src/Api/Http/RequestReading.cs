using System.Globalization;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.Http;

/// <summary>
/// Reads the fields of a request and collects every fault at once, so that nobody mends them one by one.
/// </summary>
public sealed class RequestReading(Institution institution, DateTimeOffset now)
{
    private readonly List<Fault> _faults = [];

    public IReadOnlyList<Fault> Faults => _faults;

    /// <summary>The person the request names, for the decision to look up.</summary>
    public PersonId? Named { get; private set; }

    /// <summary>The second senior person whom the request names (R21).</summary>
    public PersonId? NamedSecond { get; private set; }

    /// <summary>Several people whom the request names at once.</summary>
    public IReadOnlyList<PersonId> NamedReaders { get; private set; } = [];

    /// <summary>The service of the directory that the request names.</summary>
    public string? NamedService { get; private set; }

    /// <summary>The case code that the request names.</summary>
    public string? NamedCode { get; private set; }

    /// <summary>When the caller says it happened; null for "now".</summary>
    public DateTimeOffset? OccurredAt { get; private set; }

    public void Fault(string field, string message) => _faults.Add(new(field, message));

    /// <summary>Faults found elsewhere; a field that is named already is not named twice.</summary>
    public void Add(IEnumerable<Fault> found) =>
        _faults.AddRange(found.Where(fault => _faults.All(known => known.Field != fault.Field)).ToList());

    public Confidential? Words(string? text) => Confidential.From(text);

    /// <summary>One of an enumeration's names, in any case; a fault when it is missing or another word.</summary>
    public T Choice<T>(string field, string? text)
        where T : struct, Enum
    {
        if (OptionalChoice<T>(field, text) is { } read) return read;
        if (string.IsNullOrWhiteSpace(text)) Fault(field, $"Choose one of {Names<T>()}.");
        return default;
    }

    public T? OptionalChoice<T>(string field, string? text)
        where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (char.IsAsciiLetter(text.Trim()[0]) && Enum.TryParse<T>(text.Trim(), ignoreCase: true,
            out var read)) return read;
        Fault(field, $"Choose one of {Names<T>()}.");
        return null;
    }

    /// <summary>A person by id. Whether they exist and may be given it is the rules' business.</summary>
    public PersonId Person(string field, string? text)
    {
        if (OptionalPerson(text) is { } read) return read;
        Fault(field, "Choose a person.");
        return default;
    }

    public PersonId? OptionalPerson(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : Named = new PersonId(text.Trim().ToLowerInvariant());

    public PersonId? Second(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : NamedSecond = new PersonId(text.Trim().ToLowerInvariant());

    /// <summary>People by their ids, each once.</summary>
    public IReadOnlyList<PersonId> Readers(string field, IReadOnlyList<string>? texts)
    {
        if (texts?.Count > RestrictCaseFile.MostReaders)
            Fault(field, $"Name {RestrictCaseFile.MostReaders} people at most.");
        return NamedReaders =
        [
            .. (texts ?? []).Where(text => !string.IsNullOrWhiteSpace(text))
                .Select(text => new PersonId(text.Trim().ToLowerInvariant())).Distinct()
                .Take(RestrictCaseFile.MostReaders),
        ];
    }

    /// <summary>A person who exists; null for anything else, which may then be words about somebody outside.</summary>
    public PersonId? KnownPerson(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var person = new PersonId(text.Trim().ToLowerInvariant());
        return institution.Person(person) is null ? null : Named = person;
    }

    /// <summary>A service by its slug. Whether it is listed is the rules' business.</summary>
    public string Service(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) Fault(field, "Choose a service.");
        return NamedService = text?.Trim().ToLowerInvariant() ?? "";
    }

    /// <summary>A case code as people write it; a fault where it cannot be one.</summary>
    public string? CaseCode(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        NamedCode = Domain.CaseFiles.CaseCode.Read(text);
        if (NamedCode is null) Fault(field, "A case code looks like WX-7K3M.");
        return NamedCode;
    }

    /// <summary>A panel of the institution; null where none is named.</summary>
    public PanelId? OptionalPanel(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var panel = new PanelId(text.Trim().ToLowerInvariant());
        if (institution.Programme.Panels.ContainsKey(panel)) return panel;
        Fault(field, "There is no panel by that id. Choose one from the list.");
        return null;
    }

    /// <summary>A whole number within bounds.</summary>
    public int Number(string field, string? text, int least, int most)
    {
        var culture = CultureInfo.InvariantCulture;
        if (int.TryParse(text, NumberStyles.Integer, culture, out var read) && read >= least && read <= most)
            return read;
        Fault(field, string.Create(culture, $"Give a whole number from {least} to {most}."));
        return least;
    }

    /// <summary>A moment as RFC 3339, or as the institution's local time the way a browser's field gives it.</summary>
    public DateTimeOffset? Moment(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        text = text.Trim();
        var hasOffset = text.EndsWith('Z') || (text.Length > 10 && text.LastIndexOfAny(['+', '-']) > 10);
        var culture = CultureInfo.InvariantCulture;
        if (hasOffset && DateTimeOffset.TryParse(text, culture, out var moment) && IsReadable(moment.Year))
            return moment.ToUniversalTime();
        if (!hasOffset && DateTime.TryParse(text, culture, out var local) && IsReadable(local.Year))
            return Calendar.Start(local);
        Fault(field, "Give a moment like 2026-11-20T02:14:00Z.");
        return null;
    }

    /// <summary>
    /// A local time of the institution, as a rota has it; one with an offset is the local time it is.
    /// </summary>
    public DateTime LocalTime(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) Fault(field, "Give a local time like 2026-11-20T18:00.");
        return Calendar.LocalTime(Moment(field, text) ?? now);
    }

    /// <summary>A day of the institution.</summary>
    public DateOnly Day(string field, string? text)
    {
        var culture = CultureInfo.InvariantCulture;
        if (DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", culture, DateTimeStyles.None, out var day)) return day;
        Fault(field, "Give a day like 2026-11-20.");
        return default;
    }

    /// <summary>When it happened: in the past, and not before anybody could have written it down.</summary>
    public void Happened(string? text)
    {
        OccurredAt = Moment("occurredAt", text);
        if (OccurredAt > now) Fault("occurredAt", "This is in the future. Say when it happened, or leave it empty.");
        if (OccurredAt < now.AddYears(-10)) Fault("occurredAt", "This is more than ten years ago. Check the year.");
    }

    /// <summary>A client-made id; a new one where none was given.</summary>
    public Guid Id(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return Guid.CreateVersion7();
        if (Guid.TryParse(text, out var id)) return id;
        Fault(field, "An id is a UUID.");
        return default;
    }

    public bool Flag(string field, string? text, bool otherwise)
    {
        switch (text?.Trim().ToUpperInvariant())
        {
            case null or "": return otherwise;
            case "TRUE" or "YES": return true;
            case "FALSE" or "NO": return false;
            default:
                Fault(field, "Say true or false.");
                return otherwise;
        }
    }

    private InstitutionCalendar Calendar => new(institution.PolicyAt(now).TimeZone, []);

    /// <summary>
    /// A year far from anybody's life is a slip, and the calendar's ends are too near to reckon with.
    /// </summary>
    internal static bool IsReadable(int year) => year is >= 1900 and < 2200;

    private static string Names<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetNames<T>().Select(
            name => char.ToLowerInvariant(name[0]) + name[1..]));
}
