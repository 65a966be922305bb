using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.People;

/// <summary>Correct a name, an e-mail address or a phone number; what it was stays on record (R2).</summary>
public sealed record CorrectPersonDetails(Confidential? Name, Confidential? Email, Confidential? Phone)
{
    public static Decision<PersonEvent> Decide(CorrectPersonDetails command, Person person, PersonContext context)
    {
        if (!person.Added) return new PersonUnknown();
        if (!context.MayKeep(person.Id)) return new OfficeOnly(Rule.R13);
        if (command.Name is not { IsErased: false } name)
            return new PersonNameMissing { Missing = ["name"] };
        if (person.ReadsAs(name, command.Email, command.Phone)) return Decision<PersonEvent>.AlreadySo;
        return new PersonDetailsCorrected(person.Id, name, command.Email, command.Phone);
    }
}
