namespace Safeguard.Domain.CaseFiles;

/// <summary>
/// The second senior name, after a trusted contact was told in a crisis on one: another Senior Member or Supervisor who
/// reads the file, with grounds (R21).
/// </summary>
public sealed record SecondDisclosure(Guid Disclosure, Confidential? Grounds)
{
    public static Decision<CaseFileEvent> Decide(SecondDisclosure command, CaseFile state, CaseFileContext context)
    {
        if (CaseFileAccess.RefuseUnlessReader(state, context, "add the second name") is { } refusal) return refusal;
        var owed = state.SecondNames.FirstOrDefault(owed => owed.Disclosure == command.Disclosure);
        if (owed is null)
            return state.Settled.Contains(command.Disclosure) ? Decision<CaseFileEvent>.AlreadySo : new NoSuchPart();
        if (!MayBe(context.Caller, owed))
            return new NotYourPart(
                Rule.R21, "The second name is another Senior Member's or Supervisor's. Ask one who reads this file.");
        return command.Grounds is { } grounds
            ? new DisclosureSeconded(command.Disclosure, context.Caller.Person, grounds)
            : new CaseWordsMissing(Rule.R21, "grounds");
    }

    /// <summary>Whether that person can be the second name: senior, and not the first.</summary>
    public static bool MayBe(Caller person, SecondNameOwed owed)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(owed);
        return IsSenior(person) && owed.DecidedBy != person.Person;
    }

    internal static bool IsSenior(Caller person) => person.Is(Role.SeniorMember) || person.Is(Role.Supervisor);
}
