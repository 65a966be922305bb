using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using Safeguard.Domain.Training;
using static Safeguard.Domain.Tests.Training.Classroom;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Training;

/// <summary>The training gate.</summary>
[Trait("Rule", "R11")]
public sealed class ActivateSupporterTests
{
    private static readonly GroupId G0 = new("g00");
    private static readonly GroupId G2 = new("g02");
    private static readonly ActivateSupporter ForAlder = new(Alder, Group: null, Reason: null);

    private static readonly Institution WithNedsGroup =
        Trained.After(new GroupFormed(G2), new SupervisorAssigned(G2, Ned));

    [Fact]
    public void A_trainee_who_lacks_nothing_becomes_a_supporter_in_their_trainers_group()
    {
        Decide(ForAlder, Trained).ShouldHappen(
            new SupporterActivated(Tom, Today), new SupervisionGroupAssigned(Tom, G1, Reason: null));
        Follow(ForAlder, Trained).ShouldBe(
        [
            ("supervision-group", "g01", new MemberJoined(G1, Tom)),
            ("person", "tom", new RoleGranted(Tom, Role.Supporter, Alder)),
            ("person", "tom", new RoleRevoked(Tom, Role.Trainee, Alder)),
        ]);
        var after = Afterwards(ForAlder, Trained);
        after.Person(Tom).ShouldBe(new PersonFacts(Tom, after.Person(Tom)!.Roles, PersonStatus.Active)
        {
            Name = "Name of tom",
            OwnPanel = Alder,
            Group = G1,
            Supervisor = Sue,
        });
        after.People[Tom].Roles.ShouldBe([new RoleGrant(Role.Supporter, Alder)]);
        after.GroupOf(G1).Members.ShouldContain(Tom);
        after.TrainingOf(Tom).Missing.ShouldBeEmpty("they are of their cohort still");
    }

    [Fact]
    public void Everything_that_is_missing_is_named_at_once()
    {
        var groupless = School.After(new SupervisorAssigned(G1, Ned));
        Decide(new(Panel: null, Group: null, Reason: null), groupless).ShouldBeRefused("training.incomplete", Rule.R11)
            .Missing.ShouldBe(
            [
                "hours", .. AllTopics.Select(topic => $"topic:{topic}"), "signOff", "agreement:codeOfConduct",
                "agreement:confidentiality", "panel", "group",
            ]);
    }

    public static TheoryData<string> EachThing =>
        ["hours", "topic:referrals", "signOff", "agreement:codeOfConduct", "agreement:confidentiality"];

    [Theory]
    [MemberData(nameof(EachThing))]
    public void One_missing_thing_is_enough_to_wait(string missing)
    {
        var topics = missing is "topic:referrals" ? AllTopics.Except(["referrals"]).ToList() : AllTopics;
        List<object> done =
        [
            .. Enumerable.Range(1, missing is "hours" ? 9 : 10).Select(number => Held(number, 180, topics, Tom)),
        ];
        if (missing is not "signOff") done.Add(new TraineeSignedOff(Autumn, Tom));
        if (missing is not "agreement:codeOfConduct")
            done.Add(new AgreementAccepted(Tom, Agreement.CodeOfConduct, "1"));
        if (missing is not "agreement:confidentiality")
            done.Add(new AgreementAccepted(Tom, Agreement.Confidentiality, "1"));
        Decide(ForAlder, School.After([.. done])).ShouldBeRefused("training.incomplete", Rule.R11)
            .Missing.ShouldBe([missing]);
    }

    [Fact]
    public void Panel_and_group_are_things_that_can_be_missing()
    {
        Decide(ForAlder with { Panel = null }, Trained).ShouldBeRefused("training.incomplete", Rule.R11)
            .Missing.ShouldBe(["panel"]);
        Decide(ForAlder, Trained.After(new SupervisorAssigned(G1, Ned)))
            .ShouldBeRefused("training.incomplete", Rule.R11)
            .Missing.ShouldBe(["group"]);
    }

    [Fact]
    [Trait("Rule", "R10")]
    public void Of_two_groups_of_the_trainer_the_first_by_its_id_is_taken()
    {
        var two = Trained.After(new GroupFormed(G0), new SupervisorAssigned(G0, Sue));
        Decide(ForAlder, two).Events[1].ShouldBe(new SupervisionGroupAssigned(Tom, G0, Reason: null));
        Decide(ForAlder with { Group = G1 }, two).Events[1]
            .ShouldBe(new SupervisionGroupAssigned(Tom, G1, Reason: null));
    }

    [Fact]
    [Trait("Rule", "R10")]
    public void Another_group_than_the_trainers_needs_a_reason()
    {
        var neds = ForAlder with { Group = G2 };
        Decide(neds, WithNedsGroup).ShouldBeRefused("supervision.groupNeedsReason", Rule.R10)
            .Missing.ShouldBe(["reason"]);
        Decide(neds with { Reason = " Same college " }, WithNedsGroup).ShouldHappen(
            new SupporterActivated(Tom, Today), new SupervisionGroupAssigned(Tom, G2, "Same college"));
    }

