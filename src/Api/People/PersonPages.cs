using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;
using Safeguard.Projections.EscalationQueue;

namespace Safeguard.Api.People;

/// <summary>One person as a page: for the programme office, and for a supervisor to read.</summary>
public sealed class PersonPages(
    InstitutionDirectory directory, PersonHistory history, OpenItemRows items, EscalationRows queue, PageFrame frames)
{
    private static readonly Access Readers = Access.Only(Role.Coordinator, Role.Administrator, Role.Supervisor);

    public static void MapPersonPages(IEndpointRouteBuilder app)
    {
        app.MapGet("/people/{id}", (HttpContext http, PersonPages pages, string id) => pages.ShowAsync(http, id))
            .For(Readers).ExcludeFromDescription();
        // The address of a form that was refused is in the browser's bar: asked for again it leads back to the page.
        app.MapGet("/people/{id}/{**form}", (string id) => Results.Redirect($"/people/{Uri.EscapeDataString(id)}"))
            .For(Readers).ExcludeFromDescription();
    }

    /// <summary>The page of a form: back to the person, or the form again.</summary>
    public static FormPage Page(string form) => Page((_, _) => form);

    public static FormPage Page(Func<RouteValueDictionary, IFormCollection, string> form) => new(
        form,
        (route, _) => $"/people/{Uri.EscapeDataString((string)route["id"]!)}",
        (http, refused, status) => http.RequestServices.GetRequiredService<PersonPages>()
            .ShowAsync(http, (string)http.Request.RouteValues["id"]!, refused, status));

    private async Task<IResult> ShowAsync(HttpContext http, string id, Refused? refused = null, int status = 200)
    {
        var known = directory.Snapshot;
        var person = known.Institution.Person(new PersonId(id.ToLowerInvariant()));
        if (person is null || PeopleSight.Of(http.Caller(), person) != Sight.Whole)
            return RefusedForm.ErrorFor(http, Problem.NotThere);
        var view = await ViewAsync(known, person, http.Caller(), http.RequestAborted);
        return PageResult.Show<PersonPage, PersonView>(frames.For(http), view with { Refused = refused }, status);
    }

    private async Task<PersonView> ViewAsync(
        DirectorySnapshot known, PersonFacts person, Caller reader, CancellationToken cancel)
    {
        var institution = known.Institution;
        var version = known.VersionOf(StreamIds.For(Person.StreamType, person.Id.Value));
        var conflicts = await history.ConflictsAsync(institution.People[person.Id], reader, cancel);
        var codes = (await queue.FindAsync([.. conflicts.Select(conflict =>
            conflict.Towards.Escalation).OfType<Guid>()], cancel))
            .ToDictionary(row => row.Id, row => row.ShortCode);
        return new(person.Id.Value, person.Name, version, person.Status)
        {
            Email = person.Email,
            Phone = person.Phone,
            LeftAt = person.LeftAt,
            Supervisor = person.Supervisor is { } supervisor ? institution.PersonName(supervisor) : null,
            Group = person.Group?.Value,
            Roles = [.. person.Roles.Select(grant => LineOf(institution, grant, reader, person.Id))],
            Conflicts = [.. conflicts.Select(conflict => LineOf(institution, conflict, codes, reader, person.Id))],
            Panels = PeoplePages.PanelChoices(institution),
            Givable = Givable(reader, person),
            OpenItems = (await items.AllOwnedByAsync(person.Id, cancel)).Count,
            MayChange = reader.KeepsPeople(),
        };
    }

    private static RoleLine LineOf(Institution institution, RoleGrant grant, Caller reader, PersonId person) => new(
        grant.Role.FieldValue(), grant.Panel?.Value, PeoplePages.WordsOf(institution, grant),
        MayGive(reader, grant.Role) || reader.Person == person);

    private static ConflictLine LineOf(
        Institution institution, ConflictAnswer conflict, Dictionary<Guid, string> codes, Caller reader,
            PersonId person)
    {
        var towards = conflict.Towards switch
        {
            { Person: { } other } => institution.PersonName(other),
            { Escalation: { } escalation } =>
                $"urgent contact {codes.GetValueOrDefault(escalation, "of another time")}",
            var other => $"case file {other.CaseFile}",
        };
        return new(
            conflict.Id.ToString(), $"towards {towards}", conflict.Ground.Label(), conflict.Since,
            reader.KeepsPeople() && reader.Person != person);
    }

    private static IReadOnlyList<Choice> Givable(Caller reader, PersonFacts person) =>
        person.LeftAt is not null || person.Id == reader.Person
            ? []
            : [.. Enum.GetValues<Role>().Where(role => MayGive(reader, role))
                .Select(role => new Choice(role.FieldValue(), role.Label()))];

    private static bool MayGive(Caller reader, Role role) =>
        reader.Is(Role.Administrator) || (reader.Is(Role.Coordinator) && role.IsCoordinatorsToGive());
}
