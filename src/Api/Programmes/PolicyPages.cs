using Microsoft.AspNetCore.Http.HttpResults;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Programmes;

/// <summary>The policy as a page: what is in force, what changed when and why, and the form for the next one.</summary>
public sealed class PolicyPages(InstitutionDirectory directory, PageFrame frames, TimeProvider clock)
{
    public const string Address = "/policy";

    public static void MapPolicyPage(IEndpointRouteBuilder app) =>
        app.MapGet(Address, (HttpContext http, PolicyPages pages) => pages.Show(http))
            .For(Access.Only(Role.Coordinator, Role.Administrator)).ExcludeFromDescription();

    public static FormPage Page { get; } = new("policy", Address, (http, refused, status) =>
        Task.FromResult<IResult>(http.RequestServices.GetRequiredService<PolicyPages>().Show(http, refused, status)));

    private RazorComponentResult<PolicyPage> Show(HttpContext http, Refused? refused = null, int status = 200)
    {
        var known = directory.Snapshot;
        var programme = known.Institution.Programme;
        var adopted = programme.Policies.Reverse().Select(one => new AdoptedPolicyView(
            one.Policy, one.EffectiveFrom, known.Institution.PersonName(one.Author), one.Reason)).ToList();
        adopted.Add(new AdoptedPolicyView(Policy.Default, EffectiveFrom: null, By: null, Reason: null));
        var inForce = programme.PolicyAt(clock.GetUtcNow());
        var view = new PolicyView(adopted, known.VersionOf(StreamIds.For(Programme.StreamType, Programme.Listening)))
        {
            InForce = adopted.Find(one => one.Policy.Version == inForce.Version) ?? adopted[^1],
            MayChange = true,
            Refused = refused,
        };
        return PageResult.Show<PolicyPage, PolicyView>(frames.For(http), view, status);
    }
}
