using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using Safeguard.Domain.Training;
using static Safeguard.Domain.Tests.Training.Classroom;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Training;

[Trait("Rule", "R11")]
public sealed class AcceptAgreementTests
{
    private static readonly AcceptAgreement Accept = new(Agreement.Confidentiality, " 2026-1 ");
    private static readonly AgreementAccepted Accepted = new(Tom, Agreement.Confidentiality, "2026-1");

    [Fact]
    public void The_trainee_accepts_the_text_that_they_read()
    {
        Decide(Accept, School, AsTrainee).ShouldHappen(Accepted);
        School.After(Accepted).SupporterOf(Tom).Agreements.ShouldHaveSingleItem().Value.ShouldBe("2026-1");
    }

    [Fact]
    public void The_same_text_again_is_already_so_and_a_new_one_is_accepted_anew()
    {
        var accepted = School.After(Accepted);
        Decide(Accept, accepted, AsTrainee).ShouldBeAlreadySo();
        Decide(Accept with { Version = "2027-1" }, accepted, AsTrainee)
            .ShouldHappen(Accepted with { Version = "2027-1" });
        Decide(Accept with { Agreement = Agreement.CodeOfConduct }, accepted, AsTrainee)
            .ShouldHappen(Accepted with { Agreement = Agreement.CodeOfConduct });
    }

    [Fact]
    public void Nobody_accepts_it_for_another()
    {
        foreach (var caller in new[] { Trainer, Coordinator })
            Decide(Accept, School, caller).ShouldBeRefused("training.agreementOwn", Rule.R11, RejectionKind.RoleMayNot);
        foreach (var caller in new[] { OtherTrainer, AsSupporter })
            Decide(Accept, School, caller).ShouldBeRefused("supporter.unknown", Rule.R13, RejectionKind.NotThere);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("0123456789012345678901234567890123456789x")]
    public void The_text_has_a_version(string? version) =>
        Decide(Accept with { Version = version }, School, AsTrainee)
            .ShouldBeRefused("training.agreementVersion", Rule.R11, RejectionKind.SaysNothing)
            .Missing.ShouldBe(["version"]);

    [Fact]
    public void Who_is_not_enrolled_or_has_left_has_nothing_to_accept()
    {
        var uma = new Caller(Uma, [new RoleGrant(Role.Trainee, Panel: null)]);
        AcceptAgreement.Decide(Accept, Uma, School.SupporterOf(Uma), School.By(uma))
            .ShouldBeRefused("supporter.unknown", Rule.R13, RejectionKind.NotThere);
        Decide(Accept, School.After(new SupporterLeft(Tom)), AsTrainee).ShouldBeRefused("supporter.left", Rule.R9);
    }

    private static Decision<SupporterEvent> Decide(AcceptAgreement command, Institution institution, Caller caller) =>
        AcceptAgreement.Decide(command, Tom, institution.SupporterOf(Tom), institution.By(caller));
}
