using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Access;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using Safeguard.Projections.CaseFiles;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.CaseFiles;

/// <summary>The case files that one person may know of, and the form that opens one: <c>/case-files</c>.</summary>
public sealed class CaseFileListPages(
    CaseFileLists lists, CaseFileRows rows, CaseFileReader reader, InstitutionDirectory directory, PageFrame frames)
{
    private const string Address = "/case-files";

    public static void MapCaseFileListPages(IEndpointRouteBuilder app)
    {
        app.MapGet(Address, (HttpContext http, CaseFileListPages pages, string? code) =>
            code is { Length: > 0 } ? pages.FindAsync(http, code) : pages.ShowAsync(http))
            .For(Access.Everyone).ExcludeFromDescription();
        app.MapGet($"{Address}/new", () => Results.Redirect(Address)).For(Access.Everyone).ExcludeFromDescription();
    }

    internal async Task<IResult> RefusedAsync(HttpContext http, IFormCollection typed, Outcome outcome) =>
        RefusedForm.Of("new", outcome, typed) is var (refused, status)
            ? await ShowAsync(http, refused, status)
            : RefusedForm.ErrorFor(
                http, outcome is Rejected { Rejection: var why } ? Problem.Of(why) : Problem.NotThere);

    /// <summary>Leads to the file where it is the caller's to know; else it looks as if there were none.</summary>
    private async Task<IResult> FindAsync(HttpContext http, string typed)
    {
        var code = CaseCode.Read(typed);
        var row = code is null ? null : await rows.FindByCodeAsync(code, http.RequestAborted);
        var found = await reader.LookAtAsync(row?.Id ?? Guid.Empty, http.Caller(), http.RequestAborted);
        return found is not null
            ? Respond.SeeOther($"{Address}/{found.Id}")
            : await ShowAsync(http, notFound: code ?? typed[..Math.Min(typed.Length, 20)]);
    }

    private async Task<IResult> ShowAsync(
        HttpContext http, Refused? refused = null, int status = 200, string? notFound = null)
    {
        var (institution, caller, frame) = (directory.Present, http.Caller(), frames.For(http));
        var mine = await rows.OpenOfAsync(caller.Person, http.RequestAborted);
        var (seen, last) = await lists.PageAsync(caller, new(null, null, null, null, null), http.RequestAborted);
        var view = new CaseFileListView(
            [.. mine.Select(Line)],
            [
                .. seen.Where(row => !row.Open || row.Owner != caller.Person)
                    .OrderByDescending(row => row.Open).ThenBy(row => row.NextWakeUp).Select(Line),
            ])
        {
            HasMore = last is not null,
            MayOpen = OpenCaseFileEndpoint.Openers.Allows(caller),
            NotTakingOn = NotTakingOn(institution, caller.Person, frame.Clock.Now),
            Supporters = OpensForOthers(caller) ? Supporters(institution) : [],
            Panels = [.. institution.Panels.Select(panel => new Choice(panel.Id.Value, panel.Name))],
            MayLookUp = SearchStudents.MaySearch(caller),
            NotFound = notFound,
            Refused = refused,
        };
        return PageResult.Show<CaseFileListPage, CaseFileListView>(frame, view, status);

        CaseFileLine Line(CaseFileRow row) => CaseFileLine.Of(row, institution, caller.Person);
    }

    private static bool OpensForOthers(Caller caller) => caller.Is(Role.Coordinator) || caller.Is(Role.SeniorMember);

    private static List<Choice> Supporters(Institution institution) =>
    [
        .. institution.Everybody
            .Where(person => person.LeftAt is null && person.Roles.Any(grant => grant.Role == Role.Supporter))
            .OrderBy(person => person.Name, StringComparer.Ordinal)
            .Select(person => new Choice(person.Id.Value, institution.PersonName(person.Id))),
    ];

    private static string? NotTakingOn(Institution institution, PersonId person, DateTimeOffset now) =>
        institution.SupporterOf(person).Enrolled
            ? TakingOnWork.Refusal(institution.StandingAt(person, now), institution.CalendarAt(now))?.Detail
            : null;
}
