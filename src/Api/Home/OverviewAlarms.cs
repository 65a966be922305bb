using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Api.Reading;
using Safeguard.Api.Rota;
using Safeguard.Api.Supervision;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Rota;
using Safeguard.Domain.Supervision;
using Safeguard.EventStore;
using Safeguard.Projections.EscalationQueue;
using Safeguard.Projections.Reads;

namespace Safeguard.Api.Home;

/// <summary>
/// What is wrong, in words: each kind one by one while it is few, and as one line with its number beyond.
/// </summary>
internal sealed class OverviewAlarms(Institution institution, PageClock clock)
{
    /// <summary>So many of one kind are told one by one; more would hide the other kinds.</summary>
    private const int OneByOne = 3;

    public static IEnumerable<AlarmView> Breaches(IReadOnlyList<OpenItemRow> breaches)
    {
        if (breaches.Count == 0) yield break;
        yield return new(
            $"{Sentence.Count(breaches.Count, "open item has", "open items have")} no owner or no next moment",
            "Something that should have happened more than a minute ago did not. Look at the queue, and "
                + "tell whoever runs "
            + "Safeguard.",
            Tone.Alarm, "/queue", "Look at the queue");
    }

    public IEnumerable<AlarmView> Unanswered(IReadOnlyList<EscalationRow> open) => Told(
        [.. open.Where(row => OverviewPages.IsUnanswered(row) && row.AcknowledgeBy < clock.Now)],
        row => new AlarmView(
            $"Nobody has urgent contact {row.ShortCode}",
            $"“I have it” was due at {clock.Near(row.AcknowledgeBy)}. Paging goes on.",
            Tone.Alarm, $"/escalations/{row.Id}", "Open it"),
        count => new AlarmView(
            $"Nobody has {count} urgent contacts", "“I have it” was due for each. Paging goes on.",
            Tone.Alarm, "/queue", "Look at the queue"));

    public IEnumerable<AlarmView> NotSpokenWith(IReadOnlyList<EscalationRow> open) => Told(
        [.. open.Where(row => row.ContactAt is null && row.AcknowledgedBy is not null && row.RespondBy < clock.Now)],
        row => new AlarmView(
            $"Nobody has spoken with the student of urgent contact {row.ShortCode}",
            $"That was due at {clock.Near(row.RespondBy)}. {institution.PersonName(row.Owner)} has it.",
            Tone.Alarm, $"/escalations/{row.Id}", "Open it"),
        count => new AlarmView(
            $"In {count} urgent contacts nobody has spoken with the student", "That was due for each.",
            Tone.Alarm, "/queue", "Look at the queue"));

    public IEnumerable<AlarmView> NobodyOnDuty() => Told(
        [.. institution.Panels.Where(panel =>
            institution.SeniorMembersOf(panel.Id).Count > 0 && institution.DutyAt(panel.Id, clock.Now).First is null)],
        panel => new AlarmView(
            $"{panel.Name} has nobody first on duty", "Urgent contacts go on to the next people at once.",
            Tone.Alarm, $"/rota/{panel.Id}", "Find cover"),
        count => new AlarmView(
            $"{count} panels have nobody first on duty", "Urgent contacts go on to the next people at once.",
            Tone.Alarm, "/rota/gaps", "Find cover"));

    /// <summary>Duties that are on, and whose time to be confirmed has passed.</summary>
    public IEnumerable<AlarmView> Unconfirmed() => Told(
        [.. from panel in institution.Panels
            from shift in institution.Shifts(panel.Id, clock.Now, clock.Now.AddTicks(1))
            from stretch in shift.Stretches()
            where stretch.Starts <= clock.Now && stretch.Ends > clock.Now
                && shift.Alarmed.Contains(stretch.Person) && !shift.Confirmed.Contains(stretch.Person)
            select (Panel: panel, shift.Duty, Stretch: stretch)],
        found => new AlarmView(
            "A duty is not confirmed",
            $"{institution.PersonName(found.Stretch.Person)}, {Named(found.Duty)} for {found.Panel.Name} since "
            + $"{clock.Near(found.Stretch.Starts)}. Pages go out all the same.",
            Tone.Warn, $"/rota/{found.Panel.Id}", "Look at the rota"),
        count => new AlarmView(
            $"{count} duties are not confirmed", "Pages go out all the same.", Tone.Warn, "/rota/gaps",
                "Look at cover"));

