using Safeguard.Api.Commands;
using Safeguard.Domain;
using Safeguard.Domain.People;

namespace Safeguard.Api.People;

/// <summary>Changes of one person's record, for those who may know that there is one.</summary>
internal static class PersonChange
{
    public static PersonId PersonOf(RouteValueDictionary route) => new(((string)route["id"]!).ToLowerInvariant());

    public static Task<Rejection?> KnownPersonAsync(
        this InstitutionChange change, RouteValueDictionary route,
        Func<Person, PersonContext, Decision<PersonEvent>> decide) =>
        change.KnownPersonAsync(PersonOf(route), decide);

    public static async Task<Rejection?> KnownPersonAsync(
        this InstitutionChange change, PersonId person, Func<Person, PersonContext, Decision<PersonEvent>> decide)
    {
        var isKnown = change.Institution.Person(person) is { } facts
            && PeopleSight.Of(change.Caller, facts) != Sight.None;
        return await change.PersonAsync(person, (state, context) =>
            isKnown ? decide(state, context) : new PersonUnknown());
    }
}
