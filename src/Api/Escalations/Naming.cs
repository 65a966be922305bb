using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.Escalations;

/// <summary>People as one reader's page names them: the reader is "you".</summary>
public sealed record Naming(Institution Institution, PersonId Reader)
{
    /// <summary>Within a sentence: "you", "Yusuf Hall".</summary>
    public string Of(PersonId person) => person == Reader ? "you" : Institution.PersonName(person);

    /// <summary>At its beginning: "You", "Yusuf Hall".</summary>
    public string Subject(PersonId person) => person == Reader ? "You" : Institution.PersonName(person);

    /// <summary>"You were", "Yusuf Hall was".</summary>
    public string Was(PersonId person) => person == Reader ? "You were" : $"{Institution.PersonName(person)} was";

    /// <summary>Others first, so that a list reads "Yusuf Hall and you".</summary>
    public IEnumerable<string> InOrder(IEnumerable<PersonId> people) =>
        people.OrderBy(person => person == Reader).Select(Of);

    public string List(IEnumerable<PersonId> people) => Sentence.List(InOrder(people));
}