    public static IEnumerable<AlarmView> Mail(OutboxCounts letters, bool isOff)
    {
        if (letters.Dead > 0)
        {
            yield return new(
                $"{Sentence.Count((int)letters.Dead, "e-mail", "e-mails")} could not be sent",
                "Each was tried for about a day. Everyone is paged on screen; tell whoever runs Safeguard.",
                    Tone.Alarm);
        }

        if (isOff)
        {
            yield return new(
                "E-mail is off", "Pages are on screen only. Whoever runs Safeguard can name a mail server.", Tone.Warn);
        }
    }

    /// <summary>Records opened outside somebody's scope, until somebody has said what they make of it (R17).</summary>
    public static IEnumerable<AlarmView> BreakGlass(IReadOnlyList<BreakGlassRow> due)
    {
        if (due.Count == 0) yield break;
        yield return new(
            $"{Sentence.Count(due.Count, "record was", "records were")} opened outside somebody’s scope",
            "A reason was given for each. Say what you make of it.",
            due.Any(row => row.Late) ? Tone.Alarm : Tone.Warn, BreakGlassPages.Reviews, "Review it");
    }

    public IEnumerable<AlarmView> Stopped(IReadOnlyList<ProjectionStop> stops) => Told(
        stops,
        stop => new AlarmView(
            $"A list stands still: {stop.Name}", $"Since {clock.Near(stop.StoppedAt)}. Tell whoever runs Safeguard.",
            Tone.Alarm),
        count => new AlarmView($"{count} lists stand still", "Tell whoever runs Safeguard.", Tone.Alarm));

    public IEnumerable<AlarmView> Standing() => Told(
        institution.StandingWarnings(),
        warning => new AlarmView(
            $"{institution.PanelName(warning.Panel)} has {CoverGapsPages.WordsOf(warning)}",
            "Its urgent contacts go to the Coordinators until somebody is found.",
            Tone.Warn, $"/rota/{warning.Panel}", "Look at its rota"),
        count => new AlarmView(
            $"{institution.StandingWarnings().Select(warning => warning.Panel).Distinct().Count()} panels lack "
            + "somebody for good",
            "Their urgent contacts go on to others until somebody is found.", Tone.Warn, "/rota/gaps",
                "See what is missing"));

    /// <summary>Came after a long lapse: only a Coordinator's word brings them back (R9).</summary>
    public static IEnumerable<AlarmView> Returned(int count)
    {
        if (count == 0) yield break;
        yield return new(
            $"{Sentence.Count(count, "supporter has", "supporters have")} come back after a long lapse",
            "They wait for a Coordinator to confirm it.", Tone.Warn, "/standing", "Confirm it");
    }

    /// <summary>Groups where nothing is offered: nobody lapses for it, and somebody mends it (R9).</summary>
    public static IEnumerable<AlarmView> Unscheduled(IReadOnlyList<UnscheduledGroupView> groups)
    {
        if (groups.Count == 0) yield break;
        yield return new(
            $"{Sentence.Count(groups.Count, "supervision group has", "supervision groups have")} no session to come",
            "What is not offered is not due. Ask the supervisor to schedule one.", Tone.Warn, "/groups",
            "See which");
    }

    /// <summary>Requests between sessions and welfare calls whose time has passed (R10).</summary>
    public IEnumerable<AlarmView> LateSupervision() => Told(
        [.. from known in institution.Groups.Values
            from task in known.Tasks
            where task.DueAt < clock.Now
            orderby task.DueAt
            select (Group: known.Id, Task: task)],
        late => new AlarmView(
            $"{institution.PersonName(late.Task.Owner)} has not been in touch with somebody of group "
                + late.Group.Value.ToUpperInvariant(),
            $"{(late.Task.Kind == SupervisorTask.WelfareCall ? "A call to see how they are" : "What they asked for")} "
                + $"was due at {clock.Near(late.Task.DueAt)}.",
            Tone.Warn, "/supervisor-tasks", "See who waits"),
        count => new AlarmView(
            $"{count} supervisor tasks are late", "Supporters wait for a call.", Tone.Warn,
            "/supervisor-tasks", "See who waits"));

    private static IEnumerable<AlarmView> Told<T>(
        IReadOnlyList<T> found, Func<T, AlarmView> one, Func<int, AlarmView> many) =>
        found.Count <= OneByOne ? found.Select(one) : [many(found.Count)];

    private static string Named(Duty duty) => duty == Duty.First ? "first on duty" : "Deputy";
}
