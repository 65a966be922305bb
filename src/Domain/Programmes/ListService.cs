namespace Safeguard.Domain.Programmes;

/// <summary>Put a service into the directory, or back into it (R22).</summary>
public sealed record ListService(string Service, ServiceEntry Entry)
{
    public static Decision<ProgrammeEvent> Decide(ListService command, Programme programme, ProgrammeContext context)
    {
        if (!context.MayKeepOffice) return new OfficeOnly(Rule.R22);
        if (!Slug.Is(command.Service)) return new UnusableId("service", Rule.R22);
        if (command.Entry.Lacks() is { Count: > 0 } lacks) return new Incomplete("service.incomplete", Rule.R22, lacks);
        if (programme.Services.TryGetValue(command.Service, out var known) && !known.Withdrawn)
            return known.Entry == command.Entry
                ? Decision<ProgrammeEvent>.AlreadySo
                : new ExistsOtherwise("service", Rule.R22);
        return new ServiceListed(command.Service, command.Entry);
    }
}
