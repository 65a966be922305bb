namespace Safeguard.Api.Pages.Kit;

/// <summary>How close a promise is. Reaching zero changes nothing by itself: the server decides.</summary>
public enum CountdownState
{
    InTime, Soon, Late,
}

/// <summary>
/// What is left of a promise at one moment, in words. The clock time it was made for stands beside it, because that
/// stays true when the page is old.
/// </summary>
/// <param name="Words">"55 min left", "less than 1 min left", "6 min late"; never a minus.</param>
/// <param name="Used">How much of the time is used, in whole per cent, so that longer is worse.</param>
public sealed record CountdownView(
    CountdownState State, string Words, int Used, DateTimeOffset Start, DateTimeOffset Due)
{
    /// <summary>In a crisis band the last quarter of an hour is always soon.</summary>
    public static readonly TimeSpan SoonInCrisis = TimeSpan.FromMinutes(15);

    public bool Crisis { get; private init; }

    /// <summary>The countdown from <paramref name="start"/> to <paramref name="due"/> as it reads now.</summary>
    public static CountdownView At(DateTimeOffset now, DateTimeOffset start, DateTimeOffset due, bool crisis)
    {
        var left = due - now;
        var whole = due - start;
        var state = left < TimeSpan.Zero ? CountdownState.Late
            : left <= whole / 4 || (crisis && left <= SoonInCrisis) ? CountdownState.Soon
            : CountdownState.InTime;
        var words = state == CountdownState.Late ? $"{Durations.Words(left)} late" : $"{Left(left)} left";
        var used = whole <= TimeSpan.Zero ? 100 : Math.Clamp((int)Math.Floor((now - start) / whole * 100), 0, 100);
        return new(state, words, used, start, due) { Crisis = crisis };
    }

    /// <summary>Begun minutes count whole: fourteen and a half minutes left read "15 min left".</summary>
    private static string Left(TimeSpan left) =>
        Durations.Words(left < TimeSpan.FromMinutes(1) ? left : TimeSpan.FromMinutes(Math.Ceiling(left.TotalMinutes)));
}
