using Safeguard.Domain;
using Safeguard.Domain.People;

namespace Safeguard.Api.Import;

/// <summary>Reads a row of <c>people.csv</c>.</summary>
internal static class PersonCells
{
    public static readonly IReadOnlyList<string> Columns =
    [
        "person_id", "name", "email", "phone", "role", "panel", "group", "trained_by", "status", "since",
    ];

    public static PersonRow Read(Row row)
    {
        var person = new PersonRow(
            row.Line,
            new PersonId(row.Id("person_id")),
            row.Required("name"),
            OrNull(row.Text("email")),
            OrNull(row.Text("phone")),
            Roles(row),
            [.. row.Ids("panel").Select(slug => new PanelId(slug))],
            [.. row.Ids("group").Select(slug => new GroupId(slug))],
            row.Ids("trained_by") is [var trainer, ..] ? new PersonId(trainer) : null,
            row.OneOf("status", ImportWords.Statuses),
            row.Day("since"));
        if (!row.IsBad) Check(person, row);
        return person;
    }

    private static List<Role> Roles(Row row)
    {
        var roles = new List<Role>();
        foreach (var word in row.Required("role").Split('|', StringSplitOptions.TrimEntries))
        {
            if (ImportWords.Roles.TryGetValue(Row.Word(word), out var role)) roles.Add(role);
            else if (!row.IsBad) row.Bad("role", $"This is not one of {string.Join(", ", ImportWords.Roles.Keys)}.");
        }

        return [.. roles.Distinct()];
    }

    private static void Check(PersonRow person, Row row)
    {
        if (person.Person == PersonId.System) row.Bad("person_id", "This id is the product's own.");
        if (person.Email is { } email && !email.Contains('@', StringComparison.Ordinal))
            row.Bad("email", "This is not an e-mail address.");
        if (person.Panels.Count == 0 && (person.Is(Role.Supporter) || person.Is(Role.SeniorMember)))
            row.Bad("panel", "Supporters and Senior Members belong to a panel.");
        if (person.Panels.Count > 0 && !person.Roles.Any(role => role.IsForPanel()))
            row.Bad("panel", "This role is for the whole programme; leave the panel out.");
        if (person.OwnGroup is not null && person.Groups.Count > 1)
            row.Bad("group", "A supporter belongs to one group.");
        if (person.Groups.Count > 0 && !person.Is(Role.Supporter) && !person.Is(Role.Supervisor))
            row.Bad("group", "Only supporters belong to a group, and only supervisors supervise one.");
        if (person is { Roles: [_, _, ..] } && person.Is(Role.Trainee) && person.Is(Role.Supporter))
            row.Bad("role", "A trainee is not a supporter yet; write one of the two.");
        CheckStatus(person, row);
    }

    /// <summary>Leave, standing down and suspension are from supporting; other roles have none of them (R9).</summary>
    private static void CheckStatus(PersonRow person, Row row)
    {
        if (person.Is(Role.Trainee) && person.Status == PersonStatus.Active)
            row.Bad("status", "A trainee is in_training until signed off.");
        else if (!person.Is(Role.Trainee) && person.Status == PersonStatus.InTraining)
            row.Bad("status", "Only a trainee is in_training.");
        else if (!person.Is(Role.Trainee) && !person.Is(Role.Supporter)
            && person.Status is not (PersonStatus.Active or PersonStatus.Left))
            row.Bad("status", "This role is active or left; leave and standing down are for supporters and trainees.");
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
