using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using static Safeguard.Domain.Tests.Supervision.Supervised;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Supervision;

/// <summary>A supporter or Senior Member reaches the supervisor between sessions, and is owed an answer.</summary>
[Trait("Rule", "R10")]
[Trait("Rule", "R4")]
public sealed class BetweenSessionsTests
{
    private static readonly Confidential Words = new("Could we talk?");

    private static readonly BetweenSessionsContactRequested ByIda =
        new(G1, Id(60), Ida, Sue, Noon.AddHours(24), Escalation: null, Words);

    private static readonly Institution Requested = InTerm.And(ByIda);

    [Fact]
    public void A_request_is_the_supervisors_within_a_day_and_within_the_hour_in_a_crisis()
    {
        Ask(InTerm, AsSupporter).ShouldHappen(ByIda);
        RequestBetweenSessionsContact.Decide(new(Id(60), Id(5), Words), InTerm.Own(), InTerm.By(SeniorMember(Vera)))
            .ShouldHappen(ByIda with { By = Vera, DueAt = Noon.AddHours(1), Escalation = Id(5) });
        Ask(InTerm, Coordinator).ShouldHappen(ByIda with { By = Cass });
    }

    [Fact]
    public void It_has_one_owner_and_one_next_wake_up()
    {
        Requested.Own().OpenItems.ShouldBe(
            [new OpenItem(Id(60), SupervisorTask.ContactRequest, Sue, Panel: null, Noon.AddHours(24))]);
        Requested.Own().NextWakeUp.ShouldBe(Noon.AddHours(24));
        InTerm.Own().NextWakeUp.ShouldBeNull();
    }

    [Fact]
    public void The_same_request_again_is_already_so_even_after_its_answer()
    {
        Ask(Requested, AsSupporter).ShouldBeAlreadySo();
        Ask(Requested.And(new BetweenSessionsContactMade(G1, Id(60), Sue, null)), AsSupporter).ShouldBeAlreadySo();
    }

    [Fact]
    public void Without_a_supervisor_a_coordinator_owes_it_and_without_either_nobody_can_be_asked()
    {
        var alone = InTerm.And(new SupervisorStoodAside(G1, Sue));
        Ask(alone, AsSupporter).ShouldHappen(ByIda with { Of = Cass });
        Ask(alone.And(new RoleRevoked(Cass, Role.Coordinator, Panel: null)), AsSupporter)
            .ShouldBeRefused("supervision.nobodyToAsk", Rule.R10);
    }

    [Fact]
    [Trait("Rule", "R13")]
    public void Nobody_else_asks_a_group_that_is_not_theirs()
    {
        foreach (var caller in new[] { AsBen, UmaSupervises, Administrator })
            Ask(InTerm, caller).ShouldBeRefused("supervision.groupUnknown", Rule.R13, RejectionKind.NotThere);
        RequestBetweenSessionsContact
            .Decide(new(Id(60), null, null), SupervisionGroup.NotFormed, InTerm.By(Coordinator))
            .ShouldBeRefused("supervision.groupUnknown", Rule.R13, RejectionKind.NotThere);
    }

    [Fact]
    public void Contact_made_ends_it_and_only_once()
    {
        var note = new Confidential("Spoke by phone");
        foreach (var caller in new[] { SueSupervises, Coordinator })
            RecordBetweenSessionsContact.Decide(new(Id(60), note), Requested.Own(), Requested.By(caller))
                .ShouldHappen(new BetweenSessionsContactMade(G1, Id(60), caller.Person, note));
        var made = Requested.And(new BetweenSessionsContactMade(G1, Id(60), Sue, note));
        RecordBetweenSessionsContact.Decide(new(Id(60), null), made.Own(), made.By(SueSupervises)).ShouldBeAlreadySo();
        made.Own().OpenItems.ShouldBeEmpty();
    }

    [Fact]
    public void What_nobody_asked_for_is_unknown_and_a_welfare_call_is_no_request()
    {
        var call = InTerm.And(new WelfareCallAsked(G1, Id(61), Ida, Sue, Noon.AddDays(1)));
        foreach (var id in new[] { Id(61), Id(62) })
            RecordBetweenSessionsContact.Decide(new(id, null), call.Own(), call.By(SueSupervises))
                .ShouldBeRefused("supervision.taskUnknown", Rule.R10, RejectionKind.NotThere);
        foreach (var caller in new[] { AsSupporter, UmaSupervises })
            RecordBetweenSessionsContact.Decide(new(Id(60), null), Requested.Own(), Requested.By(caller))
                .ShouldBeRefused("supervision.groupUnknown", Rule.R13, RejectionKind.NotThere);
    }

    [Fact]
    public void A_request_that_nobody_answers_is_late_and_looked_at_again()
    {
        var due = Noon.AddHours(24);
        Wake(Requested, due.AddTicks(-1)).ShouldBeAlreadySo();
        Wake(Requested, due.AddMinutes(5)).ShouldHappen(
            new SupervisorTaskLate(G1, Id(60), TimeSpan.FromMinutes(5), due.AddMinutes(5).AddHours(24)));
        var late = Requested.And(new SupervisorTaskLate(G1, Id(60), TimeSpan.Zero, due.AddHours(24)));
        (late.Own().Tasks[0].Late, late.Own().NextWakeUp).ShouldBe((true, due.AddHours(24)));
        Wake(late, due).ShouldBeAlreadySo();
        Wake(late, due.AddHours(24)).ShouldHappen(
            new SupervisorTaskLate(G1, Id(60), TimeSpan.FromHours(24), due.AddHours(48)));
    }

    private static Decision<SupervisionGroupEvent> Ask(Institution institution, Caller caller) =>
        RequestBetweenSessionsContact.Decide(
            new(Id(60), Escalation: null, Words), institution.Own(), institution.By(caller));

    private static Decision<SupervisionGroupEvent> Wake(Institution institution, DateTimeOffset now) =>
        WakeSupervisionGroup.Decide(new(), institution.Own(), institution.By(Caller.System, now));
}
