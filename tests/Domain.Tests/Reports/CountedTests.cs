using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Escalations;
using Safeguard.Domain.Referrals;
using Safeguard.Domain.Reports;

namespace Safeguard.Domain.Tests.Reports;

/// <summary>What reports count of each record, event by event.</summary>
public sealed class CountedTests
{
    private static readonly DateTimeOffset Raised = new(2026, 11, 20, 2, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Senior = new("we0014");
    private static readonly PersonId Other = new("we0015");
    private static readonly Confidential Words = new("Words.");
    private static readonly Timings Timings =
        new(TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromDays(1));

    private static EscalationRaised Raise(Band band) => new(
        new("we0102"), "4T9Q-2M7K", null, false, Answers.None, band, null, null, null, null, [], Ladder.None,
        Raised.AddMinutes(10), Raised.AddMinutes(30), Senior, null, Timings);

    private static UrgentContactCounted Urgent(params (int Minute, EscalationEvent Event)[] happened) =>
        happened.Aggregate(
            UrgentContactCounted.Evolve(null, Raise(Band.Within4Hours), Raised),
            (before, next) => UrgentContactCounted.Evolve(before, next.Event, Raised.AddMinutes(next.Minute)))!;

    [Theory, Trait("Rule", "R5")]
    [InlineData(5, PromiseKept.InHalf)]
    [InlineData(6, PromiseKept.InTime)]
    [InlineData(10, PromiseKept.InTime)]
    [InlineData(11, PromiseKept.Late)]
    public void A_promise_is_kept_in_half_the_time_in_time_or_late(int minute, PromiseKept kept) =>
        Urgent((minute, new Acknowledged(Senior))).Acknowledgement.At(Raised, Raised.AddHours(9)).ShouldBe(kept);

    [Fact, Trait("Rule", "R5")]
    public void What_is_not_kept_is_late_once_its_time_has_passed()
    {
        Urgent().Acknowledgement.At(Raised, Raised.AddMinutes(10)).ShouldBe(PromiseKept.NotYet);
        Urgent().Acknowledgement.At(Raised, Raised.AddMinutes(11)).ShouldBe(PromiseKept.Late);
    }

    [Fact, Trait("Rule", "R5")]
    public void The_first_answer_counts_and_a_message_in_a_crisis_does_not()
    {
        var contact = Urgent(
            (1, new ContactMade(Senior, ContactMode.Message, null, Counts: false)),
            (2, new Acknowledged(Senior)), (3, new Acknowledged(Other)),
            (20, new ContactMade(Senior, ContactMode.Phone, null, Counts: true)));
        contact.Acknowledgement.KeptAt.ShouldBe(Raised.AddMinutes(2));
        contact.Contact.KeptAt.ShouldBe(Raised.AddMinutes(20));
        Urgent((4, new ContactMade(Senior, ContactMode.Phone, null, Counts: true))).Acknowledgement.KeptAt
            .ShouldBe(Raised.AddMinutes(4));
    }

    [Fact, Trait("Rule", "R6")]
    public void A_raised_band_moves_what_can_still_be_kept_and_is_the_band_that_counts()
    {
        var worse = new BandRaised(
            Band.Within4Hours, Band.Immediate, null, Raised.AddMinutes(12), Raised.AddMinutes(40), null, null);
        var moved = Urgent((8, worse));
        (moved.Band, moved.Acknowledgement.By, moved.Contact.By)
            .ShouldBe((Band.Immediate, Raised.AddMinutes(12), Raised.AddMinutes(40)));
        var (kept, passed) = (Urgent((2, new Acknowledged(Senior)), (8, worse)), Urgent((11, worse)));
        kept.Acknowledgement.By.ShouldBe(Raised.AddMinutes(10));
        passed.Acknowledgement.By.ShouldBe(Raised.AddMinutes(10));
        Urgent((8, worse), (9, new BandLowered(Band.Immediate, Band.Within72Hours, Words))).Band
            .ShouldBe(Band.Immediate);
    }

    [Fact, Trait("Rule", "R3")]
    public void Closing_changes_no_outcome_and_reopening_begins_it_again()
    {
        var safe = (3, (EscalationEvent)new SafeForNowRecorded(Senior, Words, Raised));
        var closed = (4, (EscalationEvent)new EscalationClosed(Senior, Words, Words, [], Words, []));
        Urgent().Outcome.ShouldBe(UrgentOutcome.NoContactYet);
        Urgent((2, new ContactMade(Senior, ContactMode.Phone, null, true))).Outcome.ShouldBe(UrgentOutcome.InContact);
        Urgent(safe, closed).Outcome.ShouldBe(UrgentOutcome.SafeForNow);
        Urgent(safe, (4, new HandedOver(Senior, Other, null, Words, Raised))).Outcome
            .ShouldBe(UrgentOutcome.HandedOver);
        Urgent(safe, closed, (5, new EscalationReopened(Words, Ladder.None, Raised, Raised, Senior, Timings))).Outcome
            .ShouldBe(UrgentOutcome.NoContactYet);
    }

    [Theory, Trait("Rule", "R22")]
    [InlineData(ReferralOutcome.NotHelped, ReferralResult.Seen)]
    [InlineData(ReferralOutcome.NotKnown, ReferralResult.NotKnown)]
    [InlineData(ReferralOutcome.DidNotAttend, ReferralResult.DidNotAttend)]
    [InlineData(ReferralOutcome.NoReply, ReferralResult.NotTaken)]
    [InlineData(ReferralOutcome.Withdrawn, ReferralResult.Withdrawn)]
    public void A_referral_is_counted_by_what_became_of_it(ReferralOutcome outcome, ReferralResult result)
    {
        var offered = ReferralCounted.Evolve(null, new ReferralOffered(
            Guid.Empty, Guid.Empty, new("alder-college"), "counselling", null, Words, Senior, null, Raised));
        offered.ShouldBe(new("counselling", ReferralResult.StillGoing));
        ReferralCounted.Evolve(offered, new ReferralCompleted(outcome, null))!.Result.ShouldBe(result);
        ReferralCounted.Evolve(offered, new ReferralWithdrawn(Words))!.Result.ShouldBe(ReferralResult.Withdrawn);
        ReferralCounted.Evolve(null, new ReferralWithdrawn(Words)).ShouldBeNull();
    }

    [Fact, Trait("Rule", "R14")]
    public void A_file_is_held_by_its_last_owner_until_it_is_closed()
    {
        var held = new CaseFileHeld(Senior, Open: true);
        CaseFileHeld.Evolve(held, new CaseFileHandedOver(Senior, Other)).ShouldBe(new(Other, Open: true));
        CaseFileHeld.Evolve(held, new CaseFileClosed(Other, null)).ShouldBe(held with { Open = false });
        CaseFileHeld.Evolve(null, new CaseFileClosed(Other, null)).ShouldBeNull();
    }

    [Fact, Trait("Rule", "R25")]
    public void No_time_is_said_unless_five_are_on_either_side_of_it_and_then_a_step()
    {
        var nine = Enumerable.Range(1, 9).Select(minute => TimeSpan.FromMinutes(minute)).ToList();
        TimeTaken.Within(nine, 50).ShouldBeNull();
        TimeTaken.Within([.. nine, TimeSpan.FromMinutes(40)], 50).ShouldBe(TimeSpan.FromMinutes(5));
        TimeTaken.Within(Enumerable.Repeat(TimeSpan.FromMinutes(7), 99), 95).ShouldBeNull();
        TimeTaken.Within(Enumerable.Repeat(TimeSpan.FromMinutes(7), 100), 95).ShouldBe(TimeSpan.FromMinutes(10));
        TimeTaken.Within(Enumerable.Repeat(TimeSpan.FromHours(80), 10), 50).ShouldBe(TimeSpan.FromDays(4));
    }

    [Fact, Trait("Rule", "R25")]
    public void Periods_share_no_day_and_leave_none_out()
    {
        var periods = ReportPeriod.Of(
            [
                new("Hilary", new(2027, 1, 17), new(2027, 3, 13)),
                new("Michaelmas", new(2026, 10, 11), new(2026, 12, 5)),
            ]);
        periods.ShouldBe(
        [
            new("Michaelmas", new(2026, 10, 11), new(2027, 1, 17)), new("Hilary", new(2027, 1, 17), Until: null),
        ]);
    }
}
