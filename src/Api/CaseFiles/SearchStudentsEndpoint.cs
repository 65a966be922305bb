using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Api.Reading;
using Safeguard.Domain;
using Safeguard.Domain.Access;
using Safeguard.Projections.CaseFiles;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.CaseFiles;

/// <summary>
/// Looks a student up by who they are: <c>POST /api/case-files/search</c> and the page at <c>/case-files/search</c>.
/// The name is in the body, never in an address.
/// </summary>
public static class SearchStudentsEndpoint
{
    private const string Address = "/case-files/search";

    private static readonly Access Searchers = Access.Only(Role.SeniorMember, Role.DataProtection);

    public static void MapSearchStudents(this IEndpointRouteBuilder app)
    {
        app.MapPost($"/api{Address}", async (HttpContext http, StudentSearch search) =>
        {
            var (body, problem) = await ApiJson.ReadFieldsAsync<StudentSearchRequest>(http);
            if (problem is not null) return problem.ToResult();
            var (outcome, found) = await search.RunAsync(http, body!);
            return Respond.Of(http, outcome, _ => ApiJson.Ok(new Listed<CaseFileItem>(
                [.. found.Select(CaseFileItem.Of)], Next: null)));
        }).For(Searchers).WithName("searchStudents").WithTags("case-files")
            .WithSummary("Looks a student up by name, with a purpose; that it was done is on record first.")
            .Takes<StudentSearchRequest>().Produces<Listed<CaseFileItem>>().Problems(400, 401, 403, 409, 413, 422);
        app.MapGet(Address, (HttpContext http, PageFrame frames) =>
            PageResult.Show<StudentSearchPage, StudentSearchView>(frames.For(http), new(null)))
            .For(Searchers).ExcludeFromDescription();
        app.MapPost(Address, PostAsync).For(Searchers).ExcludeFromDescription();
    }

    private static async Task<IResult> PostAsync(
        HttpContext http, StudentSearch search, InstitutionDirectory directory, PageFrame frames)
    {
        var form = await http.Request.FormAsync();
        var (outcome, found) = await search.RunAsync(http, FormBody.Read<StudentSearchRequest>(form));
        var reader = http.Caller().Person;
        if (outcome is Done)
            return PageResult.Show<StudentSearchPage, StudentSearchView>(frames.For(http), new(
                [.. found.Select(row => CaseFileLine.Of(row, directory.Present, reader))]));
        return RefusedForm.Of("search", outcome, form) is var (refused, status)
            ? PageResult.Show<StudentSearchPage, StudentSearchView>(
                frames.For(http), new(null) { Refused = refused }, status)
            : RefusedForm.ErrorFor(http, Problem.NotThere);
    }
}

/// <param name="Student">Words of the name, or of how to reach them; all have to fit.</param>
/// <param name="Purpose">What it is looked up for; it stays on record.</param>
public sealed record StudentSearchRequest(string? Student = null, string? Purpose = null);

/// <param name="Found">What was found; null before anything was looked for.</param>
public sealed record StudentSearchView(IReadOnlyList<CaseFileLine>? Found)
{
    public Refused? Refused { get; init; }
}

/// <summary>Runs a search: what is found and the caller's to know, once that they looked is on record.</summary>
public sealed class StudentSearch(
    StudentIndex students, CaseFileRows rows, CaseFileReader reader, AccessCommands access,
    InstitutionDirectory directory, TimeProvider clock)
{
    internal async Task<(Outcome Outcome, IReadOnlyList<CaseFileRow> Found)> RunAsync(
        HttpContext http, RequestBody<StudentSearchRequest> body)
    {
        var (caller, cancel) = (http.Caller(), http.RequestAborted);
        var reading = new RequestReading(directory.Present, clock.GetUtcNow());
        reading.Add(body.Faults);
        var words = body.Value.Student;
        var known = new List<Guid>();
        if (SearchStudents.MaySearch(caller) && StudentIndex.HasWords(words))
        {
            foreach (var id in await students.FindAsync(words!, cancel))
                if (await reader.LookAtAsync(id, caller, cancel) is not null) known.Add(id);
        }

        var command = new SearchStudents(
            StudentIndex.HasWords(words), reading.Words(body.Value.Purpose),
            [.. known.Select(id => new ReadItem(CaseFileKind.StreamType, id))]);
        var outcome = await access.RunAsync(
            nameof(SearchStudents), http.Command() with { IfMatch = null }, AccessKind.StreamOf(caller.Person),
            (history, context) =>
            {
                var decision = SearchStudents.Decide(command, history, context);
                var refused = Unready.Or(decision.Rejection, reading, isUnversioned: false);
                return refused is null || refused == decision.Rejection ? decision : refused;
            });
        return (outcome, outcome is Done ? await rows.FindAsync(known, cancel) : []);
    }
}
