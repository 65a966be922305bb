using System.Text.Json;
using Safeguard.Api.Commands;
using Safeguard.Api.Escalations;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Escalations;
using Safeguard.Projections.Directory;
using Safeguard.Projections.EscalationQueue;

namespace Safeguard.Api.Debriefs;

/// <summary>
/// The debriefs that a supervisor owes, as a page (R14). They see whom to talk with and never what it was about, so the
/// form is answered here and not on the escalation's own page, which may not be theirs to read.
/// </summary>
public sealed class DebriefPages(
    InstitutionDirectory directory, EscalationRows queue, EscalationCommands escalations, PageFrame frames)
{
    private const string Address = "/debriefs";

    private static readonly Access Debriefers = Access.Only(Role.Supervisor, Role.Coordinator, Role.SeniorMember);

    public static void MapDebriefPages(IEndpointRouteBuilder app)
    {
        app.MapGet(Address, (HttpContext http, DebriefPages pages) => pages.ShowAsync(http))
            .For(Debriefers).ExcludeFromDescription();
        app.MapPost("/debriefs/{id:guid}", (HttpContext http, DebriefPages pages, Guid id) => pages.RecordAsync(http,
            id))
            .For(Debriefers).ExcludeFromDescription();
        app.MapGet("/debriefs/{id:guid}", () => Results.Redirect(Address)).For(Debriefers).ExcludeFromDescription();
    }

    private async Task<IResult> RecordAsync(HttpContext http, Guid id)
    {
        var form = await http.Request.ReadFormAsync();
        var body = FormBody.ToJson(form).Deserialize<DebriefRequest>(ApiJson.Options)!;
        if (body.Held is not { } held)
            return await AgainAsync(http, id, form, new Rejected(new Unready(Problem.Unprocessable([NotSaid]))));
        var command = new RecordDebrief(held, Confidential.From(body.Note));
        var outcome = await escalations.RunAsync(
            "recordDebrief", http.Command(form["command"]) with { IfMatch = null }, id,
            (state, context) => RecordDebrief.Decide(command, state, context));
        return outcome is Done ? Results.Redirect(Address) : await AgainAsync(http, id, form, outcome);
    }

    private static Fault NotSaid { get; } = new("held", "Say whether you have talked.");

    private async Task<IResult> AgainAsync(HttpContext http, Guid id, IFormCollection form, Outcome outcome)
    {
        var code = (await queue.FindAsync(id, http.RequestAborted))?.ShortCode;
        return RefusedForm.Of($"debrief-{code}", outcome, form) is var (refused, status)
            ? await ShowAsync(http, refused, status)
            : RefusedForm.ErrorFor(http, Problem.NotThere);
    }

    private async Task<IResult> ShowAsync(HttpContext http, Refused? refused = null, int status = 200)
    {
        var institution = directory.Present;
        var owed = await queue.DebriefsOwedAsync(http.Caller().Person, http.RequestAborted);
        var view = new DebriefsView([.. owed.Select(row => new DebriefLine(
            row.Id.ToString(), row.ShortCode, row.Band, institution.PersonName(row.Raiser),
            institution.Person(row.Raiser)?.Phone, row.RaisedAt, row.Debrief!.DueBy))])
        {
            Refused = refused,
        };
        return PageResult.Show<DebriefsPage, DebriefsView>(frames.For(http), view, status);
    }
}
