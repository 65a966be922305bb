using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.Referrals;

/// <summary>What the rules of a referral need and its stream does not hold, looked up for this one decision.</summary>
/// <param name="Caller">Who asks, in which roles.</param>
/// <param name="Now">The server's moment, in whole milliseconds.</param>
/// <param name="Policy">The policy in force.</param>
/// <param name="File">The case file to which it belongs.</param>
/// <param name="Directory">The service directory.</param>
public sealed record ReferralContext(
    Caller Caller, DateTimeOffset Now, Policy Policy, FileOfReferral File, ServiceDirectory Directory)
{
    public InstitutionCalendar Calendar { get; init; } = InstitutionCalendar.Of(Policy);

    /// <summary>Everybody who is told when nothing moves.</summary>
    public IReadOnlyList<PersonId> Coordinators { get; init; } = [];

    /// <summary>The person whom the command names, as known now; null when there is none such.</summary>
    public Caller? Named { get; init; }

    /// <summary>When its owner, or the service, is asked next: ahead, whatever the policy says.</summary>
    internal DateTimeOffset NextAt => Calendar.AfterWorkingDays(Now, Math.Max(1, Policy.ReferralReplyWorkingDays));

    internal DateTimeOffset SeenCheckAt => Now.AddDays(Math.Max(1, Policy.ReferralSeenCheckDays));
}

/// <summary>A referral's case file at one moment, as far as the referral's rules ask for it.</summary>
/// <param name="Code">The student's case code, which an urgent contact carries.</param>
/// <param name="Relation">What the caller is to the file; it decides what they may do with its referrals.</param>
/// <param name="InCrisis">An urgent contact in a crisis band is open for this student (R7).</param>
public sealed record FileOfReferral(
    Guid Id, string Code, PersonId Owner, PanelId Panel, CaseRelation Relation, bool InCrisis)
{
    public static FileOfReferral Of(Guid id, Caller caller, CaseFile file, CaseCircle circle)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(circle);
        return new(id, file.Code, file.Owner, file.Panel, CaseFileAccess.Of(caller, file, circle), circle.InCrisis);
    }
}
