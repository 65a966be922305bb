using Safeguard.Domain.Access;

namespace Safeguard.Domain.Tests.Access;

/// <summary>Nobody leaves or steps down while they owe a review.</summary>
[Trait("Rule", "R4")]
public sealed class ReassignReviewsTests
{
    [Fact]
    public void Theirs_go_to_another_Coordinator_and_those_of_others_stay()
    {
        var reader = Readers.Opened with { Coordinators = [Readers.Second.Person] };
        var passed = new BreakGlassReviewReassigned(
            Readers.Senior.Person, Readers.Glass, Readers.First.Person, Readers.Second.Person);
        Leaves(reader, Readers.First).ShouldHappen(passed);
        Leaves(reader.Then(passed), Readers.First).ShouldBeAlreadySo();
        reader.Then(passed).History.OpenItems.ShouldHaveSingleItem().Owner.ShouldBe(Readers.Second.Person);
    }

    [Fact]
    public void Without_another_they_are_nobodys_which_the_watchdog_counts() =>
        Leaves(Readers.Opened with { Coordinators = [] }, Readers.First).Events.ShouldHaveSingleItem()
            .ShouldBeOfType<BreakGlassReviewReassigned>().To.ShouldBe(PersonId.System);

    private static Decision<AccessEvent> Leaves(Readers reader, Caller coordinator) =>
        ReassignReviews.Decide(new(coordinator.Person), reader.History, reader.Context);
}
