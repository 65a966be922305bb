using Safeguard.Domain.Access;

namespace Safeguard.Domain.Tests.Access;

/// <summary>A review that nobody does in time does not go quiet.</summary>
[Trait("Rule", "R17")]
public sealed class WakeAccessTests
{
    private static readonly DateTimeOffset Due = Readers.Open().ReviewBy;

    [Fact]
    public void Before_its_time_there_is_nothing_to_say() =>
        Wakes(Readers.Opened.At(Due.AddTicks(-1))).ShouldBeAlreadySo();

    [Fact]
    public void Overdue_is_an_event_and_comes_again_every_working_day()
    {
        var late = new BreakGlassReviewLate(
            Readers.Senior.Person, Readers.Glass, TimeSpan.FromHours(1), Due.AddHours(25));
        Wakes(Readers.Opened.At(Due.AddHours(1))).ShouldHappen(late);
        var reminded = Readers.Opened.At(Due.AddHours(1)).Then(late);
        reminded.History.Glasses.ShouldHaveSingleItem().Late.ShouldBeTrue();
        Wakes(reminded).ShouldBeAlreadySo();
        Wakes(reminded.At(Due.AddHours(25))).Events.ShouldHaveSingleItem()
            .ShouldBe(late with { LateBy = TimeSpan.FromHours(25), RemindedNextAt = Due.AddHours(49) });
    }

    [Fact]
    public void Once_it_is_reviewed_waking_does_nothing() =>
        Wakes(Readers.Opened.Then(new BreakGlassReviewed(
                Readers.Senior.Person, Readers.Glass, BreakGlassOutcome.Justified, Readers.Words))
            .At(Due.AddDays(1))).ShouldBeAlreadySo();

    [Fact]
    [Trait("Rule", "R4")]
    public void Overdue_with_somebody_who_cannot_do_it_it_goes_to_another()
    {
        var gone = Readers.Opened.At(Due) with { Coordinators = [Readers.Second.Person] };
        Wakes(gone).Events[^1].ShouldBe(Passed(Readers.First.Person, Readers.Second.Person));
        var nobody = Readers.Opened.At(Due) with { Coordinators = [] };
        Wakes(nobody).Events[^1].ShouldBe(Passed(Readers.First.Person, PersonId.System));
        var found = nobody.Then(Passed(Readers.First.Person, PersonId.System)) with
        {
            Coordinators = [Readers.Second.Person],
        };
        Wakes(found).Events[^1].ShouldBe(Passed(PersonId.System, Readers.Second.Person));
    }

    [Fact]
    [Trait("Rule", "R15")]
    public void Overdue_with_somebody_who_may_not_know_of_it_any_more_it_goes_to_another()
    {
        var kept = Readers.Opened.At(Due);
        kept = kept with { Facts = kept.Facts! with { Conflicted = [Readers.First.Person] } };
        Wakes(kept).Events[^1].ShouldBe(Passed(Readers.First.Person, Readers.Second.Person));
    }

    private static BreakGlassReviewReassigned Passed(PersonId from, PersonId to) =>
        new(Readers.Senior.Person, Readers.Glass, from, to);

    private static Decision<AccessEvent> Wakes(Readers reader) =>
        WakeAccess.Decide(new(), reader.History, reader.As(Caller.System).Context);
}
