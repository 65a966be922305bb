using Safeguard.Domain.Supervision;

namespace Safeguard.Domain.Programmes;

public sealed partial record Institution
{
    /// <summary>Shorter parts of names are words of the language too often to warn of.</summary>
    private const int ShortestNamePart = 3;

    public InstitutionCalendar CalendarAt(DateTimeOffset moment) => InstitutionCalendar.Of(PolicyAt(moment));

    public Supporter SupporterOf(PersonId person) => Supporters.GetValueOrDefault(person, Supporter.NotEnrolled);

    public SupervisionGroup GroupOf(GroupId group) => Groups.GetValueOrDefault(group, SupervisionGroup.NotFormed);

    /// <summary>Whether that person holds that role anywhere.</summary>
    public bool Holds(PersonId person, Role role) =>
        People.TryGetValue(person, out var known) && known.Roles.Exists(grant => grant.Role == role);

    /// <summary>What the standing of one supporter at that moment is computed from.</summary>
    public StandingFacts StandingFactsOf(PersonId person, DateTimeOffset moment) =>
        StandingFactsOf([person], moment)[0];

    /// <summary>The same for many: term days and policy are looked up once.</summary>
    public IReadOnlyList<StandingFacts> StandingFactsOf(IEnumerable<PersonId> people, DateTimeOffset moment)
    {
        var (policy, calendar) = (PolicyAt(moment), CalendarAt(moment));
        var days = new TermDays(Programme.Terms.Values);
        return
        [
            .. from person in people
               let supporter = SupporterOf(person)
               let @group = supporter.Group is { } own ? Groups.GetValueOrDefault(own) : null
               select new StandingFacts(person, supporter, @group, days, policy, calendar),
        ];
    }

    public StandingAnswer StandingAt(PersonId person, DateTimeOffset moment) =>
        StandingOf.At(StandingFactsOf(person, moment), moment);

    /// <summary>
    /// Whether a text holds the name of anyone in the programme, or a part of one written as names are (R16). Names of
    /// students are unknown here; their case codes are what a note uses.
    /// </summary>
    public bool NamesSomebody(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Split([.. text.Where(sign => !char.IsLetter(sign)).Distinct()])
            .Where(word => word.Length >= ShortestNamePart && char.IsUpper(word[0]))
            .ToHashSet(StringComparer.Ordinal);
        return words.Count > 0 && People.Values
            .Select(person => person.Name?.Text)
            .OfType<string>()
            .Any(name => name.Split([' ', '-', '\''], StringSplitOptions.RemoveEmptyEntries).Any(words.Contains));
    }
}
