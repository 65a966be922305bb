using System.Globalization;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Rota;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Rota;

/// <summary>One panel's rota as a page: for its Senior Members and the programme office.</summary>
public sealed class RotaPages(InstitutionDirectory directory, PageFrame frames, TimeProvider clock)
{
    /// <summary>How many days are on one page.</summary>
    private const int Days = 28;

    private static readonly Access Readers = Access.Only(Role.SeniorMember, Role.Coordinator, Role.Administrator);

    public static void MapRotaPage(IEndpointRouteBuilder app)
    {
        app.MapGet("/rota/{id}", (HttpContext http, RotaPages pages, string id) => pages.Show(http, id))
            .For(Readers).ExcludeFromDescription();
        // The address of a form that was refused is in the browser's bar: asked for again it leads back to the page.
        app.MapGet("/rota/{id}/{**form}", (string id) => Results.Redirect($"/rota/{Uri.EscapeDataString(id)}"))
            .For(Readers).ExcludeFromDescription();
    }

    /// <summary>The page of a form: back to the rota, or the form again.</summary>
    public static FormPage Page(Func<RouteValueDictionary, IFormCollection, string> form) => new(
        form,
        (route, _) => $"/rota/{Uri.EscapeDataString((string)route["id"]!)}",
        (http, refused, status) => Task.FromResult(http.RequestServices.GetRequiredService<RotaPages>()
            .Show(http, (string)http.Request.RouteValues["id"]!, refused, status)));

    private IResult Show(HttpContext http, string id, Refused? refused = null, int status = 200)
    {
        var known = directory.Snapshot;
        var caller = http.Caller();
        if (!known.Institution.Programme.Panels.TryGetValue(new(id.ToLowerInvariant()), out var panel)
            || !ReadRotaEndpoints.MayLookAt(caller, panel.Id))
            return RefusedForm.ErrorFor(http, Problem.NotThere);
        var view = View(known, panel, caller, FirstDay(http, known.Institution));
        return PageResult.Show<RotaPage, RotaView>(frames.For(http), view with { Refused = refused }, status);
    }

    private RotaView View(DirectorySnapshot known, Panel panel, Caller caller, DateOnly first)
    {
        var (institution, now) = (known.Institution, clock.GetUtcNow());
        var calendar = CoverReading.CalendarOf(institution, now);
        DateTimeOffset Midnight(DateOnly day) => calendar.Start(day);
        string Address(DateOnly day) => string.Create(CultureInfo.InvariantCulture,
            $"/rota/{panel.Id}?from={day:yyyy-MM-dd}");
        var context = institution.RotaContextFor(panel.Id, caller, now);
        return new(
            panel.Id.Value, panel.Name, known.VersionOf(StreamIds.For(PanelRota.StreamType, panel.Id.Value)),
            CoverReading.Of(institution, [panel], now, Days),
            [.. institution.Shifts(panel.Id, Midnight(first), Midnight(first.AddDays(Days)))
                .Select(shift => ViewOf(institution, shift, context))])
        {
            MayPlan = context.MayPlan && context.PanelIsOpen,
            MayCover = context.MayCover,
            SeniorMembers = [.. institution.SeniorMembersOf(panel.Id)
                .Select(person => new Choice(person.Value, institution.PersonName(person)))],
            Earlier = Address(first.AddDays(-Days)),
            Later = Address(first.AddDays(Days)),
        };
    }

    private static ShiftView ViewOf(Institution institution, Shift shift, RotaContext context) => new(
        shift.Id.ToString(), shift.Duty,
        [.. shift.Stretches().Select(stretch => new StretchView(
            institution.PersonName(stretch.Person), stretch.Starts, stretch.Ends,
            shift.Confirmed.Contains(stretch.Person),
            !shift.Confirmed.Contains(stretch.Person) && shift.Alarmed.Contains(stretch.Person)))],
        MayChange: shift.Ends > context.Now && context.MayCover);

    /// <summary>The day asked for, or today.</summary>
    private DateOnly FirstDay(HttpContext http, Institution institution)
    {
        var culture = CultureInfo.InvariantCulture;
        var asked = http.Request.Query["from"].ToString();
        return DateOnly.TryParseExact(asked, "yyyy-MM-dd", culture, DateTimeStyles.None, out var day)
            && day.Year is > 1900 and < 2200
                ? day
                : CoverReading.CalendarOf(institution, clock.GetUtcNow()).Day(clock.GetUtcNow());
    }
}
