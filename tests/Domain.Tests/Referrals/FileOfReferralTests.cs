using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Referrals;

namespace Safeguard.Domain.Tests.Referrals;

[Trait("Rule", "R15")]
public sealed class FileOfReferralTests
{
    private static readonly CaseFile File = CaseFile.NotOpened with
    {
        State = CaseFileState.Open,
        Code = Scenario.Code,
        Owner = Wexcombe.Ida,
        Panel = Wexcombe.Alder,
    };

    [Fact]
    public void Who_may_do_what_with_a_referral_follows_from_what_they_are_to_its_file()
    {
        var circle = CaseCircle.Nobody with { OwnersSupervisor = Wexcombe.Sue };
        Of(Scenario.Ida, circle).ShouldBe(new FileOfReferral(
            Scenario.File, Scenario.Code, Wexcombe.Ida, Wexcombe.Alder, CaseRelation.Owns, InCrisis: false));
        ReferralAccess.MayRead(Of(new Caller(Wexcombe.Sue, [new(Role.Supervisor, null)]), circle)).ShouldBeTrue();
        ReferralAccess.MayRead(Of(Scenario.Cass, circle)).ShouldBeFalse();
        ReferralAccess.MaySeeState(Of(Scenario.Cass, circle)).ShouldBeTrue();
        ReferralAccess.MaySeeState(Of(Wexcombe.SeniorMember(Wexcombe.Otto), circle)).ShouldBeFalse();
    }

    [Fact]
    [Trait("Rule", "R7")]
    public void An_open_urgent_contact_in_a_crisis_band_makes_it_a_crisis_and_a_closed_one_does_not()
    {
        InCrisis(isOpen: true, Band.Within4Hours).ShouldBeTrue();
        InCrisis(isOpen: false, Band.Immediate).ShouldBeFalse();
        InCrisis(isOpen: true, Band.Within24Hours).ShouldBeFalse();
    }

    private static bool InCrisis(bool isOpen, Band band) => Of(
        Scenario.Ida,
        CaseCircle.Nobody with { Escalations = [new(Wexcombe.Id(7), isOpen, band, SeniorMember: null)] }).InCrisis;

    private static FileOfReferral Of(Caller caller, CaseCircle circle) =>
        FileOfReferral.Of(Scenario.File, caller, File, circle);
}
