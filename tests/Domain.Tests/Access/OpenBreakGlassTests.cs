using Safeguard.Domain.Access;
using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.Tests.Access;

/// <summary>A record outside one's scope is opened with a reason, for an hour, and others are told.</summary>
[Trait("Rule", "R17")]
public sealed class OpenBreakGlassTests
{
    [Fact]
    public void It_is_open_for_an_hour_and_owner_and_Coordinators_are_told_and_one_of_them_owes_the_review()
    {
        var opened = Opens(Readers.Start).Events.ShouldHaveSingleItem().ShouldBeOfType<BreakGlassOpened>();
        opened.ShouldBe(Readers.Open() with { Told = opened.Told });
        opened.Told.ShouldBe([Readers.Owner, Readers.First.Person, Readers.Second.Person]);
        Opens(Readers.Start.As(Readers.Supervisor)).Events.ShouldHaveSingleItem();
    }

    [Fact]
    public void How_long_and_within_how_many_working_days_is_policy()
    {
        var policy = Policy.Default with
        {
            BreakGlassFor = TimeSpan.FromMinutes(20),
            ReviewBreakGlassWithinWorkingDays = 1,
        };
        var opened = (BreakGlassOpened)Opens(Readers.Start with { Policy = policy }).Events.Single();
        opened.Until.ShouldBe(Readers.Noon.AddMinutes(20));
        opened.ReviewBy.ShouldBe(new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Nobody_but_Senior_Members_Supervisors_and_Auditors_may()
    {
        foreach (var other in new[] { Readers.Supporter, Readers.First })
            Opens(Readers.Start.As(other)).ShouldBeRefused("breakGlass.notYours", Rule.R17, RejectionKind.RoleMayNot);
    }

    [Fact, Trait("Rule", "R24")]
    public void An_auditor_may_and_reads_no_words_through_it()
    {
        Opens(Readers.Start.As(Readers.Auditor)).Events.ShouldHaveSingleItem().ShouldBeOfType<BreakGlassOpened>();
        OpenBreakGlass.ReadsThrough(Readers.Auditor).ShouldBeFalse();
        OpenBreakGlass.ReadsThrough(Readers.Senior).ShouldBeTrue();
        OpenBreakGlass.ReadsThrough(Readers.Supervisor).ShouldBeTrue();
    }

    [Fact]
    public void Without_a_reason_it_is_refused_in_the_same_words_whether_or_not_there_is_such_a_record()
    {
        var refusal = Opens(Readers.Start, reason: null)
            .ShouldBeRefused("breakGlass.reasonNeeded", Rule.R17, RejectionKind.SaysNothing);
        refusal.Missing.ShouldBe(["reason"]);
        var same = Opens(Readers.Start with { Facts = null }, reason: null).Rejection.ShouldNotBeNull();
        (same.Code, same.Detail, same.Kind).ShouldBe((refusal.Code, refusal.Detail, refusal.Kind));
    }

    [Fact]
    [Trait("Rule", "R15")]
    public void What_is_not_there_and_what_a_conflict_keeps_from_them_look_alike()
    {
        var unknown = Opens(Readers.Start with { Facts = null })
            .ShouldBeRefused("breakGlass.nothingToOpen", Rule.R17, RejectionKind.NotThere);
        var conflicted = With(facts => facts with { Conflicted = [Readers.Senior.Person] });
        Opens(conflicted).Rejection.ShouldBe(unknown);
        Opens(With(facts => facts with
        {
            Conflicted = [Readers.Senior.Person],
            OwnOf = [Readers.Senior.Person],
        })).Rejection.ShouldBe(unknown);
    }

    [Fact]
    public void What_they_raised_themselves_stays_closed_to_them() =>
        Opens(With(facts => facts with { OwnOf = [Readers.Senior.Person] }))
            .ShouldBeRefused("breakGlass.own", Rule.R17);

    [Fact]
    public void Whoever_may_read_it_anyway_breaks_nothing() =>
        Opens(With(facts => facts with { CallerReads = true })).ShouldBeAlreadySo();

    [Fact]
    public void While_it_is_open_it_is_open_already_and_afterwards_it_takes_a_reason_again()
    {
        Opens(Readers.Opened, Guid.NewGuid()).ShouldBeAlreadySo();
        Opens(Readers.Opened.Later(59.9), Guid.NewGuid()).ShouldBeAlreadySo();
        Opens(Readers.Opened.Later(60), Guid.NewGuid()).Events.ShouldHaveSingleItem();
        Opens(Readers.Opened.Later(60)).ShouldBeAlreadySo();
    }

    [Fact]
    public void It_opens_that_record_alone_and_until_its_time_has_passed()
    {
        var history = Readers.Opened.History;
        history.OpenUntil(Readers.Item, Readers.Noon).ShouldBe(Readers.Noon.AddMinutes(60));
        history.OpenUntil(Readers.Item, Readers.Noon.AddMinutes(60)).ShouldBeNull();
        history.OpenUntil(Readers.Other, Readers.Noon).ShouldBeNull();
    }

    [Fact]
    public void Neither_who_opens_it_nor_whoever_may_not_know_of_it_is_told_or_reviews_it()
    {
        var both = new Caller(Readers.First.Person, [.. Readers.First.Roles, .. Readers.Senior.Roles]);
        var opened = (BreakGlassOpened)Opens(Readers.Start.As(both)).Events.Single();
        (opened.Reviewer, opened.Told.Contains(both.Person)).ShouldBe((Readers.Second.Person, false));

        var kept = With(facts => facts with { Conflicted = [Readers.First.Person], OwnOf = [Readers.Second.Person] });
        opened = (BreakGlassOpened)Opens(kept).Events.Single();
        opened.Reviewer.ShouldBe(PersonId.System);
        opened.Told.ShouldBe([Readers.Owner]);
    }

    [Fact]
    [Trait("Rule", "R4")]
    public void The_review_is_an_open_item_with_an_owner_and_a_next_wake_up()
    {
        var item = Readers.Opened.History.OpenItems.ShouldHaveSingleItem();
        item.ShouldBe(new(Readers.Glass, "break-glass-review", Readers.First.Person, null, Readers.Open().ReviewBy));
        Readers.Opened.History.NextWakeUp.ShouldBe(Readers.Open().ReviewBy);
    }

    private static Readers With(Func<ItemFacts, ItemFacts> change) =>
        Readers.Start with { Facts = change(Readers.Start.Facts!) };

    private static Decision<AccessEvent> Opens(Readers reader, Guid? glass = null) =>
        Opens(reader, Readers.Words, glass);

    private static Decision<AccessEvent> Opens(Readers reader, Confidential? reason, Guid? glass = null) =>
        OpenBreakGlass.Decide(new(glass ?? Readers.Glass, Readers.Item, reason), reader.History, reader.Context);
}
