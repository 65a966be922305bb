using Safeguard.Domain.People;
using Safeguard.Domain.Rota;
using Safeguard.Domain.Supervision;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.People;

/// <summary>Nobody is half gone.</summary>
[Trait("Rule", "R4")]
public sealed class LeaveProgrammeTests
{
    private static PersonContext By(Caller caller) => University.PersonContextFor(Ida, caller, Noon);

    [Fact]
    public void A_person_leaves_by_their_own_word_or_the_offices_and_once()
    {
        var ida = University.People[Ida];
        foreach (var caller in new[] { AsSupporter, Coordinator, Administrator })
            LeaveProgramme.Decide(new(), ida, By(caller)).ShouldHappen(new PersonLeft(Ida));
        LeaveProgramme.Decide(new(), ida.Evolve(new PersonLeft(Ida), Stamp(Noon)), By(Coordinator)).ShouldBeAlreadySo();
        LeaveProgramme.Decide(new(), ida, By(SeniorMember(Vera)))
            .ShouldBeRefused("office.only", Rule.R4, RejectionKind.RoleMayNot);
        LeaveProgramme.Decide(new(), Person.Unknown, By(Coordinator))
            .ShouldBeRefused("person.unknown", Rule.R13, RejectionKind.NotThere);
    }

    [Fact]
    public void A_supporter_who_leaves_leaves_their_group_too()
    {
        var departure = Departure.FromProgramme(University, Ida, Noon);
        departure.Streams.Select(part => (part.StreamType, part.Slug)).ShouldBe(
            [("supporter", "ida"), ("supervision-group", "g01")]);
        departure.Streams.SelectMany(part => part.Events)
            .ShouldBe([new SupporterLeft(Ida), new MemberLeft(G1, Ida)]);
        departure.Panels.ShouldBeEmpty();
        var after = University.After(new SupporterLeft(Ida), new MemberLeft(G1, Ida), new PersonLeft(Ida));
        Departure.FromProgramme(after, Ida, Noon).Streams.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "R12")]
    public void A_senior_member_who_leaves_comes_off_the_rota_and_what_was_served_stays()
    {
        var planned = University.At(
            Utc(9, 1, 9),
            Shift(1, Vera, Utc(11, 6, 18), Utc(11, 13, 18)),
            Shift(2, Vera, Utc(11, 13, 18), Utc(11, 20, 18)),
            Shift(3, Otto, Utc(11, 20, 18), Utc(11, 27, 18)),
            Shift(4, Vera, Utc(11, 27, 18), Utc(12, 4, 18)));
        var departure = Departure.FromProgramme(planned, Vera, Noon);
        departure.Panels.ShouldBe([Alder]);
        departure.Streams.ShouldHaveSingleItem().Slug.ShouldBe("alder-college");
        departure.Streams[0].Events.ShouldBe(
            [new ShiftRemoved(Alder, Id(2), Noon), new ShiftRemoved(Alder, Id(4), Utc(11, 27, 18))]);
        var after = planned.After([.. departure.Streams[0].Events]);
        after.Rotas[Alder].First.Select(shift => (shift.Id, shift.Ends)).ShouldBe(
            [(Id(1), Utc(11, 13, 18)), (Id(2), Noon), (Id(3), Utc(11, 27, 18))]);
    }

    [Fact]
    [Trait("Rule", "R12")]
    public void Losing_the_role_for_a_panel_is_leaving_its_rota_and_no_other()
    {
        var planned = University.After(
            new RoleGranted(Vera, Role.SeniorMember, Law),
            Shift(1, Vera, Utc(11, 27, 18), Utc(12, 4, 18)),
            new ShiftPlanned(Law, Id(2), Duty.First, Vera, Utc(11, 27, 18), Utc(12, 4, 18)));
        var departure = Departure.FromRole(planned, Vera, new(Role.SeniorMember, Law), Noon);
        departure.Streams.ShouldHaveSingleItem().Events
            .ShouldBe([new ShiftRemoved(Law, Id(2), Utc(11, 27, 18))]);
        departure.Panels.ShouldBe([Law]);
        Departure.FromProgramme(planned, Vera, Noon).Panels.ShouldBe([Alder, Law]);
        var other = Departure.FromRole(planned, Vera, new(Role.Auditor, null), Noon);
        (other.Streams.Count, other.Panels.Count).ShouldBe((0, 0));
        Departure.FromRole(University, Vera, new(Role.SeniorMember, Alder), Noon).Streams.ShouldBeEmpty();
    }
}
