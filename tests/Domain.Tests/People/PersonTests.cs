using Safeguard.Domain.People;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.People;

/// <summary>Adding people, correcting what is known of them, letting them sign in.</summary>
public sealed class PersonTests
{
    private static readonly Confidential Name = new("Ida Bauer");
    private static readonly Confidential Mail = new("ida@x.example");
    private static readonly Person Nobody = Person.Unknown;
    private static readonly Person Known = Nobody.Evolve(new PersonAdded(Ida, Name, Mail, null), Stamp(Noon));
    private static readonly PersonContext Office = new(Coordinator, Noon);

    [Fact]
    public void A_person_is_added_once()
    {
        var add = new AddPerson(Ida, Name, Mail, null);
        AddPerson.Decide(add, Nobody, Office).ShouldHappen(new PersonAdded(Ida, Name, Mail, null));
        AddPerson.Decide(add, Known, Office).ShouldBeAlreadySo();
        AddPerson.Decide(add with { Email = null }, Known, Office).ShouldBeRefused("person.exists", Rule.R13);
    }

    [Fact]
    public void Somebody_who_left_is_added_back_with_what_has_changed()
    {
        var gone = Known.Evolve(new PersonLeft(Ida), Stamp(Noon));
        AddPerson.Decide(new(Ida, Name, Mail, null), gone, Office).ShouldHappen(new PersonReturned(Ida));
        AddPerson.Decide(new(Ida, Name, null, null), gone, Office)
            .ShouldHappen(new PersonReturned(Ida), new PersonDetailsCorrected(Ida, Name, null, null));
        gone.Evolve(new PersonReturned(Ida), Stamp(Noon)).LeftAt.ShouldBeNull();
    }

    [Fact]
    public void Somebody_who_cannot_be_added_is_refused()
    {
        var add = new AddPerson(Ida, Name, null, null);
        AddPerson.Decide(add, Nobody, new(SeniorMember(Vera), Noon))
            .ShouldBeRefused("office.only", Rule.R13, RejectionKind.RoleMayNot);
        AddPerson.Decide(add with { Person = new("Ida B") }, Nobody, Office)
            .ShouldBeRefused("person.id", Rule.R13, RejectionKind.SaysNothing);
        AddPerson.Decide(add with { Person = PersonId.System }, Nobody, Office)
            .ShouldBeRefused("person.exists", Rule.R13);
        foreach (var name in new[] { null, new Confidential(null) })
            AddPerson.Decide(add with { Name = name }, Nobody, Office)
                .ShouldBeRefused("person.nameMissing", Rule.R13, RejectionKind.SaysNothing).Missing.ShouldBe(["name"]);
    }

    [Fact]
    [Trait("Rule", "R2")]
    public void Details_are_corrected_by_the_office_and_by_oneself()
    {
        var correct = new CorrectPersonDetails(Name, null, new Confidential("07700 900001"));
        var corrected = new PersonDetailsCorrected(Ida, Name, null, new Confidential("07700 900001"));
        CorrectPersonDetails.Decide(correct, Known, Office).ShouldHappen(corrected);
        CorrectPersonDetails.Decide(correct, Known, new(AsSupporter, Noon)).ShouldHappen(corrected);
        CorrectPersonDetails.Decide(correct, Known.Evolve(corrected, Stamp(Noon)), Office).ShouldBeAlreadySo();
        CorrectPersonDetails.Decide(correct, Known, new(SeniorMember(Vera), Noon))
            .ShouldBeRefused("office.only", Rule.R13, RejectionKind.RoleMayNot);
        CorrectPersonDetails.Decide(correct, Nobody, Office)
            .ShouldBeRefused("person.unknown", Rule.R13, RejectionKind.NotThere);
        CorrectPersonDetails.Decide(correct with { Name = null }, Known, Office)
            .ShouldBeRefused("person.nameMissing", Rule.R13, RejectionKind.SaysNothing);
    }

    [Fact]
    public void A_sign_in_is_linked_by_an_administrator_or_the_product()
    {
        var link = new LinkSignIn("https://idp.example", "u-77", TakenBy: null);
        var linked = new SignInLinked(Ida, "https://idp.example", "u-77");
        LinkSignIn.Decide(link, Known, new(Administrator, Noon)).ShouldHappen(linked);
        LinkSignIn.Decide(link with { TakenBy = Ida }, Known, new(Caller.System, Noon)).ShouldHappen(linked);
        LinkSignIn.Decide(link, Known.Evolve(linked, Stamp(Noon)), new(Administrator, Noon)).ShouldBeAlreadySo();
    }

    [Fact]
    public void A_sign_in_that_cannot_be_linked_is_refused()
    {
        var link = new LinkSignIn("https://idp.example", "u-77", TakenBy: null);
        var keeper = new PersonContext(Administrator, Noon);
        LinkSignIn.Decide(link, Known, Office)
            .ShouldBeRefused("administrator.only", Rule.R13, RejectionKind.RoleMayNot);
        LinkSignIn.Decide(link, Nobody, keeper).ShouldBeRefused("person.unknown", Rule.R13, RejectionKind.NotThere);
        LinkSignIn.Decide(link with { Subject = " " }, Known, keeper)
            .ShouldBeRefused("signIn.incomplete", Rule.R13, RejectionKind.SaysNothing);
        LinkSignIn.Decide(link with { Issuer = null }, Known, keeper)
            .ShouldBeRefused("signIn.incomplete", Rule.R13, RejectionKind.SaysNothing);
        LinkSignIn.Decide(link with { TakenBy = Tom }, Known, keeper).ShouldBeRefused("signIn.taken", Rule.R13);
    }
}
