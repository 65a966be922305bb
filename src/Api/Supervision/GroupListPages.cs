using Microsoft.AspNetCore.Http.HttpResults;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Supervision;

/// <summary>Supervision groups as a list: their own for supervisors, all for Coordinators.</summary>
public sealed class GroupListPages(InstitutionDirectory directory, PageFrame frames)
{
    private static readonly Standing[] Due = [Standing.Lapsed, Standing.Overdue, Standing.DueSoon];

    public static void MapGroupsPage(IEndpointRouteBuilder app) =>
        app.MapGet("/groups", (HttpContext http, GroupListPages pages) => pages.Show(http))
            .For(GroupReading.Readers).ExcludeFromDescription();

    internal static GroupLine LineOf(Institution institution, SupervisionGroup group, PageClock clock)
    {
        var standings = institution.StandingFactsOf(group.Members, clock.Now)
            .Select(facts => StandingOf.At(facts, clock.Now).Standing).CountBy(standing => standing).ToDictionary();
        return new(
            GroupReading.AddressOf(group.Id), group.Id.Value.ToUpperInvariant(),
            group.Supervisor is { } supervisor ? institution.PersonName(supervisor) : null, group.Members.Count)
        {
            Next = group.NextSession(clock.Today) is { } next ? GroupReading.ViewOf(next, clock) : null,
            ToTake = group.RegisterToTake(clock.Today) is { } held ? GroupReading.ViewOf(held, clock) : null,
            Due = [.. Due.Where(standings.ContainsKey).Select(standing => (standing, standings[standing]))],
            Tasks = group.Tasks.Count,
            TasksLate = group.Tasks.Exists(task => task.DueAt < clock.Now),
        };
    }

    private RazorComponentResult<GroupsPage> Show(HttpContext http)
    {
        var (institution, caller, frame) = (directory.Present, http.Caller(), frames.For(http));
        var view = new GroupsView(
            [.. institution.GroupsFor(caller).Select(group => LineOf(institution, group, frame.Clock))])
        {
            All = caller.Is(Role.Coordinator),
        };
        return PageResult.Show<GroupsPage, GroupsView>(frame, view);
    }
}
