using System.Globalization;
using Safeguard.Api.Http;

namespace Safeguard.Api.Training;

/// <param name="Cohort">The cohort's own id, made with the page.</param>
public sealed record OpenCohortForm(string? Cohort = null, string? Name = null, string? Trainer = null);

/// <summary>A session as its form says it: several ticks of one name arrive as one text with commas.</summary>
public sealed record TrainingSessionForm(
    string? Session = null, string? Day = null, string? Minutes = null, string? Topics = null, string? Present = null)
{
    internal TrainingSessionRequest Request(RequestReading reading) => new(
        Session, Day, Ticks.Minutes(Minutes, reading), Ticks.Of(Topics), Ticks.Of(Present));
}

/// <summary>A catch-up as its form says it.</summary>
public sealed record CatchUpForm(
    string? CatchUp = null, string? Person = null, string? Day = null, string? Minutes = null, string? Topics = null,
    string? Reason = null)
{
    internal CatchUpRequest Request(RequestReading reading) => new(
        CatchUp, Person, Day, Ticks.Minutes(Minutes, reading), Ticks.Of(Topics), Reason);
}

/// <summary>What was ticked and typed.</summary>
internal static class Ticks
{
    public static IReadOnlyList<string> Of(string? text) =>
        (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static int? Minutes(string? text, RequestReading reading)
    {
        if (int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes))
            return minutes;
        reading.Fault("minutes", "Give whole minutes, such as 180.");
        return null;
    }
}
