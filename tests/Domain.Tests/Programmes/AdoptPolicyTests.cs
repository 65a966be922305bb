using Safeguard.Domain.Programmes;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Programmes;

[Trait("Rule", "R29")]
public sealed class AdoptPolicyTests
{
    private static readonly ProgrammeContext Office = new(Coordinator, Noon);

    private static readonly Policy Slower = Policy.Default with { RepeatEvery = TimeSpan.FromMinutes(20) };

    [Fact]
    public void A_policy_is_adopted_whole_with_its_date_its_author_and_a_reason()
    {
        var from = Noon.AddDays(3);
        Decide(new AdoptPolicy(Slower, from, " Fewer pages "))
            .ShouldHappen(new PolicyAdopted(Slower with { Version = 1 }, from, "Fewer pages"));
        var programme = Programme.NotStarted.Evolve(
            new PolicyAdopted(Slower with { Version = 1 }, from, "Fewer pages"), Stamp(Noon, Adam));
        programme.Policies.ShouldHaveSingleItem().Author.ShouldBe(Adam);
    }

    [Fact]
    public void Without_a_date_it_is_effective_at_once()
    {
        Decide(new AdoptPolicy(Slower, EffectiveFrom: null, "Why not"))
            .Events.ShouldHaveSingleItem().ShouldBeOfType<PolicyAdopted>().EffectiveFrom.ShouldBe(Noon);
    }

    [Fact]
    public void Versions_count_up_whatever_the_policy_says_of_itself()
    {
        var programme = Adopted((1, Noon.AddDays(-9)), (2, Noon.AddDays(-5)));
        AdoptPolicy.Decide(new AdoptPolicy(Slower with { Version = 77 }, null, "Again"), programme, Office)
            .Events.ShouldHaveSingleItem().ShouldBeOfType<PolicyAdopted>().Policy.Version.ShouldBe(3);
    }

    [Fact]
    public void The_policy_in_force_is_the_latest_effective_and_of_two_of_one_date_the_later_version()
    {
        var programme = Adopted((1, Noon.AddDays(-9)), (2, Noon.AddDays(30)), (3, Noon), (4, Noon));
        programme.PolicyAt(Noon.AddDays(-10)).Version.ShouldBe(0);
        programme.PolicyAt(Noon.AddDays(-9)).Version.ShouldBe(1);
        programme.PolicyAt(Noon.AddMilliseconds(-1)).Version.ShouldBe(1);
        programme.PolicyAt(Noon).Version.ShouldBe(4);
        programme.PolicyAt(Noon.AddDays(30)).Version.ShouldBe(2);
    }

    [Fact]
    public void The_same_policy_again_is_already_so()
    {
        var programme = Programme.NotStarted.After(
            new PolicyAdopted(Slower with { Version = 1 }, Noon.AddDays(-1), "x"));
        var sameInOtherLists = Slower with { RungsAfter = [.. Slower.RungsAfter], Holidays = [] };
        AdoptPolicy.Decide(new AdoptPolicy(sameInOtherLists, null, "Again"), programme, Office).ShouldBeAlreadySo();
        AdoptPolicy.Decide(new AdoptPolicy(sameInOtherLists, Noon.AddDays(-1), "Again"), programme, Office)
            .ShouldBeAlreadySo();
        AdoptPolicy.Decide(new AdoptPolicy(sameInOtherLists, Noon.AddDays(1), "Again"), programme, Office)
            .Events.Count.ShouldBe(1);
        var otherHolidays = Slower with { Holidays = [new DateOnly(2026, 12, 25)] };
        AdoptPolicy.Decide(new AdoptPolicy(otherHolidays, null, "Christmas"), programme, Office)
            .Events.Count.ShouldBe(1);
    }

    [Fact]
    public void Only_the_office_adopts_one()
    {
        AdoptPolicy.Decide(new AdoptPolicy(Slower, null, "Mine"), Programme.NotStarted, new(SeniorMember(Vera), Noon))
            .ShouldBeRefused("office.only", Rule.R29, RejectionKind.RoleMayNot);
        foreach (var caller in new[] { Administrator, Caller.System })
            AdoptPolicy.Decide(new AdoptPolicy(Slower, null, "Ours"), Programme.NotStarted, new(caller, Noon))
                .Events.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("   ")]
    public void It_needs_a_reason(string? reason) =>
        Decide(new AdoptPolicy(Slower, null, reason))
            .ShouldBeRefused("policy.reasonMissing", Rule.R29, RejectionKind.SaysNothing).Missing.ShouldBe(["reason"]);

    [Fact]
    public void It_cannot_have_been_effective_before_it_was_adopted() =>
        Decide(new AdoptPolicy(Slower, Noon.AddMilliseconds(-1), "Backdated"))
            .ShouldBeRefused("policy.inThePast", Rule.R29);

