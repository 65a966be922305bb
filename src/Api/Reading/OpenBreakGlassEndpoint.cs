using Safeguard.Api.Audit;
using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Access;

namespace Safeguard.Api.Reading;

/// <summary>A record outside one's scope is opened: <c>POST /api/break-glass</c>, and the form of the page.</summary>
public static class OpenBreakGlassEndpoint
{
    /// <summary>Those who have this way at all; the rule says it again.</summary>
    internal static readonly Access Breakers = Access.Only(Role.SeniorMember, Role.Supervisor, Role.Auditor);

    private const string Form = "break-glass";

    public static void MapOpenBreakGlass(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/break-glass", async (HttpContext http, BreakGlassOpening opening) =>
        {
            var (body, problem) = await ApiJson.ReadFieldsAsync<BreakGlassRequest>(http);
            if (problem is not null) return problem.ToResult();
            var (outcome, item) = await opening.OpenAsync(http.Command() with { IfMatch = null }, body!);
            return outcome is Done
                ? ApiJson.Ok(await opening.AnswerAsync(http.Caller(), item!.Value, http.RequestAborted))
                : Respond.Of(http, outcome);
        }).For(Breakers).WithName("openBreakGlass").WithTags("break-glass")
            .WithSummary("Opens a record outside the caller's scope, to Auditors its names, for an hour.")
            .Takes<BreakGlassRequest>().Produces<BreakGlassAnswer>().Problems(400, 401, 403, 404, 409, 413, 422);
        app.MapPost("/break-glass", async (HttpContext http, BreakGlassOpening opening, BreakGlassPages pages) =>
        {
            var form = await http.Request.FormAsync();
            var (outcome, item) = await opening.OpenAsync(
                http.Command(form["command"]), FormBody.Read<BreakGlassRequest>(form));
            if (outcome is Done) return Respond.SeeOther(opening.Address(item!.Value, http.Caller()));
            // Not there and not theirs to know come back to the same form, in the same words.
            return outcome is Rejected { Rejection: NothingToOpen nothing }
                ? pages.Form(http, new(Form, [new("item", nothing.Detail)], FormBody.Typed(form), null), 404)
                : RefusedForm.Of(Form, outcome, form) is var (refused, status)
                    ? pages.Form(http, refused, status)
                    : RefusedForm.ErrorFor(http, Problem.RoleMayNot);
        }).For(Breakers).ExcludeFromDescription();
    }
}

/// <summary>Opens a record outside somebody's scope, whoever asks by page or API.</summary>
public sealed class BreakGlassOpening(AccessCommands access, ReadItemKinds kinds, StreamMemory memory)
{
    /// <summary>
    /// The record that was asked for is given back with the outcome. Nothing that is wrong with the request itself
    /// depends on whether there is such a record, and what is not there is looked for and decided on like what is.
    /// </summary>
    public async Task<(Outcome Outcome, ReadItem? Item)> OpenAsync(
        CommandInfo info, RequestBody<BreakGlassRequest> request)
    {
        if (Faults(request) is { Count: > 0 } faults)
            return (new Rejected(new Unready(Problem.Unprocessable(faults))), null);
        var (body, found) = (request.Value, await kinds.FindAsync(request.Value.Item!, CancellationToken.None));
        var item = found ?? new ReadItem(Escalations.EscalationKind.StreamType, Guid.Empty);
        var command = new OpenBreakGlass(Guid.CreateVersion7(), item, Confidential.From(body.Reason));
        var stream = AccessKind.StreamOf(info.Caller.Person);
        // A glass broken on another node a moment ago is broken already.
        await memory.LoadFreshAsync(AccessKind.Kind, stream, CancellationToken.None);
        var outcome = await access.RunAsync(
            nameof(OpenBreakGlass), info, stream,
            (history, context) => OpenBreakGlass.Decide(command, history, context), item);
        return (outcome, item);
    }

    /// <summary>Until when it is open; nothing of that for those who may read it anyway.</summary>
    public async Task<BreakGlassAnswer> AnswerAsync(Caller caller, ReadItem item, CancellationToken cancel)
    {
        var history = await memory.LoadFreshAsync(AccessKind.Kind, AccessKind.StreamOf(caller.Person), cancel);
        var glass = history.State.Glasses.FindLast(known => known.Item == item);
        return new(item.ToString(), glass?.Id, glass?.Until, glass?.ReviewBy);
    }

    /// <summary>Where it can be seen now.</summary>
    public string Address(ReadItem item, Caller caller) => OpenBreakGlass.ReadsThrough(caller)
        ? kinds.Address(item)
        : AuditHistoryPages.AddressOf(item);

    private static List<Fault> Faults(RequestBody<BreakGlassRequest> request)
    {
        var faults = request.Faults.ToList();
        Needed("item", request.Value.Item, "Give the code of the record, like 4T9Q.");
        Needed("reason", request.Value.Reason, "Say why you need to read this now. It is read by others.");
        return faults;

        void Needed(string field, string? text, string message)
        {
            if (string.IsNullOrWhiteSpace(text) && faults.TrueForAll(fault => fault.Field != field))
                faults.Add(new(field, message));
        }
    }
}

/// <param name="Item">The record: its short code, its id, or its kind and id.</param>
/// <param name="Reason">Why it has to be read now.</param>
public sealed record BreakGlassRequest(string? Item = null, string? Reason = null);

/// <param name="BreakGlass">The opening's own id; absent for those who may read the record anyway.</param>
public sealed record BreakGlassAnswer(
    string Item, Guid? BreakGlass, DateTimeOffset? Until, DateTimeOffset? ReviewBy);
