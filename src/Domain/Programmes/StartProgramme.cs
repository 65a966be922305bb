namespace Safeguard.Domain.Programmes;

/// <summary>Begin to keep a programme here.</summary>
public sealed record StartProgramme(string Programme, ProgrammeKind Kind)
{
    public static Decision<ProgrammeEvent> Decide(
        StartProgramme command, Programme programme, ProgrammeContext context)
    {
        if (!context.MayKeepOffice) return new OfficeOnly(Rule.R26);
        if (!Slug.Is(command.Programme)) return new ProgrammeIdUnusable();
        if (programme.Started) return Decision<ProgrammeEvent>.AlreadySo;
        return new ProgrammeStarted(command.Programme, command.Kind);
    }
}

public sealed record ProgrammeIdUnusable() : Rejection(
    "programme.id",
    Rule.R26,
    "An id has lower-case letters, digits and single hyphens, at most 64. Choose such an id.")
{
    public override RejectionKind Kind => RejectionKind.SaysNothing;
}
