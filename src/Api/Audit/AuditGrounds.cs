using System.Text.Json.Nodes;
using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Rota;
using Safeguard.Domain.Supervision;
using Safeguard.Projections.Audit;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Audit;

/// <summary>
/// An event of the institution from which something follows that is said of a record: by the name and the number that
/// it has in its stream.
/// </summary>
/// <param name="Stream"><c>rota:alder-college</c>, <c>supporter:we0102</c>.</param>
/// <param name="N">Its place in that stream, from 1.</param>
public sealed record AuditGround(string Stream, int N)
{
    public static AuditGround Of(Recorded recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        var (kind, slug) = recorded.Event switch
        {
            RotaEvent e => (PanelRota.StreamType, e.Panel.Value),
            PersonEvent e => (Person.StreamType, e.Person.Value),
            SupporterEvent e => (Supporter.StreamType, e.Supporter.Value),
            SupervisionGroupEvent e => (SupervisionGroup.StreamType, e.Group.Value),
            ProgrammeEvent => (Programme.StreamType, Programme.Listening),
            _ => throw new ArgumentException("Nothing of the institution follows from it.", nameof(recorded)),
        };
        return new($"{kind}:{slug}", (int)recorded.Version);
    }

    /// <summary>Where it stands on the page of the history.</summary>
    internal string Anchor => $"{Stream.Replace(':', '-')}-{N}";

    /// <summary>"event 12 of the rota of alder-college".</summary>
    internal string Words()
    {
        var name = Stream.Split(':');
        return $"event {N} of " + name[0] switch
        {
            PanelRota.StreamType => $"the rota of {name[1]}",
            SupervisionGroup.StreamType => $"group {name[1].ToUpperInvariant()}",
            Programme.StreamType => "the programme",
            var kind => $"{kind} {name[1]}",
        };
    }
}

/// <summary>From which events each thing follows that is said of a record as it was known.</summary>
/// <param name="State">The number of an event of the record; 0 where there is none, as in all four.</param>
/// <param name="Duty">Empty where no shift was planned.</param>
/// <param name="Standing">Empty where nobody enrolled is behind the record.</param>
/// <param name="Policy">Absent for the defaults that ship with the product.</param>
public sealed record AuditBecause(
    int State, int Band, int Owner, int NextWakeUp, IReadOnlyList<AuditGround> Duty,
    IReadOnlyList<AuditGround> Standing, AuditGround? Policy)
{
    internal static AuditBecause Of(Because because, AuditGrounds grounds) => new(
        because.State, because.Band, because.Owner, because.NextWakeUp, [.. grounds.Duty.Select(AuditGround.Of)],
        [.. grounds.Standing.SelectMany(ground => ground.Events).Select(AuditGround.Of).Distinct()],
        grounds.Policy is { } adopted ? AuditGround.Of(adopted) : null);
}

/// <summary>The institution's events behind what is said of a record, looked for once.</summary>
internal sealed record AuditGrounds(
    IReadOnlyList<Recorded> Duty, IReadOnlyList<StandingGround> Standing, Recorded? Policy)
{
    public static AuditGrounds Of(KnownAt known) =>
        new(known.DutyGrounds(), known.StandingGrounds(), PolicyGrounds.Of(known.PolicyVersion, known.Behind));

    /// <summary>Each once, in the order of the log.</summary>
    public IReadOnlyList<Recorded> Events { get; } =
    [
        .. Duty.Concat(Standing.SelectMany(ground => ground.Events)).Append(Policy).OfType<Recorded>()
            .DistinctBy(recorded => recorded.Position).OrderBy(recorded => recorded.Position),
    ];

    /// <summary>As an event of the record is told, with the stream that it is in.</summary>
    public static JsonObject Json(Recorded recorded)
    {
        var item = AuditedEvent.Of(recorded);
        item["stream"] = AuditGround.Of(recorded).Stream;
        return item;
    }
}