    public static TheoryData<string, Policy> OutOfBounds => new()
    {
        { "timeZone", Policy.Default with { TimeZone = "Mars/Olympus" } },
        { "rungsAfter", Policy.Default with { RungsAfter = [] } },
        { "rungsAfter", Policy.Default with { RungsAfter = Minutes(1, 10, 20, 30) } },
        { "rungsAfter", Policy.Default with { RungsAfter = Minutes(0, 10, 5, 30) } },
        { "rungsAfter", Policy.Default with { RungsAfter = Minutes(0, 10, 20, 1441) } },
        { "repeatEvery", Policy.Default with { RepeatEvery = TimeSpan.Zero } },
        { "repeatEvery", Policy.Default with { RepeatEvery = TimeSpan.FromHours(25) } },
        { "acknowledgeImmediate", Policy.Default with { AcknowledgeImmediate = TimeSpan.Zero } },
        { "acknowledgeWithin4Hours", Policy.Default with { AcknowledgeWithin4Hours = TimeSpan.FromDays(2) } },
        { "acknowledgeWithin24Hours", Policy.Default with { AcknowledgeWithin24Hours = TimeSpan.FromDays(2) } },
        { "respondImmediate", Policy.Default with { RespondImmediate = TimeSpan.FromHours(25) } },
        { "respondWithin4Hours", Policy.Default with { RespondWithin4Hours = TimeSpan.FromSeconds(59) } },
        { "respondWithin24Hours", Policy.Default with { RespondWithin24Hours = TimeSpan.FromDays(32) } },
        { "respondWithin72Hours", Policy.Default with { RespondWithin72Hours = TimeSpan.FromDays(32) } },
        { "supervisionInterval", Policy.Default with { SupervisionInterval = TimeSpan.Zero } },
        { "supervisionInterval", Policy.Default with { SupervisionInterval = TimeSpan.FromHours(12) } },
        { "supervisionInterval", Policy.Default with { SupervisionInterval = TimeSpan.FromHours(300) } },
        { "dueSoonTermDays", Policy.Default with { DueSoonTermDays = 0 } },
        { "dueSoonTermDays", Policy.Default with { DueSoonTermDays = 14 } },
        { "graceTermDays", Policy.Default with { GraceTermDays = 0 } },
        { "excusedRestarts", Policy.Default with { ExcusedRestarts = -1 } },
        { "confirmReturnAfterDays", Policy.Default with { ConfirmReturnAfterDays = 0 } },
        { "welfareCallAfterAbsences", Policy.Default with { WelfareCallAfterAbsences = 0 } },
        { "welfareCallWithin", Policy.Default with { WelfareCallWithin = TimeSpan.Zero } },
        { "betweenSessionsWithin", Policy.Default with { BetweenSessionsWithin = TimeSpan.Zero } },
        {
            "betweenSessionsInCrisisWithin",
            Policy.Default with { BetweenSessionsInCrisisWithin = TimeSpan.FromDays(2) }
        },
        { "remindAfter", Policy.Default with { RemindAfter = TimeSpan.Zero } },
        { "acknowledgementLapsesAfter", Policy.Default with { AcknowledgementLapsesAfter = TimeSpan.FromMinutes(29) } },
        { "followUpEvery", Policy.Default with { FollowUpEvery = TimeSpan.FromDays(32) } },
        { "questionWithin", Policy.Default with { QuestionWithin = TimeSpan.Zero } },
        { "disclosureWithin", Policy.Default with { DisclosureWithin = TimeSpan.Zero } },
        { "debriefWithin", Policy.Default with { DebriefWithin = TimeSpan.Zero } },
        { "leaversMayRaiseFor", Policy.Default with { LeaversMayRaiseFor = TimeSpan.FromDays(364) } },
        { "confirmDutyWithin", Policy.Default with { ConfirmDutyWithin = TimeSpan.FromHours(25) } },
        { "acknowledgeWithin72HoursWorkingDays", Policy.Default with { AcknowledgeWithin72HoursWorkingDays = 0 } },
        { "closeWithinWorkingDays", Policy.Default with { CloseWithinWorkingDays = 61 } },
        { "referralReplyWorkingDays", Policy.Default with { ReferralReplyWorkingDays = 0 } },
        { "referralReminders", Policy.Default with { ReferralReminders = 0 } },
        { "referralSeenCheckDays", Policy.Default with { ReferralSeenCheckDays = 366 } },
        { "workingDayEnds", Policy.Default with { WorkingDayEnds = new(9, 30) } },
        { "workingDayEnds", Policy.Default with { WorkingDayStarts = new(18, 0) } },
        { "gapAlarmsAhead", Policy.Default with { GapAlarmsAhead = [] } },
        { "gapAlarmsAhead", Policy.Default with { GapAlarmsAhead = [TimeSpan.Zero] } },
        { "quickHideTo", Policy.Default with { QuickHideTo = "http://plain.example" } },
    };

    [Theory]
    [MemberData(nameof(OutOfBounds))]
    [Trait("Rule", "R5")]
    public void No_policy_silences_the_product(string value, Policy policy) =>
        Decide(new AdoptPolicy(policy, null, "A slip"))
            .ShouldBeRefused("policy.outOfBounds", Rule.R29).Missing.ShouldBe([value]);

    [Fact]
    public void The_defaults_are_within_the_bounds() => PolicyBounds.BrokenBy(Policy.Default).ShouldBeEmpty();

    private static Decision<ProgrammeEvent> Decide(AdoptPolicy command) =>
        AdoptPolicy.Decide(command, Programme.NotStarted, Office);

    private static Programme Adopted(params (int Version, DateTimeOffset From)[] policies) =>
        Programme.NotStarted.After([.. policies.Select(adopted =>
            (ProgrammeEvent)new PolicyAdopted(Policy.Default with { Version = adopted.Version }, adopted.From, "x"))]);

    private static TimeSpan[] Minutes(params int[] minutes) =>
        [.. minutes.Select(minute => TimeSpan.FromMinutes(minute))];
}
