using System.Globalization;
using Safeguard.Api.Clock;
using Safeguard.Api.WakeUps;
using Safeguard.EventStore;
using Safeguard.Projections;

namespace Safeguard.Api.Demo;

/// <summary>
/// Moves the product's clock from one wake-up to the next, each handled at its own moment, those included that handling
/// creates: so that anyone can watch a ladder climb.
/// </summary>
public sealed class DemoClock(ProductClock clock, WakeUpTable wakeUps, WakeUpLoop loop, Settings settings)
{
    /// <summary>At most this far at once: a year.</summary>
    public static readonly TimeSpan MaxAdvance = TimeSpan.FromDays(366);

    /// <summary>Looks in a row that found nothing to handle: some five seconds, longer than any append takes.</summary>
    private const int MaxInVain = 250;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    public async Task<DateTimeOffset> AdvanceAsync(TimeSpan by, CancellationToken cancel)
    {
        using (await loop.PauseAsync(cancel))
        {
            var target = clock.GetUtcNow() + by;
            clock.Hold(clock.GetUtcNow());
            try
            {
                await StepAsync(target, cancel);
                clock.Hold(target);
                await loop.HandleDueAsync(cancel);
                return target;
            }
            finally
            {
                clock.Release();
                await StoreAsync(CancellationToken.None);
            }
        }
    }

    private async Task StepAsync(DateTimeOffset target, CancellationToken cancel)
    {
        await loop.HandleDueAsync(cancel);
        var inVain = 0;
        while (await wakeUps.NextDueAsync(cancel) is { } due && due <= target)
        {
            if (due > clock.GetUtcNow()) clock.Hold(due);
            // Nothing handled: an append that has the row in its hands at this very moment, of a page that could not be
            // mailed, say. It is looked at again, and only where that never ends does time go on without it.
            inVain = await loop.HandleDueAsync(cancel) == 0 ? inVain + 1 : 0;
            if (inVain == MaxInVain) break;
            if (inVain > 0) await Task.Delay(BetweenLooks, cancel);
        }
    }

    /// <summary>
    /// Sets the clock to where it was left, or at first to <paramref name="firstStart"/>; never behind the last
    /// recorded event, which a node killed in the middle of moving it may have left ahead. Nothing is stored.
    /// </summary>
    public async Task ResumeAsync(DateTimeOffset? firstStart, DateTimeOffset? lastRecorded, CancellationToken cancel)
    {
        if (!await ResumeAsync(cancel) && firstStart is { } start)
            clock.Offset = start - (clock.GetUtcNow() - clock.Offset);
        if (lastRecorded is { } last) SetTo(last);
    }

    /// <summary>Remembers where the clock stands, for the next start and for the other verbs.</summary>
    public Task StoreAsync(CancellationToken cancel) =>
        settings.SetAsync(Settings.ClockOffset, clock.Offset.ToString("c", CultureInfo.InvariantCulture), cancel);

    /// <summary>Goes by the clock that was left; false where none was.</summary>
    public async Task<bool> ResumeAsync(CancellationToken cancel)
    {
        if (await settings.FindAsync(Settings.ClockOffset, cancel) is not { } stored) return false;
        clock.Offset = TimeSpan.Parse(stored, CultureInfo.InvariantCulture);
        return true;
    }

    /// <summary>Forward only: a clock never runs behind what it has recorded.</summary>
    private void SetTo(DateTimeOffset moment)
    {
        var ahead = moment - clock.GetUtcNow();
        if (ahead > TimeSpan.Zero) clock.Offset += ahead;
    }
}
