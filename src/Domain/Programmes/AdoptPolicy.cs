namespace Safeguard.Domain.Programmes;

/// <summary>Adopt a policy whole (R29). Its version is given here, one more than the last.</summary>
/// <param name="EffectiveFrom">Null for at once.</param>
public sealed record AdoptPolicy(Policy Policy, DateTimeOffset? EffectiveFrom, string? Reason)
{
    public static Decision<ProgrammeEvent> Decide(AdoptPolicy command, Programme programme, ProgrammeContext context)
    {
        if (!context.MayKeepOffice) return new OfficeOnly(Rule.R29);
        if (string.IsNullOrWhiteSpace(command.Reason)) return new PolicyReasonMissing { Missing = ["reason"] };
        var effectiveFrom = command.EffectiveFrom ?? context.Now;
        var policy = command.Policy with { Version = programme.Policies.Count + 1 };
        if (programme.Policies is [.., var last] && last.Policy.ReadsAs(policy)
            && (command.EffectiveFrom is null || last.EffectiveFrom == effectiveFrom))
            return Decision<ProgrammeEvent>.AlreadySo;
        if (effectiveFrom < context.Now) return new PolicyInThePast();
        if (PolicyBounds.BrokenBy(policy) is { Count: > 0 } broken) return new PolicyOutOfBounds { Missing = broken };
        return new PolicyAdopted(policy, effectiveFrom, command.Reason.Trim());
    }
}

/// <summary>What was decided under the old policy stays decided under it.</summary>
public sealed record PolicyInThePast() : Rejection(
    "policy.inThePast",
    Rule.R29,
    "A policy cannot take effect before it is adopted. Give a date from now on, or leave it out for at once.");

/// <summary>Numbers that would silence the product, or that it cannot work with; each is named.</summary>
public sealed record PolicyOutOfBounds() : Rejection(
    "policy.outOfBounds",
    Rule.R29,
    "Some values are outside what keeps people reachable. Change the ones named and adopt the policy again.");

public sealed record PolicyReasonMissing() : Rejection(
    "policy.reasonMissing", Rule.R29, "A policy is adopted with a reason, for whoever reads it later. Say why.")
{
    public override RejectionKind Kind => RejectionKind.SaysNothing;
}
