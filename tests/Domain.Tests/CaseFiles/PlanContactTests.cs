using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Escalations;
using Safeguard.Domain.Supervision;

namespace Safeguard.Domain.Tests.CaseFiles;

[Trait("Rule", "R9")]
public sealed class PlanContactTests
{
    private static readonly PlanContact Thursday =
        new(Doing.Id(1), ContactMode.Video, FileStory.MondayNoon.AddDays(3), null);

    [Fact]
    [Trait("Rule", "R26")]
    public void A_meeting_is_planned_and_logged_under_its_own_id()
    {
        var story = FileStory.Opened().When(Thursday, Around.Owner)
            .Then(new ContactPlanned(Doing.Id(1), ContactMode.Video, Thursday.At, null))
            .When(Thursday, Around.Owner).ThenAlreadySo();
        story.At(80).When(Doing.Log(1, ContactMode.Video), Around.Owner);
        (story.State.Planned.Count, story.State.Contacts.Count).ShouldBe((0, 1));
    }

    [Fact]
    public void Whoever_lapsed_plans_nothing_new() =>
        FileStory.Opened().NotTakingOn(new SupervisionLapsed()).When(Thursday, Around.Owner)
            .ThenRefused("supervision.lapsed", Rule.R9);

    [Fact]
    public void What_has_been_is_logged_and_not_planned() =>
        FileStory.Opened().When(Thursday with { At = FileStory.MondayNoon }, Around.Owner)
            .ThenRefused("caseFile.contactPast", Rule.R9, RejectionKind.SaysNothing);

    [Fact]
    public void Only_the_owner_plans() =>
        FileStory.Opened().When(Thursday, Around.Supervisor)
            .ThenRefused("caseFile.role", Rule.R4, RejectionKind.RoleMayNot);

    [Fact]
    public void Planned_and_not_logged_a_day_later_the_owner_is_asked_again_and_again()
    {
        var story = FileStory.Opened().When(Thursday, Around.Owner).Until(24 * 5);
        story.History.Select(entry => entry.Event).OfType<CaseDeadlineMissed>().Single().Which
            .ShouldBe(CaseDeadline.PlannedContact);
        story.History.Select(entry => entry.Event).OfType<CaseReminderSent>().Single().To
            .ShouldBe([Around.Owner.Person]);
    }
}
