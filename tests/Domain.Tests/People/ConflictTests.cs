using Safeguard.Domain.People;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.People;

[Trait("Rule", "R15")]
public sealed class ConflictTests
{
    private static readonly Person OfVera = University.People[Vera];
    private static readonly DeclareConflict Declare =
        new(Id(1), new ConflictTowards(Ida, null, null), ConflictGround.Tutor, new Confidential("Their tutor."));

    private static readonly ConflictDeclared Declared =
        new(Vera, Id(1), Declare.Towards, ConflictGround.Tutor, Declare.Note);

    [Fact]
    public void A_conflict_is_declared_by_oneself_or_the_office_and_once()
    {
        foreach (var caller in new[] { SeniorMember(Vera), Coordinator })
            DeclareConflict.Decide(Declare, OfVera, new(caller, Noon)).ShouldHappen(Declared);
        var declared = OfVera.Evolve(Declared, Stamp(Noon));
        DeclareConflict.Decide(Declare, declared, new(Coordinator, Noon)).ShouldBeAlreadySo();
        var ended = declared.Evolve(new ConflictEnded(Vera, Id(1)), Stamp(Noon));
        DeclareConflict.Decide(Declare, ended, new(Coordinator, Noon)).ShouldBeAlreadySo();
        ended.Conflicts.ShouldBeEmpty();
    }

    public static TheoryData<ConflictTowards> NotOne =>
    [
        new ConflictTowards(null, null, null),
        new ConflictTowards(null, null, " "),
        new ConflictTowards(Ida, Id(9), null),
        new ConflictTowards(Ida, null, "WX-7K3M"),
        new ConflictTowards(null, Id(9), "WX-7K3M"),
    ];

    [Theory]
    [MemberData(nameof(NotOne))]
    public void A_conflict_is_towards_exactly_one_thing(ConflictTowards towards) =>
        DeclareConflict.Decide(Declare with { Towards = towards }, OfVera, new(Coordinator, Noon))
            .ShouldBeRefused("conflict.towards", Rule.R15, RejectionKind.SaysNothing).Missing.ShouldBe(["towards"]);

    [Fact]
    public void A_conflict_that_cannot_be_declared_is_refused()
    {
        DeclareConflict.Decide(Declare, OfVera, new(SeniorMember(Otto), Noon))
            .ShouldBeRefused("office.only", Rule.R15, RejectionKind.RoleMayNot);
        DeclareConflict.Decide(Declare, Person.Unknown, new(Coordinator, Noon))
            .ShouldBeRefused("person.unknown", Rule.R13, RejectionKind.NotThere);
        DeclareConflict.Decide(Declare with { Towards = new(Vera, null, null) }, OfVera, new(Coordinator, Noon))
            .ShouldBeRefused("conflict.oneself", Rule.R15);
    }

    [Fact]
    public void A_conflict_is_ended_by_the_office_and_never_by_whom_it_binds()
    {
        var declared = OfVera.Evolve(Declared, Stamp(Noon));
        var end = new EndConflict(Id(1));
        EndConflict.Decide(end, declared, new(Coordinator, Noon)).ShouldHappen(new ConflictEnded(Vera, Id(1)));
        EndConflict.Decide(end, declared.Evolve(new ConflictEnded(Vera, Id(1)), Stamp(Noon)), new(Coordinator, Noon))
            .ShouldBeAlreadySo();
        EndConflict.Decide(end, declared, new(SeniorMember(Vera), Noon))
            .ShouldBeRefused("conflict.own", Rule.R15, RejectionKind.RoleMayNot);
        var officeItself = new Caller(Vera, [new RoleGrant(Role.Coordinator, null)]);
        EndConflict.Decide(end, declared, new(officeItself, Noon))
            .ShouldBeRefused("conflict.own", Rule.R15, RejectionKind.RoleMayNot);
        EndConflict.Decide(end, declared, new(SeniorMember(Otto), Noon))
            .ShouldBeRefused("conflict.unknown", Rule.R15, RejectionKind.NotThere);
        EndConflict.Decide(new(Id(2)), declared, new(Coordinator, Noon))
            .ShouldBeRefused("conflict.unknown", Rule.R15, RejectionKind.NotThere);
        EndConflict.Decide(end, Person.Unknown, new(Coordinator, Noon))
            .ShouldBeRefused("conflict.unknown", Rule.R15, RejectionKind.NotThere);
    }
}
