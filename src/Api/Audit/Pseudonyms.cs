using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Audit;

/// <summary>
/// People as auditors read of them (R24): the role in which they acted, or else one that they held then, and their id;
/// a name only to one who broke glass.
/// </summary>
public sealed class Pseudonyms
{
    private readonly Institution _institution;
    private readonly IReadOnlyDictionary<PersonId, Role> _acted;

    /// <param name="acted">The role in which somebody acted last.</param>
    public Pseudonyms(Institution institution, IReadOnlyDictionary<PersonId, Role> acted) =>
        (_institution, _acted) = (institution, acted);

    /// <summary>Names beside the ids; null for everybody who has not broken glass.</summary>
    public Unmasked? Names { get; init; }

    public Pseudonyms(Institution institution, IEnumerable<Recorded> events)
        : this(institution, Acted(events))
    {
    }

    /// <summary>"Senior Member we0014"; "the product" for what a wake-up did.</summary>
    public string Of(PersonId person) =>
        person == PersonId.System ? "the product"
        : _acted.TryGetValue(person, out var acted) ? $"{acted.Label()} {Called(person)}"
        : _institution.People.GetValueOrDefault(person)?.Roles is [var held, ..]
            ? $"{held.Role.Label()} {Called(person)}"
        : Called(person);

    private string Called(PersonId person) =>
        Names is { } names ? $"{names.NameOf(person)} ({person})" : person.Value;

    private static Dictionary<PersonId, Role> Acted(IEnumerable<Recorded> events)
    {
        var acted = new Dictionary<PersonId, Role>();
        foreach (var stamp in events.Select(recorded => recorded.Stamp))
            if (stamp.Role is { } role) acted[stamp.By] = role;
        return acted;
    }

    /// <summary>Whether that text is somebody's id.</summary>
    public bool Knows(string text) =>
        text == PersonId.System.Value || _institution.People.ContainsKey(new(text));
}
