using Safeguard.Api.Pages.Kit;
using Safeguard.Api.Supervision;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Home;

/// <summary>What a supervisor owes to their groups, as lines of the home page: no names, only where to do it.</summary>
internal static class SupervisionTasks
{
    public static IEnumerable<TaskLine> Of(
        Institution institution, IReadOnlyList<SupervisionGroup> groups, PageClock clock)
    {
        foreach (var group in groups)
        {
            var name = group.Id.Value.ToUpperInvariant();
            if (group.RegisterToTake(clock.Today) is { } held)
                yield return new(
                    $"Take the register of {name}, {clock.Day(held.Day)}", $"{GroupReading.AddressOf(held)}/register");
            if (group.NextSession(clock.Today) is null && !group.Members.IsEmpty)
                yield return new($"Schedule the next session of {name}", GroupReading.AddressOf(group.Id));
        }

        var owed = institution.Groups.Values.SelectMany(group => group.Tasks)
            .Where(task => groups.Any(group => group.Supervisor == task.Owner)).ToList();
        if (owed.Count > 0)
            yield return new(
                $"Talk with {Sentence.Count(owed.Count, "supporter who waits", "supporters who wait")} for you",
                "/supervisor-tasks", owed.Min(task => task.DueAt));
    }
}
