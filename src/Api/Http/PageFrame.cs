using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Http;

/// <summary>What surrounds every page, for whoever asks at this moment.</summary>
public sealed class PageFrame(InstitutionDirectory directory, InstitutionName name, TimeProvider clock)
{
    /// <summary>As the office writes it into the directory's opening hours.</summary>
    private const string Always = "always";

    public Frame For(HttpContext http)
    {
        var institution = directory.Present;
        var now = clock.GetUtcNow();
        var policy = institution.PolicyAt(now);
        var emergency = institution.EmergencyNumbers.Select(number =>
            new EmergencyLine(
                number.Number, number.Name, Opening(institution, number), IsOwn(institution, number)));
        return new Frame(
            name.Value, PageClock.In(policy.TimeZone, now), policy.QuickHideTo, [.. emergency],
            Who(http, institution, now));
    }

    private static bool IsOwn(Institution institution, EmergencyNumber number) =>
        institution.Services.Any(service => service.Entry.Inside && service.Entry.Contact == number.Number);

    /// <summary>Said only of a number that the directory knows to be answered day and night.</summary>
    private static string? Opening(Institution institution, EmergencyNumber number) =>
        institution.Services.Any(service => service.Entry.Contact == number.Number
            && string.Equals(service.Entry.Opens, Always, StringComparison.OrdinalIgnoreCase))
            ? "always open"
            : null;

    private static SignedIn? Who(HttpContext http, Institution institution, DateTimeOffset now)
    {
        if (CallerOf.Person(http.User) is not { } id || institution.Person(id) is not { } person) return null;
        return new SignedIn(
            id.Value, person.Name ?? id.Value, Caption(institution, person, now),
            [.. person.Roles.Select(grant => grant.Role).Distinct()]);
    }

    /// <summary>What they are tonight, or else where they belong.</summary>
    private static string? Caption(Institution institution, PersonFacts person, DateTimeOffset now)
    {
        foreach (var panel in QueuePanels(person))
        {
            var duty = institution.DutyAt(panel, now);
            if (duty.First == person.Id) return $"on duty for {institution.PanelName(panel)}";
            if (duty.Deputy == person.Id) return $"Deputy for {institution.PanelName(panel)}";
        }

        return person.OwnPanel is { } own ? institution.PanelName(own) : null;
    }

    private static IEnumerable<PanelId> QueuePanels(PersonFacts person) => person.Roles
        .Where(grant => grant.Role == Role.SeniorMember).Select(grant => grant.Panel).OfType<PanelId>();
}

/// <summary>The institution's short name, as in "Times are Wexcombe time".</summary>
public sealed class InstitutionName
{
    public string Value { get; set; } = "Safeguard";
}

/// <summary>Names as pages show them.</summary>
public static class InstitutionNames
{
    public static string PanelName(this Institution institution, PanelId panel) =>
        institution.Programme.Panels.TryGetValue(panel, out var known) ? known.Name : panel.Value;

    /// <summary>The person's name, or their id where the name is erased or unknown.</summary>
    public static string PersonName(this Institution institution, PersonId person) =>
        person == PersonId.System ? "Safeguard" : institution.Person(person)?.Name ?? person.Value;
}
