using Safeguard.Domain.Access;

namespace Safeguard.Domain.Tests.Access;

/// <summary>What a Coordinator makes of it is said once, and stays.</summary>
[Trait("Rule", "R17")]
public sealed class ReviewBreakGlassTests
{
    private static readonly BreakGlassReviewed Justified =
        new(Readers.Senior.Person, Readers.Glass, BreakGlassOutcome.Justified, Readers.Words);

    [Fact]
    public void Any_Coordinator_but_whoever_opened_it_reviews_it_and_then_nothing_is_owed()
    {
        Reviews(Readers.Opened.As(Readers.Second)).ShouldHappen(Justified);
        var reviewed = Readers.Opened.Then(Justified).History;
        reviewed.OpenItems.ShouldBeEmpty();
        reviewed.NextWakeUp.ShouldBeNull();
    }

    [Fact]
    public void A_review_does_not_close_what_is_open_still() =>
        Readers.Opened.Then(Justified).History.OpenUntil(Readers.Item, Readers.Noon).ShouldNotBeNull();

    [Fact]
    public void It_is_said_once_also_when_a_newer_glass_has_taken_its_place()
    {
        var reviewed = Readers.Opened.As(Readers.First).Then(Justified);
        Reviews(reviewed).ShouldBeRefused("breakGlass.reviewed", Rule.R17);
        var newer = reviewed.Later(61).Then(Readers.Open(glass: Guid.NewGuid()));
        newer.History.Glasses.ShouldHaveSingleItem();
        Reviews(newer).ShouldBeRefused("breakGlass.reviewed", Rule.R17);
    }

    [Fact]
    public void Only_Coordinators_may() => Reviews(Readers.Opened.As(Readers.Supervisor))
        .ShouldBeRefused("breakGlass.notYoursToReview", Rule.R17, RejectionKind.RoleMayNot);

    [Fact]
    public void Whoever_opened_it_may_not_even_as_a_Coordinator()
    {
        var both = new Caller(Readers.Senior.Person, [.. Readers.Senior.Roles, .. Readers.First.Roles]);
        Reviews(Readers.Opened.As(both)).ShouldBeRefused("breakGlass.ownReview", Rule.R17);
    }

    [Fact]
    public void What_was_never_opened_is_not_there()
    {
        Reviews(Readers.Start.As(Readers.First))
            .ShouldBeRefused("breakGlass.none", Rule.R17, RejectionKind.NotThere);
        ReviewBreakGlass.Decide(
                new(Guid.NewGuid(), BreakGlassOutcome.Justified, Readers.Words), Readers.Opened.History,
                Readers.Opened.As(Readers.First).Context)
            .ShouldBeRefused("breakGlass.none", Rule.R17, RejectionKind.NotThere);
    }

    [Fact]
    [Trait("Rule", "R15")]
    public void A_Coordinator_from_whom_the_record_is_kept_does_not_learn_of_it()
    {
        var facts = Readers.Opened.Facts!;
        foreach (var kept in new[]
        {
            facts with { Conflicted = [Readers.First.Person] }, facts with { OwnOf = [Readers.First.Person] },
        })
        {
            Reviews((Readers.Opened with { Facts = kept }).As(Readers.First))
                .ShouldBeRefused("breakGlass.none", Rule.R17, RejectionKind.NotThere);
        }
    }

    [Fact]
    public void Both_an_outcome_and_words_are_needed_and_each_missing_one_is_named()
    {
        var (history, context) = (Readers.Opened.History, Readers.Opened.As(Readers.First).Context);
        ReviewBreakGlass.Decide(new(Readers.Glass, null, null), history, context)
            .ShouldBeRefused("breakGlass.reviewSaysTooLittle", Rule.R17, RejectionKind.SaysNothing)
            .Missing.ShouldBe(["outcome", "words"]);
        ReviewBreakGlass.Decide(new(Readers.Glass, null, Readers.Words), history, context)
            .Rejection!.Missing.ShouldBe(["outcome"]);
        ReviewBreakGlass.Decide(new(Readers.Glass, BreakGlassOutcome.NotJustified, null), history, context)
            .Rejection!.Missing.ShouldBe(["words"]);
    }

    private static Decision<AccessEvent> Reviews(Readers reader) => ReviewBreakGlass.Decide(
        new(Readers.Glass, BreakGlassOutcome.Justified, Readers.Words), reader.History, reader.Context);
}
