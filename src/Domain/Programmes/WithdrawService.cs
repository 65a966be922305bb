namespace Safeguard.Domain.Programmes;

/// <summary>Take a service out of the directory; referrals already made to it stay (R22).</summary>
public sealed record WithdrawService(string Service)
{
    public static Decision<ProgrammeEvent> Decide(
        WithdrawService command, Programme programme, ProgrammeContext context)
    {
        if (!context.MayKeepOffice) return new OfficeOnly(Rule.R22);
        if (!programme.Services.TryGetValue(command.Service, out var known))
            return new ServiceUnknown();
        if (known.Withdrawn) return Decision<ProgrammeEvent>.AlreadySo;
        return new ServiceWithdrawn(command.Service);
    }
}
