using Safeguard.Api.Home;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain.Rota;

namespace Safeguard.Api.Rota;

/// <summary>One panel's rota from a day on.</summary>
/// <param name="Slug">The panel's own id.</param>
/// <param name="Version">The stream's version that the reader sees.</param>
/// <param name="Shifts">In order of start, first before deputy.</param>
public sealed record RotaView(string Slug, string Panel, long Version, CoverView Cover, IReadOnlyList<ShiftView> Shifts)
{
    /// <summary>Whether the reader may plan and remove shifts.</summary>
    public bool MayPlan { get; init; }

    /// <summary>Whether the reader may cover and swap.</summary>
    public bool MayCover { get; init; }

    /// <summary>The panel's Senior Members.</summary>
    public IReadOnlyList<Choice> SeniorMembers { get; init; } = [];

    public string? Earlier { get; init; }
    public string? Later { get; init; }
    public Refused? Refused { get; init; }

    public string Address => $"/rota/{Slug}";
}

/// <param name="Stretches">Who has it when, in order and without holes.</param>
public sealed record ShiftView(string Id, Duty Duty, IReadOnlyList<StretchView> Stretches, bool MayChange)
{
    public DateTimeOffset Starts => Stretches[0].Starts;

    public DateTimeOffset Ends => Stretches[^1].Ends;
}

/// <param name="Confirmed">They have said "I am on duty".</param>
/// <param name="Unconfirmed">The time to say so has passed without it.</param>
public sealed record StretchView(
    string Name, DateTimeOffset Starts, DateTimeOffset Ends, bool Confirmed = false, bool Unconfirmed = false);

/// <summary>Every gap in cover, and what is missing for good.</summary>
public sealed record CoverGapsView(CoverView Cover, IReadOnlyList<StandingWarningView> Warnings)
{
    /// <summary>Where the same list for other lengths is: "Next 28 days".</summary>
    public IReadOnlyList<MenuItem> Ahead { get; init; } = [];
}

/// <param name="What">"no Senior Member", "nobody to be its Deputy", "no rota".</param>
public sealed record StandingWarningView(string Slug, string Panel, string What);
