using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Escalations;

/// <summary>One thing that people do to an escalation, by the API and by a form of its page.</summary>
public sealed record EscalationRoute(string Path, string Name, string Summary)
    : StreamRoute<Escalation, EscalationEvent, EscalationContext>(Path, Name, Summary)
{
    public override Access Access { get; init; } = Access.Only(Role.SeniorMember, Role.Coordinator, Role.Supervisor);

    protected override string Noun => "escalations";

    protected override Task<Outcome> RunAsync(
        HttpContext http, CommandInfo info, Guid id,
        Func<Escalation, EscalationContext, Decision<EscalationEvent>> decide, RequestReading reading) =>
        http.RequestServices.GetRequiredService<EscalationCommands>().RunAsync(
            Name, info, id, decide, reading.Named);

    protected override Task<IResult> RefusedAsync(
        HttpContext http, Guid id, string form, IFormCollection typed, Outcome outcome) =>
        http.RequestServices.GetRequiredService<EscalationPages>().RefusedAsync(http, id, form, typed, outcome);

    protected override string FormOn(RouteValueDictionary route, IFormCollection form) => Path switch
    {
        "additions" => form["gotWorse"] == "true" ? "worse" : "add",
        _ when route.TryGetValue("question", out var question) => $"answer-{question}",
        _ when route.TryGetValue("action", out var action) => $"completion-{action}",
        _ => Path,
    };
}
