using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using Safeguard.Projections.Directory;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Supervision;

/// <summary>Requests between sessions and welfare calls as a page, each with the form that answers it (R10).</summary>
public sealed class SupervisorTaskPages(InstitutionDirectory directory, GroupHistory history, PageFrame frames)
{
    private const string Address = "/supervisor-tasks";

    public static void MapSupervisorTasksPage(IEndpointRouteBuilder app)
    {
        app.MapGet(Address, (HttpContext http, SupervisorTaskPages pages) => pages.ShowAsync(http))
            .For(GroupReading.Readers).ExcludeFromDescription();
        // The address of a form that was refused is in the browser's bar: asked for again it leads back to the page.
        app.MapGet(Address + "/{id}/{**form}", () => Results.Redirect(Address))
            .For(GroupReading.Readers).ExcludeFromDescription();
    }

    /// <summary>The page of each of its forms, which leads back to it.</summary>
    internal static FormPage Page { get; } = new(
        (route, _) => $"task-{route["task"]}", (_, _) => Address,
        (http, refused, status) => http.RequestServices.GetRequiredService<SupervisorTaskPages>()
            .ShowAsync(http, refused, status));

    private async Task<IResult> ShowAsync(HttpContext http, Refused? refused = null, int status = 200)
    {
        var (institution, caller) = (directory.Present, http.Caller());
        var owed = new List<SupervisorTaskView>();
        foreach (var group in institution.Groups.Values.Where(group => !group.Tasks.IsEmpty))
        {
            var seen = ReadGroupEndpoints.MaySee(group, caller) ? group.Tasks
                : group.Tasks.FindAll(task => task.Owner == caller.Person);
            if (seen.IsEmpty) continue;
            var events = await history.OfAsync(group.Id, http.RequestAborted);
            owed.AddRange(seen.Select(task => ViewOf(institution, group, task, events, caller)));
        }

        var view = new SupervisorTasksView(
            [.. owed.Where(task => task.Owner is null).OrderBy(task => task.DueAt)],
            [.. owed.Where(task => task.Owner is not null).OrderBy(task => task.DueAt)])
        {
            Refused = refused is null || owed.Exists(task => task.Form == refused.Form) ? refused : refused.Homeless(),
        };
        return PageResult.Show<SupervisorTasksPage, SupervisorTasksView>(frames.For(http), view, status);
    }

    private static SupervisorTaskView ViewOf(
        Institution institution, SupervisionGroup group, SupervisorTask task, IReadOnlyList<Recorded> events,
        Caller caller)
    {
        var asked = events.FirstOrDefault(recorded => recorded.Event switch
        {
            BetweenSessionsContactRequested request => request.Request == task.Id,
            WelfareCallAsked call => call.Call == task.Id,
            _ => false,
        });
        var isCall = task.Kind == SupervisorTask.WelfareCall;
        var kind = isCall ? "welfare-calls" : "contact-requests";
        var isTheirs = task.Owner == caller.Person;
        return new(
            $"task-{task.Id}",
            $"{Address}/{Uri.EscapeDataString(group.Id.Value)}/{kind}/{task.Id}",
            institution.PersonName(task.About), institution.Person(task.About)?.Phone,
            group.Id.Value.ToUpperInvariant(), isCall, asked?.Stamp.RecordedAt ?? task.DueAt, task.DueAt)
        {
            Words = isTheirs ? (asked?.Event as BetweenSessionsContactRequested)?.Words?.Text : null,
            Urgent = task.Escalation is not null,
            Owner = isTheirs ? null : institution.PersonName(task.Owner),
        };
    }
}
