namespace Safeguard.Domain.Programmes;

/// <summary>Say when a term is; said again with other dates, it replaces what was said (R9).</summary>
public sealed record SetTermDates(string? Term, DateOnly Starts, DateOnly Ends)
{
    public static Decision<ProgrammeEvent> Decide(SetTermDates command, Programme programme, ProgrammeContext context)
    {
        if (!context.MayKeepOffice) return new OfficeOnly(Rule.R9);
        if (string.IsNullOrWhiteSpace(command.Term)) return new TermNameMissing { Missing = ["term"] };
        if (command.Ends < command.Starts) return new TermEndsBeforeStart();
        var term = new Term(command.Term.Trim(), command.Starts, command.Ends);
        if (programme.Terms.GetValueOrDefault(term.Name) == term) return Decision<ProgrammeEvent>.AlreadySo;
        if (programme.Terms.Remove(term.Name).Values.Any(term.Overlaps)) return new TermOverlaps();
        return new TermDatesSet(term.Name, term.Starts, term.Ends);
    }
}

public sealed record TermEndsBeforeStart() : Rejection(
    "term.endsBeforeStart", Rule.R9, "The term would end before it starts. Check the two dates.");

/// <summary>A day in two terms would count once and read as twice.</summary>
public sealed record TermOverlaps() : Rejection(
    "term.overlaps", Rule.R9, "Another term has some of these days. Change its dates first, or check these.");

public sealed record TermNameMissing() : Rejection(
    "term.nameMissing", Rule.R9, "A term needs a name. Say which one it is.")
{
    public override RejectionKind Kind => RejectionKind.SaysNothing;
}
