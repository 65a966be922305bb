namespace Safeguard.Domain.People;

/// <summary>
/// One's own calendar gets a new secret address, the first or another one; the former stops working at once. Nobody
/// does it for somebody else: whoever has the address reads the calendar.
/// </summary>
/// <param name="SecretHash">SHA-256 of the address's secret, in lower-case hexadecimal.</param>
public sealed record RenewCalendarLink(string SecretHash)
{
    public static Decision<PersonEvent> Decide(RenewCalendarLink command, Person person, PersonContext context)
    {
        if (!person.Added) return new PersonUnknown();
        if (context.Caller.Person != person.Id) return new CalendarIsTheirs();
        if (person.LeftAt is not null) return new PersonHasLeft();
        return person.CalendarLink == command.SecretHash
            ? Decision<PersonEvent>.AlreadySo
            : new CalendarLinkRenewed(person.Id, command.SecretHash);
    }
}

public sealed record CalendarIsTheirs() : Rejection(
    "calendar.theirs", Rule.R13, "Only the person whose calendar it is can make its link. Ask them to do it.")
{
    public override RejectionKind Kind => RejectionKind.RoleMayNot;
}
