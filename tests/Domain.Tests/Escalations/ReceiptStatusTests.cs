using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.Escalations;

[Trait("Rule", "R18")]
public sealed class ReceiptStatusTests
{
    [Fact]
    public void Received_it_says_when_more_people_will_be_paged_and_then_how_often()
    {
        var receipt = Of(Scenario.Raised());
        receipt.ShouldSatisfyAllConditions(
            r => r.Code.ShouldBe("4T9Q-2M7K"),
            r => r.Stage.ShouldBe(ReceiptStage.Received),
            r => r.Band.ShouldBe(Band.Immediate),
            r => r.ReceivedAt.ShouldBe(Minute(0)),
            r => r.SeenBy.ShouldBe(Minute(5)),
            r => r.MorePeopleAt.ShouldBe([Minute(10), Minute(20), Minute(30)]),
            r => r.ThenEvery.ShouldBe(TimeSpan.FromMinutes(15)),
            r => r.DebriefBy.ShouldBe(Minute(24 * 60)));
    }

    [Fact]
    public void After_the_last_rung_it_says_when_everyone_is_paged_again() =>
        Of(Scenario.Raised().Until(30)).MorePeopleAt.ShouldBe([Minute(45)]);

    [Fact]
    public void A_paced_ladder_promises_each_rung_at_its_interval_from_the_one_before() =>
        Of(Scenario.Raised(Band.Within24Hours, People.Cover with { DutyFirst = null })).MorePeopleAt
            .ShouldBe([Minute(120), Minute(240)]);

    [Fact]
    public void Taken_it_was_seen_by_a_person_and_paging_waits()
    {
        var receipt = Of(Scenario.Acknowledged());
        receipt.Stage.ShouldBe(ReceiptStage.SeenByAPerson);
        receipt.SeenAt.ShouldBe(Minute(3));
        receipt.SeenBy.ShouldBeNull();
        receipt.MorePeopleAt.ShouldBeEmpty();
        receipt.ThenEvery.ShouldBeNull();
    }

    [Fact]
    public void Handed_back_it_is_merely_received_again()
    {
        var receipt = Of(Scenario.Acknowledged().At(5).When(new ReleaseEscalation(null), People.Duty));
        receipt.Stage.ShouldBe(ReceiptStage.Received);
        receipt.SeenAt.ShouldBe(Minute(3));
        receipt.SeenBy.ShouldBeNull();
        receipt.MorePeopleAt.ShouldBe([Minute(15), Minute(25)]);
    }

    [Fact]
    public void After_contact_it_is_being_acted_on_and_closed_it_is_finished()
    {
        Of(Scenario.ContactMade()).ShouldSatisfyAllConditions(
            r => r.Stage.ShouldBe(ReceiptStage.BeingActedOn), r => r.ActedOnAt.ShouldBe(Minute(9)));
        Of(Scenario.SafeForNow()).Stage.ShouldBe(ReceiptStage.BeingActedOn);
        Of(Scenario.Closed()).ShouldSatisfyAllConditions(
            r => r.Stage.ShouldBe(ReceiptStage.Finished), r => r.FinishedAt.ShouldBe(Minute(15)));
    }

    private static ReceiptStatus Of(Scenario scenario) =>
        ReceiptStatus.Of(scenario.State, scenario.Context(People.Raiser));

    private static DateTimeOffset Minute(int minute) => Scenario.FridayNight.AddMinutes(minute);
}
