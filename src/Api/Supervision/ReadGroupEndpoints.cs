using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Supervision;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Supervision;

/// <summary>
/// Supervision groups with their sessions and registers. Attendance only, never what was talked about (R16).
/// </summary>
public static class ReadGroupEndpoints
{
    public static void MapReadGroups(this IEndpointRouteBuilder api)
    {
        api.MapGet("/supervision-groups", List)
            .For(Access.Only(Role.Supervisor, Role.Coordinator)).WithName("listSupervisionGroups")
            .WithTags("supervision")
            .WithSummary("Every group for Coordinators, their own for supervisors.")
            .Produces<Listed<GroupAnswer>>().Problems(401, 403);
        api.MapGet("/supervision-groups/{id}", One)
            .For(Access.Only(Role.Supervisor, Role.Coordinator)).WithName("readSupervisionGroup")
            .WithTags("supervision")
            .WithSummary("One group: members, sessions, registers, and what its supervisor owes.")
            .Reads<GroupDetail>();
    }

    /// <summary>Its supervisor and the Coordinators.</summary>
    public static bool MaySee(SupervisionGroup group, Caller caller)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(caller);
        return group.Formed
            && (caller.Is(Role.Coordinator) || (caller.Is(Role.Supervisor) && group.Supervisor == caller.Person));
    }

    /// <summary>Members in the order of their ids.</summary>
    internal static IReadOnlyList<PersonId> InOrder(this SupervisionGroup group) =>
        [.. group.Members.OrderBy(member => member.Value, StringComparer.Ordinal)];

    private static IResult List(HttpContext http, InstitutionDirectory directory) =>
        ApiJson.Ok(new Listed<GroupAnswer>(
        [
            .. directory.Present.Groups.Values
                .Where(known => MaySee(known, http.Caller()))
                .OrderBy(known => known.Id.Value, StringComparer.Ordinal)
                .Select(GroupAnswer.Of),
        ]));

    private static IResult One(string id, HttpContext http, InstitutionDirectory directory)
    {
        var known = directory.Snapshot;
        var group = known.Institution.GroupOf(new GroupId(id.ToLowerInvariant()));
        if (!MaySee(group, http.Caller())) return Problem.NotThere.ToResult();
        http.Response.Headers.ETag = Respond.ETag(
            known.VersionOf(StreamIds.For(SupervisionGroup.StreamType, group.Id.Value)));
        return ApiJson.Ok(GroupDetail.Of(group));
    }
}

/// <summary>A group as the list has it, by ids.</summary>
public sealed record GroupAnswer(
    GroupId Id, PersonId? Supervisor, IReadOnlyList<PersonId> Members, SessionJson? NextSession)
{
    public static GroupAnswer Of(SupervisionGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var next = group.ByDay.Find(session => session.IsToCome);
        return new(group.Id, group.Supervisor, group.InOrder(), next is null ? null : SessionJson.Of(next));
    }
}

/// <summary>A group whole: by id, and attendance without the reasons for it.</summary>
public sealed record GroupDetail(
    GroupId Id, PersonId? Supervisor, IReadOnlyList<PersonId> Members, IReadOnlyList<SessionDetail> Sessions,
    IReadOnlyList<SupervisorTask> Tasks)
{
    /// <summary>The latest sessions shown, two years of fortnights.</summary>
    private const int MaxSessions = 104;

    public static GroupDetail Of(SupervisionGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return new(
            group.Id, group.Supervisor, group.InOrder(),
            [.. group.ByDay.Skip(group.ByDay.Count - MaxSessions).Select(SessionDetail.Of)], group.Tasks);
    }
}

public sealed record SessionDetail(SessionJson Session, IReadOnlyList<RegisterEntry>? Register)
{
    public static SessionDetail Of(SupervisionSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return new(SessionJson.Of(session), session.Register?
            .OrderBy(entry => entry.Key.Value, StringComparer.Ordinal)
            .Select(entry => new RegisterEntry(entry.Key, entry.Value)).ToList());
    }
}
