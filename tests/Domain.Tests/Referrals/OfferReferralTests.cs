using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Referrals;

namespace Safeguard.Domain.Tests.Referrals;

[Trait("Rule", "R22")]
public sealed class OfferReferralTests
{
    private static readonly DateTimeOffset FridayEvening = Wexcombe.Utc(11, 20, 18);

    /// <summary>The urgent contact's own id.</summary>
    private static readonly Guid Urgent = new("0198f0c2-7d1e-7c3a-9c57-0d6c1f7e4b23");

    [Fact]
    public void The_files_owner_owns_the_referral_and_is_asked_about_it_in_three_working_days()
    {
        var scenario = Scenario.Offered().Then(new ReferralOffered(
            Scenario.Id, Scenario.File, Wexcombe.Alder, "counselling", Band: null, Scenario.Words, Wexcombe.Ida,
            Closed: null, Scenario.Wednesday));
        Referral.OpenItems(Scenario.Id, scenario.State).ShouldBe(
            [new OpenItem(Scenario.Id, "referral", Wexcombe.Ida, Wexcombe.Alder, Scenario.Wednesday)]);
    }

    [Fact]
    public void A_closed_service_is_a_warning_that_names_an_open_one_and_never_a_bar()
    {
        var offered = Scenario.Empty.At(FridayEvening).When(Scenario.Offer).Last.Events.ShouldHaveSingleItem();
        offered.ShouldBeOfType<ReferralOffered>().Closed
            .ShouldBe(new ServiceClosed(Wexcombe.Utc(11, 23, 9), "samaritans"));
    }

    [Fact]
    [Trait("Rule", "R5")]
    public void A_crisis_band_raises_an_urgent_contact_in_the_same_append()
    {
        foreach (var band in new[] { Band.Immediate, Band.Within4Hours })
        {
            Raised(band).ShouldBe(new EscalationToRaise(
                Urgent, Wexcombe.Ida, Wexcombe.Alder, Scenario.Code, band, Scenario.Words));
        }

        Raised(Band.Within24Hours).ShouldBeNull();
        Raised(band: null).ShouldBeNull();
        var again = Scenario.Offered(Band.Immediate).When(Scenario.Offer with { Band = Band.Immediate });
        OfferReferral.Raised(Urgent, again.Last.Events, again.Context()).ShouldBeNull();
    }

    [Fact]
    public void The_same_again_is_already_so() => Scenario.Offered().When(Scenario.Offer).ThenAlreadySo();

    [Fact]
    public void Sent_again_after_the_service_left_the_directory_it_is_still_already_so()
    {
        var scenario = Scenario.Offered();
        OfferReferral.Decide(
            Scenario.Offer, scenario.State, scenario.Context() with { Directory = ServiceDirectory.Empty })
            .ShouldBeAlreadySo();
    }

    [Fact]
    public void The_same_id_with_other_words_or_another_band_needs_a_new_id()
    {
        Scenario.Offered().When(Scenario.Offer with { Summary = new("Something else.") })
            .ThenRefused("referral.idTaken", Rule.None);
        Scenario.Offered().When(Scenario.Offer with { Band = Band.Immediate })
            .ThenRefused("referral.idTaken", Rule.None);
    }

    [Fact]
    public void A_service_that_is_not_in_the_directory_or_has_left_it_is_unknown()
    {
        foreach (var service in new[] { "nowhere", "gone" })
        {
            Scenario.Empty.When(Scenario.Offer with { Service = service })
                .ThenRefused("referral.serviceNotListed", Rule.R22, RejectionKind.SaysNothing);
        }
    }

    [Fact]
    public void Without_a_summary_nothing_is_offered() =>
        Scenario.Empty.When(Scenario.Offer with { Summary = null })
            .ThenRefused("referral.wordsMissing", Rule.R22, RejectionKind.SaysNothing).Missing.ShouldBe(["summary"]);

    [Fact]
    [Trait("Rule", "R15")]
    public void A_reader_of_the_file_may_offer_one_and_its_owner_owns_it() =>
        Scenario.Empty.When(Scenario.Offer, Wexcombe.SeniorMember(Wexcombe.Vera), CaseRelation.Reads)
            .State.Owner.ShouldBe(Wexcombe.Ida);

    [Fact]
    [Trait("Rule", "R15")]
    public void A_coordinator_sees_no_words_and_offers_nothing() =>
        Scenario.Empty.When(Scenario.Offer, Scenario.Cass)
            .ThenRefused("referral.role", Rule.R15, RejectionKind.RoleMayNot);

    [Fact]
    [Trait("Rule", "R15")]
    public void To_a_stranger_there_is_no_such_file() =>
        Scenario.Empty.When(Scenario.Offer, Wexcombe.SeniorMember(Wexcombe.Otto))
            .ThenRefused("referral.notThere", Rule.R15, RejectionKind.NotThere);

    private static EscalationToRaise? Raised(Band? band)
    {
        var scenario = Scenario.Offered(band);
        return OfferReferral.Raised(Urgent, scenario.Last.Events, scenario.Context());
    }
}
