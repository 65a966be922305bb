using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>One thing that people do to a case file, by the API and by a form of its page.</summary>
public sealed record CaseFileRoute(string Path, string Name, string Summary)
    : StreamRoute<CaseFile, CaseFileEvent, CaseFileContext>(Path, Name, Summary)
{
    /// <summary>For what anybody may do who knows that a file is there, those who see its state alone too.</summary>
    internal static readonly Access WhoeverKnows = Access.Only(
        Role.Supporter, Role.Supervisor, Role.SeniorMember, Role.Coordinator, Role.DataProtection);

    public override Access Access { get; init; } =
        Access.Only(Role.Supporter, Role.Supervisor, Role.SeniorMember, Role.Coordinator);

    protected override string Noun => "case-files";

    protected override Task<Outcome> RunAsync(
        HttpContext http, CommandInfo info, Guid id, Func<CaseFile, CaseFileContext, Decision<CaseFileEvent>> decide,
        RequestReading reading) =>
        http.RequestServices.GetRequiredService<CaseFileCommands>().RunAsync(
            Name, info, id, decide, CaseFileAsks.Of(reading));

    protected override Task<IResult> RefusedAsync(
        HttpContext http, Guid id, string form, IFormCollection typed, Outcome outcome) =>
        http.RequestServices.GetRequiredService<CaseFilePages>().RefusedAsync(http, id, form, typed, outcome);

    protected override string FormOn(RouteValueDictionary route, IFormCollection form) =>
        route.TryGetValue("part", out var part)
            ? $"{Path[..Path.IndexOf('/', StringComparison.Ordinal)]}-{part}"
            : Path;
}
