using Safeguard.Domain.CaseFiles;

namespace Safeguard.Domain.Referrals;

/// <summary>
/// Who may do what with a referral follows from what they are to its case file: who reads the file works on it, and a
/// Coordinator, who sees that nothing moves but no words, chases the service (R13, R15, R22).
/// </summary>
public static class ReferralAccess
{
    /// <summary>The words: the summary, what was sent, notes.</summary>
    public static bool MayRead(FileOfReferral file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Relation >= CaseRelation.Reads;
    }

    /// <summary>Service, state and clock.</summary>
    public static bool MaySeeState(FileOfReferral file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Relation >= CaseRelation.SeesState;
    }

    /// <summary>Why somebody may not work on it; null when they may.</summary>
    /// <param name="what">What they wanted to do, as the words after "may".</param>
    internal static Rejection? RefuseUnlessReader(Referral state, ReferralContext context, string what)
    {
        if (state.State == ReferralState.NotOffered) return new NoSuchReferral();
        return RefuseUnlessReader(context, what);
    }

    internal static Rejection? RefuseUnlessReader(ReferralContext context, string what) => context.File.Relation switch
    {
        >= CaseRelation.Reads => null,
        CaseRelation.None => new NoSuchReferral(),
        _ => new NotYourReferral($"Only the case file's owner and those who read it may {what}. Ask its owner."),
    };

    /// <summary>As for a reader; a Coordinator may as well.</summary>
    internal static Rejection? RefuseUnlessChaser(Referral state, ReferralContext context) =>
        state.State != ReferralState.NotOffered && MaySeeState(context.File) && context.Caller.Is(Role.Coordinator)
            ? null
            : RefuseUnlessReader(state, context, "chase the service");
}
