using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.Escalations;

/// <summary>Which deadline its reader has to beat next.</summary>
public sealed class RunningPromiseTests
{
    [Fact]
    public void Until_somebody_has_it_I_have_it_is_due() =>
        Promised(Scenario.Raised()).ShouldBe((Deadline.AcknowledgeBy, 0, 5));

    [Fact]
    public void Missed_it_is_still_owed() =>
        Promised(Scenario.Raised().Until(46)).ShouldBe((Deadline.AcknowledgeBy, 0, 5));

    [Fact]
    public void Once_somebody_has_it_speaking_with_the_student_is_due() =>
        Promised(Taken()).ShouldBe((Deadline.RespondBy, 0, 30));

    [Fact]
    public void Being_handed_on_comes_first_where_it_comes_sooner()
    {
        var taken = Scenario.Raised(Band.Within4Hours).At(2).When(new AcknowledgeEscalation(), People.Duty);
        Promised(taken).ShouldBe((Deadline.ContactAfterAcknowledging, 2, 62));
    }

    [Fact]
    public void Handed_back_it_is_speaking_with_the_student_that_is_owed()
    {
        var back = Taken().At(4).When(new ReleaseEscalation(null), People.Duty);
        var promise = Promised(back);
        (promise.Which, promise.By).ShouldBe((Deadline.RespondBy, 30));
    }

    [Fact]
    public void After_contact_it_is_looking_in_again_and_then_the_record()
    {
        var spoken = Taken().At(5).When(new RecordContact(ContactMode.Phone, null), People.Duty);
        Promised(spoken).ShouldBe((Deadline.FollowUp, 5, 30));
        spoken.At(9).When(new RecordSafeForNow(Commands.Words()), People.Duty);
        RunningPromise.Of(spoken.State).ShouldNotBeNull().Which.ShouldBe(Deadline.Closure);
    }

    [Fact]
    public void Closed_nothing_is_promised_any_more()
    {
        var closed = Taken().At(5).When(new RecordContact(ContactMode.Phone, null), People.Duty)
            .When(new RecordSafeForNow(Commands.Words()), People.Duty).When(Commands.Close, People.Duty);
        RunningPromise.Of(closed.State).ShouldBeNull();
    }

    private static Scenario Taken() => Scenario.Raised().At(2).When(new AcknowledgeEscalation(), People.Duty);

    private static (Deadline Which, double From, double By) Promised(Scenario scenario)
    {
        var promise = RunningPromise.Of(scenario.State).ShouldNotBeNull();
        var (from, by) = (promise.From - scenario.Start, promise.By - scenario.Start);
        return (promise.Which, from.TotalMinutes, by.TotalMinutes);
    }
}
