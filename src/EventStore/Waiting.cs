namespace Safeguard.EventStore;

/// <summary>A command waiting for its answer.</summary>
internal sealed class Waiting(Append append)
{
    private const int Unsent = 0;
    private const int Sent = 1;
    private const int Withdrawn = 2;

    private readonly TaskCompletionSource<AppendResult> answer =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private int state;
    private volatile bool gone;

    public Append Append { get; } = append;

    /// <summary>It was sent more than once: a call that was cut off may have stored it.</summary>
    public bool SentAgain { get; private set; }

    /// <summary>The caller waits no longer; the command must not be stored behind their back, later than now.</summary>
    public bool HasLeft => gone;

    public Task<AppendResult> Answer => answer.Task;

    /// <summary>Marks it as sent, unless its caller has left.</summary>
    public bool TrySend()
    {
        if (gone) return false;
        var before = Interlocked.CompareExchange(ref state, Sent, Unsent);
        SentAgain = before == Sent;
        return before != Withdrawn;
    }

    /// <summary>The caller stops waiting. True when it was never sent, and now never will be.</summary>
    public bool Leave()
    {
        gone = true;
        return Interlocked.CompareExchange(ref state, Withdrawn, Unsent) == Unsent;
    }

    public void Is(AppendResult result) => answer.TrySetResult(result);

    public void Fails(Exception fault) => answer.TrySetException(fault);
}
