namespace Safeguard.Domain.Referrals;

public sealed partial record Referral
{
    /// <summary>
    /// The next moment at which something must happen without anybody asking; null when nothing is open any more. It
    /// follows from the stream alone, so that a rebuild finds the same.
    /// </summary>
    public static DateTimeOffset? NextWakeUp(Referral state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.NextAt is { } next && !(state.DisclosureAskAt < next) ? next : state.DisclosureAskAt;
    }

    /// <summary>
    /// Everything still open in the referral, with its one owner and its one next wake-up (R4). A disclosure record is
    /// owed even where the referral itself was withdrawn (R7).
    /// </summary>
    /// <param name="id">The referral's own id.</param>
    public static IReadOnlyList<OpenItem> OpenItems(Guid id, Referral state)
    {
        ArgumentNullException.ThrowIfNull(state);
        List<OpenItem> items = [];
        if (state.NextAt is { } next) items.Add(new(id, "referral", state.Owner, state.Panel, next));
        if (state.DisclosureAskAt is { } asked) items.Add(new(id, "disclosure", state.Owner, state.Panel, asked));
        return items;
    }
}
