using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Supervision;

/// <summary>
/// The register of one session as a page. Attendance for its supervisor and the Coordinators; notes and reasons for
/// absence for the supervisor alone (R16).
/// </summary>
public sealed class RegisterPages(InstitutionDirectory directory, GroupHistory history, PageFrame frames)
{
    private const string Path = "/groups/{id}/sessions/{session:guid}";

    public static void MapRegisterPage(IEndpointRouteBuilder app)
    {
        app.MapGet($"{Path}/register", (HttpContext http, RegisterPages pages) => pages.ShowAsync(http))
            .For(GroupReading.Readers).ExcludeFromDescription();
        // The address of a form that was refused is in the browser's bar: asked for again it leads back to the page.
        foreach (var form in (string[])["correction", "notes"])
        {
            app.MapGet($"{Path}/{form}", (string id, Guid session) =>
                    Results.Redirect($"/groups/{Uri.EscapeDataString(id)}/sessions/{session}/register"))
                .For(GroupReading.Readers).ExcludeFromDescription();
        }
    }

    /// <summary>The page of a form: back to the register, which says what was done, or the form again.</summary>
    public static FormPage Page(string form, string done) => new(
        form, $"/groups/{{id}}/sessions/{{session}}/register?done={done}",
        (http, refused, status) => http.RequestServices.GetRequiredService<RegisterPages>()
            .ShowAsync(http, refused, status));

    private async Task<IResult> ShowAsync(HttpContext http, Refused? refused = null, int status = 200)
    {
        var (known, frame, cancel) = (directory.Snapshot, frames.For(http), http.RequestAborted);
        var route = http.Request.RouteValues;
        var institution = known.Institution;
        if (institution.GroupFor(http) is not { } group
            || !group.Sessions.TryGetValue(SupervisionChange.IdOf(route, "session"), out var session))
            return RefusedForm.ErrorFor(http, Problem.NotThere);
        var supervises = http.Caller().Is(Role.Supervisor) && group.Supervisor == http.Caller().Person;
        var events = await history.OfAsync(group.Id, cancel);
        var corrections = GroupHistory.Corrections(institution, events, session.Id);
        var away = session.Register?.Where(entry => entry.Value != Attendance.Attended).Select(entry => entry.Key);
        var lines = new RegisterLines(institution, group, session, frame.Clock)
        {
            Corrections = corrections,
            Reasons = supervises && away is not null
                ? await history.ReasonsAsync(session.Id, away, cancel)
                : new Dictionary<PersonId, string>(),
        };
        var done = http.Request.Query["done"].ToString();
        var view = new RegisterView(
            group.Id.Value.ToUpperInvariant(), GroupReading.AddressOf(group.Id),
            GroupReading.ViewOf(session, frame.Clock))
        {
            Version = known.VersionOf(StreamIds.For(SupervisionGroup.StreamType, group.Id.Value)),
            Lines = lines.All(refused?.Form == RegisterFaults.FormOf(session.Register is not null) ? refused : null),
            Guests = GuestsFor(institution, group, session),
            Corrections = corrections,
            Notes = supervises ? GroupHistory.Notes(institution, events, session.Id) : [],
            MayNote = supervises,
            Done = refused is null ? done : null,
            Changed = refused is null && done == "corrected"
                ? Named(institution, GroupHistory.ChangedBy(institution, events, session.Id)) : [],
        };
        return PageResult.Show<RegisterPage, RegisterView>(
            frame, view with { Refused = refused is null ? null : RegisterFaults.InWords(refused, view) }, status);
    }

    private static IReadOnlyList<ChangedStanding> Named(
        Institution institution, IReadOnlyList<StandingChange> changed) =>
        [.. changed.Select(one => new ChangedStanding(institution.PersonName(one.Person), one.Was, one.Is))];

    /// <summary>Supporters of other groups who are not in the register already.</summary>
    private static IReadOnlyList<Choice> GuestsFor(
        Institution institution, SupervisionGroup group, SupervisionSession session) =>
    [
        .. institution.ByName(institution.Everybody.Select(person => person.Id).Where(person =>
            institution.SupporterOf(person) is { ActiveSince: not null, LeftAt: null }
            && !group.Members.Contains(person) && session.Register?.ContainsKey(person) != true))
            .Select(person => new Choice(
                person.Value,
                institution.PersonName(person) + (institution.SupporterOf(person).Group is { } own
                    ? $", {own.Value.ToUpperInvariant()}" : ""))),
    ];
}
