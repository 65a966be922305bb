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
        var (known, frame) = (directory.Snapshot, frames.For(http));
        var (now, calendar) = (frame.Clock.Now, known.Institution.CalendarAt(frame.Clock.Now));
        var view = new ServicesView(
            [.. known.Institution.Services.Select(service => Line(service, now, calendar))])
        {
            MayChange = http.Caller().KeepsPeople(),
            Version = known.VersionOf(StreamIds.For(Programme.StreamType, Programme.Listening)),
            Refused = refused,
        };
        return PageResult.Show<ServicesPage, ServicesView>(frame, view, status);
    }

    private static ServiceLine Line(Service service, DateTimeOffset now, InstitutionCalendar calendar)
    {
        var hours = OpeningHours.Read(service.Entry.Opens);
        var open = hours.IsOpenAt(now, calendar);
        return new(service.Id, service.Entry)
        {
            IsOpen = open,
            OpensAt = open == false ? hours.NextOpening(now, calendar) : null,
        };
    }
}
