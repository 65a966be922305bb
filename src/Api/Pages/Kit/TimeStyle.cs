namespace Safeguard.Api.Pages.Kit;

/// <summary>How much of a moment is written out.</summary>
public enum TimeStyle
{
    /// <summary>The clock alone where it is today, else with its day.</summary>
    Near,

    /// <summary>The clock alone: the day is clear from what stands beside it.</summary>
    Clock,

    /// <summary>Day and clock.</summary>
    Dated,

    /// <summary>Day, year and clock: receipts and print.</summary>
    Full,
}
