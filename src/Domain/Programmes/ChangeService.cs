namespace Safeguard.Domain.Programmes;

/// <summary>Change what the directory says about a service (R22).</summary>
public sealed record ChangeService(string Service, ServiceEntry Entry)
{
    public static Decision<ProgrammeEvent> Decide(ChangeService command, Programme programme, ProgrammeContext context)
    {
        if (!context.MayKeepOffice) return new OfficeOnly(Rule.R22);
        if (!programme.Services.TryGetValue(command.Service, out var known) || known.Withdrawn)
            return new ServiceUnknown();
        if (command.Entry.Lacks() is { Count: > 0 } lacks) return new ServiceIncomplete { Missing = lacks };
        if (known.Entry == command.Entry) return Decision<ProgrammeEvent>.AlreadySo;
        return new ServiceChanged(command.Service, command.Entry);
    }
}
