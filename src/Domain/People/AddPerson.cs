using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.People;

/// <summary>Add somebody to the programme, or back to it after they left; roles are granted apart.</summary>
public sealed record AddPerson(PersonId Person, Confidential? Name, Confidential? Email, Confidential? Phone)
{
    public static Decision<PersonEvent> Decide(AddPerson command, Person person, PersonContext context)
    {
        if (!context.MayKeepPeople) return new OfficeOnly(Rule.R13);
        if (!Slug.Is(command.Person.Value)) return new PersonIdUnusable();
        if (command.Person == PersonId.System) return new PersonExists();
        if (command.Name is not { IsErased: false } name)
            return new PersonNameMissing { Missing = ["name"] };
        if (!person.Added) return new PersonAdded(command.Person, name, command.Email, command.Phone);
        var same = person.ReadsAs(name, command.Email, command.Phone);
        if (person.LeftAt is null)
            return same ? Decision<PersonEvent>.AlreadySo : new PersonExists();
        var returned = new PersonReturned(command.Person);
        return same
            ? returned
            : (PersonEvent[])[returned, new PersonDetailsCorrected(command.Person, name, command.Email, command.Phone)];
    }
}

public sealed record PersonIdUnusable() : Rejection(
    "person.id", Rule.R13, "An id has lower-case letters, digits and single hyphens, at most 64. Choose such an id.")
{
    public override RejectionKind Kind => RejectionKind.SaysNothing;
}

public sealed record PersonNameMissing() : Rejection(
    "person.nameMissing", Rule.R13, "A person needs a name. Say what to call them.")
{
    public override RejectionKind Kind => RejectionKind.SaysNothing;
}

public sealed record PersonExists() : Rejection(
    "person.exists", Rule.R13, "There is another person with this id. Correct their details, or choose another id.");
