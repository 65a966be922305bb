using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Programmes;
using Safeguard.Projections.CaseFiles;
using Safeguard.Projections.Directory;
using System.Security.Cryptography;

namespace Safeguard.Api.CaseFiles;

/// <summary>
/// Opens a student's file: <c>PUT /api/case-files/{id}</c> and the form at <c>/case-files/new</c>. Neither name nor
/// consent is asked for; the code by which the student is known is made here.
/// </summary>
public static class OpenCaseFileEndpoint
{
    /// <summary>Who may open files at all; the rules say for whom.</summary>
    internal static readonly Access Openers = Access.Only(
        Role.Supporter, Role.Trainee, Role.SeniorMember, Role.Coordinator);

    public static void MapOpenCaseFile(this IEndpointRouteBuilder app)
    {
        app.MapPut("/api/case-files/{id:guid}", PutAsync)
            .For(Openers).WithName("openCaseFile").WithTags("case-files")
            .WithSummary("Opens a student's file. The answer has the code by which the student is known.")
            .Takes<OpenCaseFileRequest>().Produces<CaseFileOpenedAnswer>(201)
            .Problems(400, 401, 403, 404, 409, 413, 422);
        app.MapPost("/case-files/new", PostAsync).For(Openers).ExcludeFromDescription();
    }

    private static async Task<IResult> PutAsync(Guid id, HttpContext http, OpeningCaseFiles opening)
    {
        var (body, problem) = await ApiJson.ReadFieldsAsync<OpenCaseFileRequest>(http);
        if (problem is not null) return problem.ToResult();
        var (outcome, code) = await opening.OpenAsync(http, id, body!, http.Command());
        return Respond.Of(http, outcome, _ =>
            ApiJson.Created($"/api/case-files/{id}", new CaseFileOpenedAnswer(id, code!), http));
    }

    private static async Task<IResult> PostAsync(HttpContext http, OpeningCaseFiles opening, CaseFileListPages pages)
    {
        var form = await http.Request.FormAsync();
        var id = Guid.TryParse(form["id"], out var given) && given != Guid.Empty ? given : Guid.CreateVersion7();
        var (outcome, _) = await opening.OpenAsync(
            http, id, FormBody.Read<OpenCaseFileRequest>(form), http.Command(form["command"]));
        return outcome is Done ? Respond.SeeOther($"/case-files/{id}") : await pages.RefusedAsync(http, form, outcome);
    }
}

/// <param name="Supporter">Whose file it is; the caller's own when left out.</param>
/// <param name="Panel">The scope; the supporter's own panel when left out.</param>
/// <param name="HomePanel">The student's own panel, where they asked for somebody from outside it.</param>
/// <param name="Kind"><c>listening</c> when left out.</param>
public sealed record OpenCaseFileRequest(
    string? Supporter = null, string? Panel = null, string? HomePanel = null, string? Kind = null);

/// <param name="Code">The student's case code, <c>WX-7K3M</c>.</param>
public sealed record CaseFileOpenedAnswer(Guid Id, string Code);

/// <summary>Runs an opening, with a case code that nobody has.</summary>
public sealed class OpeningCaseFiles(
    CaseFileCommands files, CaseFileRows rows, InstitutionDirectory directory, InstitutionName name, TimeProvider clock)
{
    /// <summary>Tries at a free code; of 600 000 codes one in a hundred is taken after years.</summary>
    private const int CodeAttempts = 10;

    internal async Task<(Outcome Outcome, string? Code)> OpenAsync(
        HttpContext http, Guid id, RequestBody<OpenCaseFileRequest> body, CommandInfo info)
    {
        var reading = new RequestReading(directory.Present, clock.GetUtcNow());
        var supporter = reading.OptionalPerson(body.Value.Supporter ?? http.Caller().Person.Value)!.Value;
        var home = reading.OptionalPanel("homePanel", body.Value.HomePanel);
        var panel = reading.OptionalPanel("panel", body.Value.Panel) ?? directory.Present.Person(supporter)?.OwnPanel;
        if (panel is null && directory.Present.Person(supporter) is not null)
            reading.Fault("panel", "Choose a panel.");
        var kind = reading.OptionalChoice<ProgrammeKind>("kind", body.Value.Kind) ?? ProgrammeKind.Listening;
        reading.Add(body.Faults);
        var command = new OpenCaseFile(await FreeCodeAsync(), supporter, panel ?? default, home, kind);
        // A file that is open is opened by nobody's stale facts.
        var outcome = await files.RunAsync(nameof(OpenCaseFile), info with { IfMatch = null }, id, (state, context) =>
        {
            var decision = OpenCaseFile.Decide(command, state, context);
            var refused = Unready.Or(decision.Rejection, reading, isUnversioned: false);
            return refused is null || refused == decision.Rejection ? decision : refused;
        }, new(supporter));
        return (outcome, outcome is Done ? (await rows.FindAsync(id, http.RequestAborted))?.Code : null);
    }

    /// <summary>A code that nobody has.</summary>
    internal async Task<string> FreeCodeAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            var code = CaseCode.From(
                CasePrefix.Of(name.Value), RandomNumberGenerator.GetBytes(CaseCode.RandomBytes));
            if (attempt == CodeAttempts || await rows.FindByCodeAsync(code, CancellationToken.None) is null)
                return code;
        }
    }
}

/// <summary>The letters with which an institution's case codes begin.</summary>
public static class CasePrefix
{
    private const string Vowels = "AEIOU";

    /// <summary>Its first letter and the next consonant, <c>WX</c> for Wexcombe; CF where the name has none.</summary>
    public static string Of(string institution)
    {
        ArgumentNullException.ThrowIfNull(institution);
        var letters = institution.ToUpperInvariant().Where(char.IsAsciiLetterUpper).ToArray();
        var next = letters.Skip(1).FirstOrDefault(letter => !Vowels.Contains(letter, StringComparison.Ordinal));
        return next == default ? "CF" : $"{letters[0]}{next}";
    }
}
