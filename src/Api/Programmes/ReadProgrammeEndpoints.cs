using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Programmes;

/// <summary>What everyone signed in may know of the programme: panels, terms, services, policy.</summary>
public static class ReadProgrammeEndpoints
{
    private const string Tag = "programme";

    public static void MapReadProgramme(this IEndpointRouteBuilder api)
    {
        api.MapGet("/panels", (InstitutionDirectory directory, HttpContext http) =>
                Answer(http, directory, institution => new Listed<PanelAnswer>(
                    [.. institution.Programme.Panels.Values.OrderBy(panel => panel.Name, StringComparer.Ordinal)
                        .Select(panel => PanelAnswer.Of(institution, panel))])))
            .For(Access.Everyone).WithName("listPanels").WithTags(Tag)
            .WithSummary("Every panel, those closed included.")
            .Produces<Listed<PanelAnswer>>().Problems(401);
        api.MapGet("/panels/{id}", OnePanel)
            .For(Access.Everyone).WithName("readPanel").WithTags(Tag)
            .WithSummary("One panel and what it lacks for good.")
            .Reads<PanelAnswer>();
        api.MapGet("/terms", (InstitutionDirectory directory, HttpContext http) =>
                Answer(http, directory, institution =>
                    new Listed<TermAnswer>([.. institution.Terms.Select(TermAnswer.Of)])))
            .For(Access.Everyone).WithName("listTerms").WithTags(Tag).WithSummary("Every term, in order of start.")
            .Produces<Listed<TermAnswer>>().Problems(401);
        api.MapGet("/services", (InstitutionDirectory directory, HttpContext http) =>
                Answer(http, directory, institution =>
                    new Listed<ServiceAnswer>([.. institution.Services.Select(ServiceAnswer.Of)])))
            .For(Access.Everyone).WithName("listServices").WithTags(Tag)
            .WithSummary("The directory of services, without those withdrawn.")
            .Produces<Listed<ServiceAnswer>>().Problems(401);
        api.MapGet("/programmes/{id}/policy", Policy)
            .For(Access.Everyone).WithName("readPolicy").WithTags(Tag)
            .WithSummary("The policy in force and every one ever adopted. Adopting the next one needs the ETag.")
            .Reads<PolicyAnswer>();
    }

    private static IResult OnePanel(string id, HttpContext http, InstitutionDirectory directory) =>
        directory.Present.Programme.Panels.TryGetValue(new PanelId(id.ToLowerInvariant()), out var panel)
            ? Answer(http, directory, institution => PanelAnswer.Of(institution, panel))
            : Problem.Of(new PanelUnknown()).ToResult();

    private static IResult Policy(string id, HttpContext http, InstitutionDirectory directory, TimeProvider clock) =>
        id == Programme.Listening
            ? Answer(http, directory, institution => PolicyAnswer.Of(institution.Programme, clock.GetUtcNow()))
            : Problem.Of(new ProgrammeUnknown()).ToResult();

    /// <summary>With the programme's version as ETag.</summary>
    private static IResult Answer<T>(HttpContext http, InstitutionDirectory directory, Func<Institution, T> of)
    {
        var known = directory.Snapshot;
        http.Response.Headers.ETag =
            Respond.ETag(known.VersionOf(StreamIds.For(Programme.StreamType, Programme.Listening)));
        return ApiJson.Ok(of(known.Institution));
    }
}
