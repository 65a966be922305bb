using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.People;

/// <summary><c>GET /api/people</c> and <c>GET /api/people/{id}</c>: where alone the API tells names.</summary>
public static class ReadPeopleEndpoints
{
    /// <summary>People on one page of the list.</summary>
    public const int PageSize = 100;

    public static void MapReadPeople(this IEndpointRouteBuilder api)
    {
        api.MapGet("/people", List)
            .For(Access.Everyone).WithName("listPeople").WithTags("people")
            .WithSummary("Whom the caller may know, by id. No search by name: a name has no place in an address.")
            .Produces<Listed<PersonAnswer>>().Problems(401, 422);
        api.MapGet("/people/{id}", OneAsync)
            .For(Access.Everyone).WithName("readPerson").WithTags("people")
            .WithSummary("One person; the ETag is what giving and taking roles needs.")
            .Reads<PersonAnswer>();
    }

    private static IResult List(
        HttpContext http, InstitutionDirectory directory, TimeProvider clock,
        string? role, string? panel, string? status, string? after)
    {
        var institution = directory.Present;
        var reading = new RequestReading(institution, clock.GetUtcNow());
        var wanted = new PeopleFilter(
            reading.OptionalChoice<Role>("role", role),
            string.IsNullOrWhiteSpace(panel) ? null : new PanelId(panel.ToLowerInvariant()),
            reading.OptionalChoice<PersonStatus>("status", status),
            Words: null);
        if (reading.Faults.Count > 0) return Problem.Unprocessable(reading.Faults).ToResult();
        var page = wanted.Find(institution, http.Caller())
            .SkipWhile(found => after is not null && string.CompareOrdinal(found.Person.Id.Value, after) <= 0)
            .Take(PageSize + 1).Select(found => PersonAnswer.Of(found.Person, found.Sight)).ToList();
        return ApiJson.Ok(page.Count > PageSize
            ? new Listed<PersonAnswer>(page[..PageSize], page[PageSize - 1].Id.Value)
            : new Listed<PersonAnswer>(page));
    }

    private static async Task<IResult> OneAsync(
        string id, HttpContext http, InstitutionDirectory directory, PersonHistory history, CancellationToken cancel)
    {
        var known = directory.Snapshot;
        var person = known.Institution.Person(new PersonId(id.ToLowerInvariant()));
        var sight = person is null ? Sight.None : PeopleSight.Of(http.Caller(), person);
        if (sight == Sight.None) return Problem.NotThere.ToResult();
        var conflicts = await history.ConflictsAsync(known.Institution.People[person!.Id], http.Caller(), cancel);
        http.Response.Headers.ETag = Respond.ETag(known.VersionOf(StreamIds.For(Person.StreamType, person.Id.Value)));
        return ApiJson.Ok(PersonAnswer.Of(person, sight) with { Conflicts = conflicts.Count == 0 ? null : conflicts });
    }
}

/// <summary>What a list of people is narrowed to.</summary>
/// <param name="Words">A part of an id, or of a name that is the reader's to know, whatever its case.</param>
public sealed record PeopleFilter(Role? Role, PanelId? Panel, PersonStatus? Status, string? Words)
{
    /// <summary>Whom the reader may know of among them, in the order of their ids.</summary>
    public IEnumerable<(PersonFacts Person, Sight Sight)> Find(Institution institution, Caller reader) =>
        from person in institution.Everybody
        let sight = PeopleSight.Of(reader, person)
        where sight != Sight.None && Holds(person, sight)
        select (person, sight);

    private bool Holds(PersonFacts person, Sight sight)
    {
        if (Status is { } status && person.Status != status) return false;
        if ((Role is not null || Panel is not null) && !person.Roles.Any(grant =>
            (Role is null || grant.Role == Role) && (Panel is null || grant.Panel == Panel))) return false;
        return string.IsNullOrWhiteSpace(Words)
            || Has(person.Id.Value)
            || (sight == Sight.Whole && Has(person.Name ?? ""));

        bool Has(string text) => text.Contains(Words.Trim(), StringComparison.OrdinalIgnoreCase);
    }
}
