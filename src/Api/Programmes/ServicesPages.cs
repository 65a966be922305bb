using Microsoft.AspNetCore.Http.HttpResults;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Api.People;
using Safeguard.Domain.Programmes;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Programmes;

/// <summary>The directory of services as a page.</summary>
public sealed class ServicesPages(InstitutionDirectory directory, PageFrame frames)
{
    public const string Address = "/services";

    public static void MapServicesPage(IEndpointRouteBuilder app) =>
        app.MapGet(Address, (HttpContext http, ServicesPages pages) => pages.Show(http))
            .For(Access.Everyone).ExcludeFromDescription();

    /// <summary>The page of a form: back to the directory, or the form again.</summary>
    public static FormPage Page(Func<RouteValueDictionary, string> form) => new(
        (route, _) => form(route), (_, _) => Address,
        (http, refused, status) =>
            Task.FromResult<IResult>(
                http.RequestServices.GetRequiredService<ServicesPages>().Show(http, refused, status)));

    private RazorComponentResult<ServicesPage> Show(HttpContext http, Refused? refused = null, int status = 200)
    {
        var known = directory.Snapshot;
        var view = new ServicesView(
            [.. known.Institution.Services.Select(service => new ServiceLine(service.Id, service.Entry))])
        {
            MayChange = http.Caller().KeepsPeople(),
            Version = known.VersionOf(StreamIds.For(Programme.StreamType, Programme.Listening)),
            Refused = refused,
        };
        return PageResult.Show<ServicesPage, ServicesView>(frames.For(http), view, status);
    }
}
