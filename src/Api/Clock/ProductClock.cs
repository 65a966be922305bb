namespace Safeguard.Api.Clock;

/// <summary>
/// The clock that everything is decided by: the machine's, plus an offset that only the demo moves. Deadlines, wake-ups
/// and what is recorded follow it; sign-in time-outs follow the machine.
/// </summary>
public sealed class ProductClock(TimeProvider machine) : TimeProvider
{
    private const long NotHeld = long.MinValue;

    private long _offsetTicks;
    private long _heldTicks = NotHeld;

    public TimeSpan Offset
    {
        get => new(Interlocked.Read(ref _offsetTicks));
        set => Interlocked.Exchange(ref _offsetTicks, value.Ticks);
    }

    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    public override long TimestampFrequency => machine.TimestampFrequency;

    public override DateTimeOffset GetUtcNow()
    {
        var held = Interlocked.Read(ref _heldTicks);
        return held == NotHeld ? machine.GetUtcNow() + Offset : new DateTimeOffset(held, TimeSpan.Zero);
    }

    /// <summary>Stands still at that moment, so that what is due then is handled exactly then.</summary>
    public void Hold(DateTimeOffset moment) => Interlocked.Exchange(ref _heldTicks, moment.UtcTicks);

    /// <summary>Runs on from where it stands.</summary>
    public void Release()
    {
        Offset = GetUtcNow() - machine.GetUtcNow();
        Interlocked.Exchange(ref _heldTicks, NotHeld);
    }

    public override long GetTimestamp() => machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);
}
