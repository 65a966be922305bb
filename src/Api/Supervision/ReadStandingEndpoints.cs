using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using Safeguard.Projections.Directory;
using Safeguard.Projections.StandingBoard;

namespace Safeguard.Api.Supervision;

/// <summary>Where supporters stand: one with every reason, and the board of those whom the reader may see.</summary>
public static class ReadStandingEndpoints
{
    public static void MapReadStanding(this IEndpointRouteBuilder api)
    {
        api.MapGet("/supporters/{id}/standing", One)
            .For(Access.Everyone).WithName("readStanding").WithTags("supervision")
            .WithSummary("A supporter's standing, now or at a moment, and why. For themselves, their supervisor and "
                + "the Coordinators.")
            .Reads<StandingJson>().Problems(422);
        api.MapGet("/standing", ListAsync)
            .For(Access.Only(Role.Supervisor, Role.Coordinator)).WithName("listStandings").WithTags("supervision")
            .WithSummary("The standing board: every supporter for Coordinators, their own groups for supervisors.")
            .Produces<Listed<StandingItem>>().Problems(401, 403, 422);
    }

    /// <summary>Themselves, whoever supervises or trains them, and the Coordinators.</summary>
    public static bool MaySee(Institution institution, Caller caller, PersonId supporter, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(institution);
        ArgumentNullException.ThrowIfNull(caller);
        return institution.SupporterOf(supporter).Enrolled
            && (caller.Person == supporter || caller.Is(Role.Coordinator)
                || new SupervisionContext(institution, caller, now).SupervisesOrTrained(supporter));
    }

    private static IResult One(
        string id, HttpContext http, InstitutionDirectory directory, TimeProvider clock, string? at)
    {
        var institution = directory.Present;
        var now = clock.GetUtcNow();
        var supporter = new PersonId(id.ToLowerInvariant());
        if (!MaySee(institution, http.Caller(), supporter, now)) return Problem.NotThere.ToResult();
        var reading = new RequestReading(institution, now);
        var moment = reading.Moment("at", at) ?? now;
        if (reading.Faults.Count > 0) return Problem.Unprocessable(reading.Faults).ToResult();
        var page = PageClock.In(institution.PolicyAt(now).TimeZone, now);
        return ApiJson.Ok(StandingJson.Of(institution.StandingAt(supporter, moment), page));
    }

    private static async Task<IResult> ListAsync(
        HttpContext http, InstitutionDirectory directory, StandingRows rows, TimeProvider clock,
        string? panel, string? standing, string? available, string? after, CancellationToken cancel)
    {
        var (institution, now) = (directory.Present, clock.GetUtcNow());
        var reading = new RequestReading(institution, now);
        var filter = new StandingFilter(
            string.IsNullOrWhiteSpace(panel) ? null : new PanelId(panel.Trim().ToLowerInvariant()),
            GroupsOf(institution, http.Caller()),
            reading.OptionalChoice<Standing>("standing", standing),
            reading.Flag("available", available, otherwise: false));
        if (reading.Faults.Count > 0) return Problem.Unprocessable(reading.Faults).ToResult();
        var day = institution.CalendarAt(now).Day(now);
        PersonId? last = string.IsNullOrWhiteSpace(after) ? null : new PersonId(after);
        var page = await rows.ListAsync(filter, day, last, StandingRows.PageSize + 1, cancel);
        var items = page.Take(StandingRows.PageSize).Select(row => StandingItem.Of(row, day)).ToList();
        return ApiJson.Ok(new Listed<StandingItem>(
            items, page.Count > StandingRows.PageSize ? items[^1].Person.Value : null));
    }

    /// <summary>The groups whose members a reader sees; null for everyone.</summary>
    public static IReadOnlyList<GroupId>? GroupsOf(Institution institution, Caller caller)
    {
        ArgumentNullException.ThrowIfNull(institution);
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Is(Role.Coordinator)
            ? null
            : [.. institution.Groups.Values.Where(known => known.Supervisor == caller.Person)
                .Select(known => known.Id)];
    }
}

/// <summary>A standing as the API answers it.</summary>
/// <param name="Why">Because of what, in sentences, in the order in which it was concluded.</param>
public sealed record StandingJson(
    Standing Standing, DateOnly Since, DateOnly? DueOn, DateOnly? LapsesOn, DateOnly? LastCounted,
    SessionJson? NextSession, bool AwaitsCoordinator, IReadOnlyList<string> Why, int PolicyVersion)
{
    public static StandingJson Of(StandingAnswer standing, PageClock clock)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return new(
            standing.Standing, standing.Since, standing.DueOn, standing.LapsesOn, standing.LastCounted,
            standing.NextSession is { } next ? SessionJson.Of(next) : null, standing.AwaitsCoordinator,
            [.. standing.Why.Select(reason => StandingWords.Of(reason, clock))], standing.PolicyVersion);
    }
}

/// <summary>One row of the standing board.</summary>
public sealed record StandingItem(
    PersonId Person, PanelId? Panel, GroupId? Group, Standing Standing, DateOnly Since, DateOnly? DueOn,
    DateOnly? LapsesOn, DateOnly? LastCounted, bool AwaitsCoordinator, bool NothingScheduled, bool Available)
{
    public static StandingItem Of(StandingRow row, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(row);
        var (standing, since) = row.On(day);
        return new(
            row.Person, row.Panel, row.Group, standing, since, row.DueOn, row.LapsesOn, row.LastCounted,
            row.AwaitsCoordinator, row.NothingScheduled,
            // Listed once and lapsed since is not listed: standing is looked at for the moment, never a stored flag.
            row.AvailableSince is not null && standing <= Standing.Overdue);
    }
}

/// <summary>A session of a group.</summary>
/// <param name="StartsAt">Local time of the institution; absent where only the day is known.</param>
/// <param name="State"><c>scheduled</c>, <c>cancelled</c> or <c>held</c>.</param>
public sealed record SessionJson(Guid Session, GroupId Group, DateOnly Day, TimeOnly? StartsAt, string State)
{
    public static SessionJson Of(SupervisionSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        var state = session.Cancelled ? "cancelled" : session.Register is null ? "scheduled" : "held";
        return new(session.Id, session.Group, session.Day, session.StartsAt, state);
    }
}
