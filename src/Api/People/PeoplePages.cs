using Microsoft.AspNetCore.Http.HttpResults;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.People;

/// <summary>
/// The list of people as a page. A search is posted, not asked for by address: it may hold a name, and a name has no
/// place in an address (R25).
/// </summary>
public sealed class PeoplePages(InstitutionDirectory directory, PageFrame frames)
{
    public const string Address = "/people";

    private static readonly Access Office = Access.Only(Role.Coordinator, Role.Administrator);

    public static void MapPeoplePages(IEndpointRouteBuilder app)
    {
        app.MapGet(Address, (HttpContext http, PeoplePages pages, string? role, string? panel, string? after) =>
            pages.Show(http, new Asked(null, role, panel, after))).For(Office).ExcludeFromDescription();
        app.MapPost("/people/search", async (HttpContext http, PeoplePages pages) =>
        {
            var form = await http.Request.ReadFormAsync();
            return pages.Show(http, new Asked(form["q"], form["role"], form["panel"], null));
        }).For(Office).ExcludeFromDescription();
        app.MapGet("/people/search", () => Results.Redirect(Address)).For(Office).ExcludeFromDescription();
    }

    /// <summary>The page of the form that adds somebody: on to the person, or the form again.</summary>
    public static FormPage AddPage { get; } = new(
        (_, _) => "person",
        (_, form) => $"{Address}/{Uri.EscapeDataString(form["id"].ToString().Trim())}",
        (http, refused, status) => Task.FromResult<IResult>(
            http.RequestServices.GetRequiredService<PeoplePages>().Show(http, new Asked(), refused, status)));

    private RazorComponentResult<PeoplePage> Show(HttpContext http, Asked asked, Refused? refused = null,
        int status = 200)
    {
        var institution = directory.Present;
        var filter = new PeopleFilter(
            Enum.TryParse<Role>(asked.Role, ignoreCase: true, out var role) ? role : null,
            string.IsNullOrWhiteSpace(asked.Panel) ? null : new PanelId(asked.Panel),
            Status: null,
            asked.Words);
        var found = filter.Find(institution, http.Caller()).Select(entry => entry.Person).ToList();
        var page = found
            .SkipWhile(person => asked.After is not null && string.CompareOrdinal(person.Id.Value, asked.After) <= 0)
            .Take(ReadPeopleEndpoints.PageSize).ToList();
        var view = new PeopleView([.. page.Select(person => LineOf(institution, person))])
        {
            Search = asked.Words,
            Role = asked.Role,
            Panel = asked.Panel,
            Panels = PanelChoices(institution),
            Found = found.Count,
            More = page.Count > 0 && page[^1].Id != found[^1].Id ? asked.More(page[^1].Id) : null,
            MayAdd = true,
            Refused = refused,
        };
        return PageResult.Show<PeoplePage, PeopleView>(frames.For(http), view, status);
    }

    /// <summary>Every open panel, to choose from.</summary>
    internal static IReadOnlyList<Choice> PanelChoices(Institution institution) =>
        [.. institution.Panels.Select(panel => new Choice(panel.Id.Value, panel.Name))];

    /// <summary>"Senior Member, Alder College".</summary>
    internal static string WordsOf(Institution institution, RoleGrant grant) =>
        grant.Panel is { } panel ? $"{grant.Role.Label()}, {institution.PanelName(panel)}" : grant.Role.Label();

    private static PersonLine LineOf(Institution institution, PersonFacts person) => new(
        person.Id.Value, person.Name, [.. person.Roles.Select(grant => WordsOf(institution, grant))], person.Status);

    /// <summary>What the page was asked for.</summary>
    private sealed record Asked(string? Words = null, string? Role = null, string? Panel = null, string? After = null)
    {
        /// <summary>Null for a search by words: its results are one page, to be narrowed.</summary>
        public string? More(PersonId last) => string.IsNullOrWhiteSpace(Words)
            ? $"{Address}?role={Uri.EscapeDataString(Role ?? "")}"
                + $"&panel={Uri.EscapeDataString(Panel ?? "")}&after={last}"
            : null;
    }
}
