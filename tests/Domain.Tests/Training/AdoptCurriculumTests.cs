using Safeguard.Domain.Programmes;
using Safeguard.Domain.Training;
using static Safeguard.Domain.Tests.Training.Classroom;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Training;

[Trait("Rule", "R11")]
public sealed class AdoptCurriculumTests
{
    private static readonly ProgrammeContext Office = new(Coordinator, Noon);
    private static readonly Curriculum Shorter = Curriculum.Default with { Sessions = 8 };

    [Fact]
    public void The_product_ships_with_ten_sessions_of_three_hours_and_fifteen_topics()
    {
        var shipped = Curriculum.Default;
        (shipped.Version, shipped.Sessions, shipped.MinutesPerSession, shipped.MinutesNeeded())
            .ShouldBe((0, 10, 180, 30 * 60));
        shipped.Topics.Count.ShouldBe(15);
        shipped.Topics.ShouldAllBe(topic => topic.Id == Slug.Of(topic.Words));
        Programme.NotStarted.Curriculum.ShouldBeSameAs(shipped);
    }

    [Fact]
    public void A_curriculum_is_adopted_whole_with_a_reason_and_the_next_version()
    {
        var adopted = new CurriculumAdopted(Shorter with { Version = 1 }, "Two sessions online");
        Decide(new AdoptCurriculum(Shorter with { Version = 7 }, " Two sessions online ")).ShouldHappen(adopted);
        var programme = Programme.NotStarted.Evolve(adopted, Stamp(Noon, Adam));
        AdoptCurriculum.Decide(new(Curriculum.Default, "Back again"), programme, Office)
            .Events.ShouldHaveSingleItem().ShouldBeOfType<CurriculumAdopted>().Curriculum.Version.ShouldBe(2);
        programme.Curricula.ShouldHaveSingleItem()
            .ShouldBe(new AdoptedCurriculum(adopted.Curriculum, Noon, Adam, "Two sessions online"));
    }

    [Fact]
    public void Every_version_is_kept_by_its_number()
    {
        var programme = Programme.NotStarted.After(
            new CurriculumAdopted(Shorter with { Version = 1 }, "x"),
            new CurriculumAdopted(Shorter with { Version = 2, Sessions = 9 }, "x"));
        programme.Curriculum.Version.ShouldBe(2);
        programme.CurriculumOf(0).ShouldBeSameAs(Curriculum.Default);
        programme.CurriculumOf(1)!.Sessions.ShouldBe(8);
        programme.CurriculumOf(2)!.Sessions.ShouldBe(9);
        programme.CurriculumOf(3).ShouldBeNull();
    }

    [Fact]
    public void The_same_one_again_is_already_so()
    {
        var programme = Programme.NotStarted.After(new CurriculumAdopted(Shorter with { Version = 1 }, "x"));
        var inAnotherList = Shorter with { Topics = [.. Shorter.Topics] };
        AdoptCurriculum.Decide(new(inAnotherList, "Again"), programme, Office).ShouldBeAlreadySo();
        foreach (var other in new[]
        {
            Shorter with { Sessions = 9 }, Shorter with { MinutesPerSession = 90 },
            Shorter with { Topics = [.. Shorter.Topics.Skip(1)] },
        })
            AdoptCurriculum.Decide(new(other, "Changed"), programme, Office).Events.Count.ShouldBe(1);
    }

    [Fact]
    public void Only_the_office_adopts_one()
    {
        foreach (var caller in new[] { Trainer, AsTrainee, SeniorMember(Vera) })
            AdoptCurriculum.Decide(new(Shorter, "Mine"), Programme.NotStarted, new(caller, Noon))
                .ShouldBeRefused("office.only", Rule.R11, RejectionKind.RoleMayNot);
        AdoptCurriculum.Decide(new(Shorter, "Ours"), Programme.NotStarted, new(Administrator, Noon))
            .Events.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void It_needs_a_reason(string? reason) =>
        Decide(new AdoptCurriculum(Shorter, reason))
            .ShouldBeRefused("curriculum.reasonMissing", Rule.R11, RejectionKind.SaysNothing)
            .Missing.ShouldBe(["reason"]);

    public static TheoryData<string, Curriculum> OutOfBounds => new()
    {
        { "sessions", Shorter with { Sessions = 0 } },
        { "sessions", Shorter with { Sessions = 101 } },
        { "minutesPerSession", Shorter with { MinutesPerSession = 0 } },
        { "minutesPerSession", Shorter with { MinutesPerSession = 601 } },
        { "topics", Shorter with { Topics = [] } },
        { "topics", Shorter with { Topics = [new("referrals", "Referrals"), new("referrals", "Again")] } },
        { "topics", Shorter with { Topics = [new("Not a slug", "Referrals")] } },
        { "topics", Shorter with { Topics = [new("referrals", " ")] } },
        { "topics", Shorter with { Topics = [new("referrals", new string('r', 201))] } },
        { "topics", Shorter with { Topics = [.. Numbered(101)] } },
    };

    [Theory]
    [MemberData(nameof(OutOfBounds))]
    public void One_by_which_nobody_could_train_is_refused(string value, Curriculum curriculum) =>
        Decide(new AdoptCurriculum(curriculum, "A slip"))
            .ShouldBeRefused("curriculum.outOfBounds", Rule.R11).Missing.ShouldBe([value]);

    [Fact]
    public void The_bounds_themselves_are_in_and_every_fault_is_named_at_once()
    {
        var least = new Curriculum { Sessions = 1, MinutesPerSession = 1, Topics = [.. Numbered(1)] };
        var most = new Curriculum
        {
            Sessions = 100,
            MinutesPerSession = 600,
            Topics = [.. Numbered(99), new("long", new string('r', 200))],
        };
        foreach (var inside in new[] { least, most, Curriculum.Default })
            Decide(new AdoptCurriculum(inside, "Just in")).Events.Count.ShouldBe(1);
        Decide(new AdoptCurriculum(new() { Sessions = 0, MinutesPerSession = 0, Topics = [] }, "All wrong"))
            .ShouldBeRefused("curriculum.outOfBounds", Rule.R11)
            .Missing.ShouldBe(["sessions", "minutesPerSession", "topics"]);
    }

    private static IEnumerable<Topic> Numbered(int count) =>
        Enumerable.Range(1, count).Select(number => new Topic($"topic-{number}", $"Topic {number}"));

    private static Decision<ProgrammeEvent> Decide(AdoptCurriculum command) =>
        AdoptCurriculum.Decide(command, Programme.NotStarted, Office);
}
