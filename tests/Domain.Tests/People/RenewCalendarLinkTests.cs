using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.People;

/// <summary>The secret address of one's own calendar.</summary>
[Trait("Rule", "R13")]
public sealed class RenewCalendarLinkTests
{
    private static readonly RenewCalendarLink Renew = new("aa11");
    private static readonly CalendarLinkRenewed Renewed = new(Ida, "aa11");

    [Fact]
    public void The_address_opens_the_persons_calendar()
    {
        Decide(University, AsSupporter).ShouldHappen(Renewed);
        University.After(Renewed).PersonByCalendarLink("aa11").ShouldBe(Ida);
        Decide(University.After(Renewed), AsSupporter).ShouldBeAlreadySo();
        University.PersonByCalendarLink("aa11").ShouldBeNull();
    }

    [Fact]
    public void Renewed_the_former_address_opens_nothing()
    {
        var after = University.After(Renewed, new CalendarLinkRenewed(Ida, "bb22"));
        (after.PersonByCalendarLink("aa11"), after.PersonByCalendarLink("bb22")).ShouldBe((null, Ida));
    }

    [Fact]
    public void Whoever_leaves_has_none_and_coming_back_does_not_open_it_again()
    {
        var gone = University.After(Renewed, new PersonLeft(Ida));
        gone.PersonByCalendarLink("aa11").ShouldBeNull();
        gone.After(new PersonReturned(Ida)).PersonByCalendarLink("aa11").ShouldBeNull();
        Decide(gone, AsSupporter).ShouldBeRefused("person.left", Rule.R4);
    }

    [Fact]
    public void Nobody_makes_it_for_somebody_else()
    {
        foreach (var caller in new[] { Coordinator, Administrator, SeniorMember(Vera), Caller.System })
            Decide(University, caller).ShouldBeRefused("calendar.theirs", Rule.R13, RejectionKind.RoleMayNot);
        RenewCalendarLink.Decide(Renew, Person.Unknown, University.PersonContextFor(Ida, AsSupporter, Noon))
            .ShouldBeRefused("person.unknown", Rule.R13, RejectionKind.NotThere);
    }

    private static Decision<PersonEvent> Decide(Institution institution, Caller caller) =>
        RenewCalendarLink.Decide(
            Renew, institution.People[Ida], institution.PersonContextFor(Ida, caller, Noon));
}
