using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.People;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Supervision;

/// <summary>What an address of supervision names, and changes of one group or supporter by it.</summary>
internal static class SupervisionChange
{
    public static GroupId GroupOf(RouteValueDictionary route) => new(((string)route["id"]!).ToLowerInvariant());

    public static PersonId SupporterOf(RouteValueDictionary route) => new(((string)route["id"]!).ToLowerInvariant());

    public static Guid IdOf(RouteValueDictionary route, string name) => Guid.Parse((string)route[name]!);

    public static Task<Rejection?> GroupAsync(
        this InstitutionChange change, RouteValueDictionary route,
        Func<SupervisionGroup, SupervisionContext, Decision<SupervisionGroupEvent>> decide,
        Func<SupervisionGroup, SupervisionContext, IReadOnlyList<InStream>>? follow = null) =>
        change.GroupAsync(GroupOf(route), decide, follow);

    /// <summary>A start time of a session, <c>18:00</c>; null where none was given.</summary>
    public static TimeOnly? StartsAt(this RequestReading reading, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        if (TimeOnly.TryParseExact(text.Trim(), ["HH:mm", "HH:mm:ss"], culture, default, out var time)) return time;
        reading.Fault("startsAt", "Give a time like 18:00, or leave it empty.");
        return null;
    }
}
