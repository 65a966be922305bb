using Safeguard.Api.Pages.Kit;
using Safeguard.Api.Programmes;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.Tests.Pages;

public sealed class WordsTests
{
    [Fact]
    public void A_list_reads_as_a_sentence()
    {
        Sentence.List([]).ShouldBe("");
        Sentence.List(["a"]).ShouldBe("a");
        Sentence.List(["a", "b", "c"]).ShouldBe("a, b and c");
    }

    [Theory]
    [InlineData("01632 960010", true)]
    [InlineData("999", true)]
    [InlineData("+44 1632 960010", true)]
    [InlineData("text NIGHT to 01632 960044", false)]
    [InlineData("help@wexcombe.example", false)]
    public void Only_a_number_alone_can_be_pressed(string contact, bool phone) =>
        Addresses.IsPhone(contact).ShouldBe(phone);

    [Fact]
    public void A_menu_names_only_what_its_roles_may_open()
    {
        static IEnumerable<string> Menu(params Role[] roles) => MenuItem.For(roles).Select(item => item.Address);
        Menu().ShouldBe(["/", "/receipts"]);
        Menu(Role.Supporter).ShouldBe(["/", "/case-files", "/referrals", "/my-supervision", "/receipts", "/services"]);
        Menu(Role.SeniorMember).ShouldBe(
            ["/", "/queue", "/case-files", "/referrals", "/duty", "/break-glass", "/receipts", "/services"]);
        Menu(Role.Supporter, Role.Supervisor).ShouldBe(
        [
            "/", "/queue", "/case-files", "/referrals", "/my-supervision", "/groups", "/supervisor-tasks", "/debriefs",
            "/standing", "/cohorts", "/break-glass", "/receipts", "/services",
        ]);
        Menu(Role.Auditor).ShouldNotContain("/queue");
    }

    [Fact]
    public void Every_value_of_the_policy_is_on_its_form()
    {
        var values = typeof(Policy).GetProperties()
            .Where(property => property is { CanWrite: true, Name: not nameof(Policy.Version) })
            .Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]);
        PolicyField.All.Select(field => field.Name).Order(StringComparer.Ordinal)
            .ShouldBe(values.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_policy_shown_on_its_form_and_read_back_is_the_same()
    {
        var policy = Policy.Default with
        {
            Holidays = [new(2026, 12, 25), new(2026, 12, 28)],
            RungsAfter = [TimeSpan.Zero, TimeSpan.FromMinutes(7), TimeSpan.FromMinutes(70), TimeSpan.FromHours(24)],
        };
        var read = PolicyField.All.Aggregate(
            Policy.Default, (soFar, field) => field.Read(soFar, field.Show(policy)).ShouldNotBeNull());
        read.ReadsAs(policy).ShouldBeTrue();
    }

    [Fact]
    public void What_changed_between_two_policies_is_said_value_by_value()
    {
        var after = Policy.Default with { RepeatEvery = TimeSpan.FromMinutes(20), Holidays = [new(2026, 12, 25)] };
        PolicyField.Differences(Policy.Default, after).ShouldBe(
        [
            "Who is paged when: Then everyone again, every: 20 min, was 15 min",
            "Institution: Days on which nobody works: 2026-12-25, was none",
        ]);
    }
}
