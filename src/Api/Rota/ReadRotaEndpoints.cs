using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Rota;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Rota;

/// <summary>Who is on duty when, and when nobody is. By id: no names.</summary>
public static class ReadRotaEndpoints
{
    private const string Tag = "rota";

    /// <summary>How far a rota is shown when nobody says: four weeks.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(28);

    /// <summary>The longest stretch of one answer: a year and a leap day.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public static void MapReadRota(this IEndpointRouteBuilder api)
    {
        api.MapGet("/panels/{id}/rota", OnePanel)
            .For(Access.Only(Role.SeniorMember, Role.Coordinator, Role.Administrator, Role.Auditor))
            .WithName("readRota").WithTags(Tag)
            .WithSummary("A panel's shifts and gaps. The ETag is what planning needs; from and to are moments or days.")
            .Reads<RotaAnswer>().Problems(422);
        api.MapGet("/duty", Duty)
            .For(Access.Everyone).WithName("readDuty").WithTags(Tag)
            .WithSummary("Who is on duty at a moment, for every open panel or for one.")
            .Produces<Listed<DutyAnswer>>().Problems(401, 404, 422);
        api.MapGet("/rota/gaps", Gaps)
            .For(Access.Only(Role.SeniorMember, Role.Coordinator, Role.Administrator))
            .WithName("listGaps").WithTags(Tag)
            .WithSummary("When a duty has nobody, in order of start, and what panels lack for good.")
            .Produces<GapsAnswer>().Problems(401, 403, 422);
    }

    /// <summary>Coordinators look at every rota, Senior Members at their own panels'.</summary>
    public static bool MayLookAt(Caller caller, PanelId panel) =>
        caller.Is(Role.Coordinator) || caller.Is(Role.Administrator) || caller.Is(Role.Auditor)
        || caller.Is(Role.SeniorMember, panel);

    private static IResult OnePanel(
        string id, HttpContext http, InstitutionDirectory directory, TimeProvider clock, string? from, string? to)
    {
        var known = directory.Snapshot;
        var panel = new PanelId(id.ToLowerInvariant());
        if (!known.Institution.Programme.Panels.ContainsKey(panel)) return NoPanel;
        if (!MayLookAt(http.Caller(), panel)) return Problem.RoleMayNot.ToResult();
        var (period, problem) = Period(known.Institution, clock.GetUtcNow(), from, to);
        if (problem is not null) return problem.ToResult();
        http.Response.Headers.ETag =
            Respond.ETag(known.VersionOf(StreamIds.For(PanelRota.StreamType, panel.Value)));
        return ApiJson.Ok(RotaAnswer.Of(known.Institution, panel, period.From, period.To));
    }

    private static IResult Duty(InstitutionDirectory directory, TimeProvider clock, string? at, string? panel)
    {
        var institution = directory.Present;
        var now = clock.GetUtcNow();
        var reading = new RequestReading(institution, now);
        var moment = reading.Moment("at", at) ?? now;
        if (reading.Faults.Count > 0) return Problem.Unprocessable(reading.Faults).ToResult();
        if (string.IsNullOrWhiteSpace(panel))
        {
            return ApiJson.Ok(new Listed<DutyAnswer>(
                [.. institution.Panels.Select(open => DutyAnswer.Of(institution.DutyAt(open.Id, moment)))]));
        }

        var asked = new PanelId(panel.Trim().ToLowerInvariant());
        return institution.Programme.Panels.ContainsKey(asked)
            ? ApiJson.Ok(new Listed<DutyAnswer>([DutyAnswer.Of(institution.DutyAt(asked, moment))]))
            : NoPanel;
    }

    private static IResult Gaps(
        HttpContext http, InstitutionDirectory directory, TimeProvider clock, string? from, string? to, string? panel)
    {
        var institution = directory.Present;
        var (period, problem) = Period(institution, clock.GetUtcNow(), from, to);
        if (problem is not null) return problem.ToResult();
        bool Shows(PanelId of) => MayLookAt(http.Caller(), of)
            && (string.IsNullOrWhiteSpace(panel) || of.Value.Equals(panel.Trim(), StringComparison.OrdinalIgnoreCase));
        return ApiJson.Ok(new GapsAnswer(
            [.. institution.Gaps(period.From, period.To).Where(gap => Shows(gap.Panel)).Select(GapAnswer.Of)],
            [.. institution.StandingWarnings().Where(warning => Shows(warning.Panel))]));
    }

    private static ((DateTimeOffset From, DateTimeOffset To) Period, Problem? Problem) Period(
        Institution institution, DateTimeOffset now, string? from, string? to)
    {
        var reading = new RequestReading(institution, now);
        var starts = reading.Moment("from", from) ?? now;
        var ends = reading.Moment("to", to) ?? starts + Ahead;
        if (ends <= starts) reading.Fault("to", "This is not after from. Give a later moment.");
        if (ends - starts > Longest) reading.Fault("to", "At most 366 days at once. Give an earlier moment.");
        return ((starts, ends), reading.Faults.Count > 0 ? Problem.Unprocessable(reading.Faults) : null);
    }

    private static IResult NoPanel => Problem.Of(new PanelUnknown()).ToResult();
}
