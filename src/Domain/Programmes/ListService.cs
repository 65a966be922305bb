namespace Safeguard.Domain.Programmes;

/// <summary>Put a service into the directory, or back into it (R22).</summary>
public sealed record ListService(string Service, ServiceEntry Entry)
{
    public static Decision<ProgrammeEvent> Decide(ListService command, Programme programme, ProgrammeContext context)
    {
        if (!context.MayKeepOffice) return new OfficeOnly(Rule.R22);
        if (!Slug.Is(command.Service)) return new ServiceIdUnusable();
        if (command.Entry.Lacks() is { Count: > 0 } lacks) return new ServiceIncomplete { Missing = lacks };
        if (programme.Services.TryGetValue(command.Service, out var known) && !known.Withdrawn)
            return known.Entry == command.Entry
                ? Decision<ProgrammeEvent>.AlreadySo
                : new ServiceExists();
        return new ServiceListed(command.Service, command.Entry);
    }
}

public sealed record ServiceIdUnusable() : Rejection(
    "service.id", Rule.R22, "An id has lower-case letters, digits and single hyphens, at most 64. Choose such an id.")
{
    public override RejectionKind Kind => RejectionKind.SaysNothing;
}

public sealed record ServiceExists() : Rejection(
    "service.exists",
    Rule.R22,
    "The directory has another service with this id. Change that one, or choose another id.");
