namespace Safeguard.Domain.People;

/// <summary>Let whom the identity provider knows by this subject sign in as this person.</summary>
/// <param name="TakenBy">Who signs in under that subject already; null for nobody.</param>
public sealed record LinkSignIn(string? Issuer, string? Subject, PersonId? TakenBy)
{
    public static Decision<PersonEvent> Decide(LinkSignIn command, Person person, PersonContext context)
    {
        if (context.Caller.Person != PersonId.System && !context.Caller.Is(Role.Administrator))
            return new AdministratorOnly();
        if (!person.Added) return new PersonUnknown();
        if (string.IsNullOrWhiteSpace(command.Issuer) || string.IsNullOrWhiteSpace(command.Subject))
            return new SignInIncomplete { Missing = ["issuer", "subject"] };
        if (command.TakenBy is { } other && other != person.Id) return new SignInTaken();
        if (person.SignIns.Contains(new LinkedSignIn(command.Issuer, command.Subject)))
            return Decision<PersonEvent>.AlreadySo;
        if (context.Caller.Person == PersonId.System && person.SignIns.Any(known => known.Issuer == command.Issuer))
            return new SignInNotFirst();
        return new SignInLinked(person.Id, command.Issuer, command.Subject);
    }
}

/// <summary>Who may sign in as whom is a key, and keys are an Administrator's.</summary>
public sealed record AdministratorOnly() : Rejection(
    "administrator.only", Rule.R13, "Only an Administrator can do this. Ask one of them.")
{
    public override RejectionKind Kind => RejectionKind.RoleMayNot;
}

public sealed record SignInTaken() : Rejection(
    "signIn.taken",
    Rule.R13,
    "Somebody else signs in with this account. Check which of the two it belongs to before changing either.");

public sealed record SignInIncomplete() : Rejection(
    "signIn.incomplete", Rule.R13, "A sign-in is the provider's address and its id for the person. Give both.")
{
    public override RejectionKind Kind => RejectionKind.SaysNothing;
}
/// <summary>
/// The product itself links only a first sign-in: an address that the university has since given to somebody else must
/// not open this person's record.
/// </summary>
public sealed record SignInNotFirst() : Rejection(
    "signIn.notFirst",
    Rule.R13,
    "This person signs in with another account of the same university. An Administrator can add the second one.");
