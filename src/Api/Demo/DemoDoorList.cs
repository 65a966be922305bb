using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Api.SignIn;
using Safeguard.Domain;
using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.Demo;

/// <summary>Who can be chosen on the demo's sign-in page: one person a role, and a search over everybody.</summary>
public static class DemoDoorList
{
    /// <summary>Found people shown at once.</summary>
    private const int MaxFound = 20;

    private static readonly Role[] InOrder =
    [
        Role.Supporter, Role.Trainee, Role.Supervisor, Role.SeniorMember, Role.Coordinator, Role.Auditor,
        Role.DataProtection, Role.Administrator,
    ];

    /// <summary>
    /// One person a role. The supporter is one whose panel has somebody on duty and whose supervisor is known, the
    /// Senior Member is the one on duty for that panel: what one raises, the other is paged for.
    /// </summary>
    public static IReadOnlyList<DemoDoor> OneOfEachRole(Institution institution, DateTimeOffset now)
    {
        var active = institution.Everybody
            .Where(person => person.Status is PersonStatus.Active or PersonStatus.InTraining).ToList();
        var supporter = active.Find(person => person.Roles.Any(grant => grant.Role == Role.Supporter)
            && person is { Supervisor: not null, OwnPanel: { } panel }
            && institution.DutyAt(panel, now).First is not null);
        var onDuty = supporter?.OwnPanel is { } own ? institution.DutyAt(own, now).First : null;
        var people = InOrder.Select(role => role switch
        {
            Role.Supporter when supporter is not null => supporter,
            Role.Supervisor when supporter?.Supervisor is { } supervisor => institution.Person(supervisor),
            Role.SeniorMember when onDuty is { } first => institution.Person(first),
            _ => active.Find(person => person.Roles.Any(grant => grant.Role == role)),
        });
        return [.. people.OfType<PersonFacts>().Distinct().Select(person => Door(institution, person, now))];
    }

    /// <summary>
    /// Everybody whose name holds every word of that, capitals aside, or whose id it is; those who left too.
    /// </summary>
    public static IReadOnlyList<DemoDoor> Find(Institution institution, string sought, DateTimeOffset now)
    {
        var found = sought.Length == 0 ? [] : institution.Everybody.Where(person => IsSought(person, sought));
        return [.. found.Take(MaxFound).Select(person => Door(institution, person, now))];
    }

    private static bool IsSought(PersonFacts person, string sought) =>
        string.Equals(person.Id.Value, sought, StringComparison.OrdinalIgnoreCase)
        || (person.Name is { } name && sought.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)));

    private static DemoDoor Door(Institution institution, PersonFacts person, DateTimeOffset now)
    {
        var roles = person.Roles.Select(grant => grant.Role).Distinct().Select(role => role.Label()).ToList();
        return new(
            person.Id.Value,
            institution.PersonName(person.Id),
            roles.Count == 0 ? "No role" : Sentence.List(roles),
            string.Join(". ", Captions(institution, person, now)));
    }

    private static IEnumerable<string> Captions(Institution institution, PersonFacts person, DateTimeOffset now)
    {
        if (person.OwnPanel is { } own) yield return institution.PanelName(own);
        foreach (var panel in person.Roles.Select(grant => grant.Panel).OfType<PanelId>().Distinct())
        {
            var duty = institution.DutyAt(panel, now);
            if (duty.First == person.Id) yield return "On duty now";
            else if (duty.Deputy == person.Id) yield return "Deputy now";
        }

        if (person.Status is not PersonStatus.Active) yield return Words(person.Status);
        foreach (var grant in person.Roles)
        {
            if (ForRole(grant.Role) is { } words) yield return words;
        }
    }

    private static string Words(PersonStatus status) => status switch
    {
        PersonStatus.InTraining => "In training",
        PersonStatus.OnLeave => "On leave",
        PersonStatus.StoodDown => "Stood down",
        PersonStatus.Suspended => "Suspended",
        _ => "Left the programme",
    };

    private static string? ForRole(Role role) => role switch
    {
        Role.Supervisor => "Trains and supervises",
        Role.Coordinator => "Programme office",
        Role.Auditor => "Reads, changes nothing",
        Role.DataProtection => "Retention, holds and erasure",
        Role.Administrator => "People and keys, no case content",
        _ => null,
    };
}