    [Fact]
    public void A_group_that_they_are_in_already_is_theirs_unless_another_is_named()
    {
        var placed = WithNedsGroup.After(
            new SupervisionGroupAssigned(Tom, G2, "Same college"), new MemberJoined(G2, Tom));
        Decide(ForAlder, placed).ShouldHappen(new SupporterActivated(Tom, Today));
        Follow(ForAlder, placed).Select(part => part.StreamType).ShouldBe(["person", "person"]);
        var toG1 = ForAlder with { Group = G1 };
        Decide(toG1, placed).Events[1].ShouldBe(new SupervisionGroupAssigned(Tom, G1, Reason: null));
        Follow(toG1, placed).Take(2).ShouldBe(
        [
            ("supervision-group", "g01", new MemberJoined(G1, Tom)),
            ("supervision-group", "g02", new MemberLeft(G2, Tom)),
        ]);
        var gone = placed.After(new MemberLeft(G2, Tom));
        Decide(ForAlder, gone).Events[1].ShouldBe(new SupervisionGroupAssigned(Tom, G1, Reason: null));
    }

    [Fact]
    public void Panel_and_group_have_to_be_there()
    {
        Decide(ForAlder with { Panel = new("gone") }, Trained).ShouldBeRefused("panel.notOpen", Rule.R13);
        Decide(ForAlder, Trained.After(new PanelClosed(Alder))).ShouldBeRefused("panel.notOpen", Rule.R13);
        Decide(ForAlder with { Group = new("gone") }, Trained)
            .ShouldBeRefused("supervision.groupUnknown", Rule.R13, RejectionKind.NotThere);
    }

    [Fact]
    public void A_supporter_is_one_already_and_is_moved_elsewhere()
    {
        var active = Afterwards(ForAlder, Trained);
        Decide(ForAlder, active).ShouldBeAlreadySo();
        Decide(ForAlder with { Group = G1 }, active).ShouldBeAlreadySo();
        Decide(new(Panel: null, Group: null, Reason: null), active).ShouldBeAlreadySo();
        Decide(ForAlder with { Group = G2 }, active).ShouldBeRefused("training.isSupporter", Rule.R11);
        Decide(ForAlder with { Panel = Law }, active).ShouldBeRefused("training.isSupporter", Rule.R11);
    }

    [Fact]
    public void Whoever_is_no_trainee_any_more_does_not_become_a_supporter()
    {
        Decide(ForAlder, Trained.After(new RoleRevoked(Tom, Role.Trainee, Alder)))
            .ShouldBeRefused("training.notATrainee", Rule.R11);
        Decide(ForAlder, Trained.After(new SupporterLeft(Tom))).ShouldBeRefused("supporter.left", Rule.R9);
    }

    [Fact]
    public void Every_role_of_trainee_ends_with_it()
    {
        var twice = Trained.After(new RoleGranted(Tom, Role.Trainee, Panel: null));
        Afterwards(ForAlder, twice).People[Tom].Roles.ShouldBe([new RoleGrant(Role.Supporter, Alder)]);
    }

    [Fact]
    public void Only_coordinators_make_supporters_and_nobody_themselves()
    {
        foreach (var caller in new[] { Trainer, AsTrainee })
            Decide(ForAlder, Trained, caller)
                .ShouldBeRefused("training.coordinatorsOnly", Rule.R11, RejectionKind.RoleMayNot);
        foreach (var caller in new[] { OtherTrainer, AsSupporter, Administrator })
            Decide(ForAlder, Trained, caller)
                .ShouldBeRefused("supporter.unknown", Rule.R13, RejectionKind.NotThere);
        Decide(ForAlder, Trained, new Caller(Tom, [new RoleGrant(Role.Coordinator, Panel: null)]))
            .ShouldBeRefused("role.own", Rule.R15);
    }

    private static Decision<SupporterEvent> Decide(
        ActivateSupporter command, Institution institution, Caller? caller = null) =>
        ActivateSupporter.Decide(
            command, Tom, institution.SupporterOf(Tom), institution.By(caller ?? Coordinator));

    private static IReadOnlyList<(string StreamType, string Slug, object Event)> Follow(
        ActivateSupporter command, Institution institution) =>
    [
        .. from part in ActivateSupporter.Follow(
               command, Tom, institution.SupporterOf(Tom), institution.By(Coordinator))
           from happened in part.Events
           select (part.StreamType, part.Slug, happened),
    ];

    private static Institution Afterwards(ActivateSupporter command, Institution institution) => institution.After(
        [.. Decide(command, institution).Events, .. Follow(command, institution).Select(part => part.Event)]);
}
