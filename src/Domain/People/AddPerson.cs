using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.People;

/// <summary>Add somebody to the programme, or back to it after they left; roles are granted apart.</summary>
public sealed record AddPerson(PersonId Person, Confidential? Name, Confidential? Email, Confidential? Phone)
{
    public static Decision<PersonEvent> Decide(AddPerson command, Person person, PersonContext context)
    {
        if (!context.MayKeepPeople) return new OfficeOnly(Rule.R13);
        if (!Slug.Is(command.Person.Value)) return new UnusableId("person", Rule.R13);
        if (command.Person == PersonId.System) return new ExistsOtherwise("person", Rule.R13);
        if (command.Name is not { IsErased: false } name)
            return new Incomplete("person.incomplete", Rule.R13, "name");
        if (!person.Added) return new PersonAdded(command.Person, name, command.Email, command.Phone);
        var same = person.ReadsAs(name, command.Email, command.Phone);
        if (person.LeftAt is null)
            return same ? Decision<PersonEvent>.AlreadySo : new ExistsOtherwise("person", Rule.R13);
        var returned = new PersonReturned(command.Person);
        return same
            ? returned
            : (PersonEvent[])[returned, new PersonDetailsCorrected(command.Person, name, command.Email, command.Phone)];
    }
}
