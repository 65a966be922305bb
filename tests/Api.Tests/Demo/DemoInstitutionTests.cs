using Safeguard.Api.Demo;
using Safeguard.Api.Import;
using Safeguard.Api.Tests.Import;
using Safeguard.Domain;
using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Rota;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Tests.Demo;

/// <summary>The built-in institution is alive on any day.</summary>
public sealed class DemoInstitutionTests
{
    [Fact]
    public void Through_two_years_it_is_always_in_term_with_duty_everywhere_and_one_gap_to_come()
    {
        for (var now = Office.Noon; now < Office.Noon.AddYears(2); now = now.AddDays(3).AddMinutes(77))
        {
            var institution = Demo(now);
            var today = DateOnly.FromDateTime(now.UtcDateTime);
            institution.Terms.Count(term => term.Holds(today)).ShouldBe(1, $"in term at {now:o}");
            foreach (var panel in institution.Panels.Where(panel => panel.Kind != PanelKind.Group))
            {
                var onDuty = institution.DutyAt(panel.Id, now);
                (onDuty.First is not null && onDuty.Deputy is not null).ShouldBeTrue($"{panel.Id} at {now:o}");
            }

            var gap = institution.Gaps(now, now.AddDays(21)).ShouldHaveSingleItem($"at {now:o}");
            (gap.Panel, gap.Duty).ShouldBe((new PanelId("linacre-house"), Duty.First));
            (gap.Starts - now).ShouldBeLessThan(TimeSpan.FromDays(8));
        }
    }

    [Fact]
    public void It_has_somebody_in_every_role_and_most_states()
    {
        var everybody = Demo(Office.Noon).Everybody.ToList();
        everybody.SelectMany(person => person.Roles).Select(grant => grant.Role).Distinct()
            .ShouldBe(Enum.GetValues<Role>(), ignoreOrder: true);
        everybody.Select(person => person.Status).Distinct().ShouldBe(
            [
                PersonStatus.Active, PersonStatus.InTraining, PersonStatus.OnLeave, PersonStatus.StoodDown,
                PersonStatus.Left,
            ],
            ignoreOrder: true);
        everybody.Count.ShouldBe(31);
    }

    [Fact]
    public void The_group_that_has_no_senior_member_is_a_standing_warning()
    {
        Demo(Office.Noon).StandingWarnings().Select(warning => (warning.Panel.Value, warning.Code)).ShouldBe(
        [
            ("rainbow-peers", "panel.noSeniorMember"), ("rainbow-peers", "panel.noDeputy"),
            ("rainbow-peers", "panel.noRota"),
        ]);
    }

    [Fact]
    public void Its_campus_security_is_among_the_emergency_numbers()
    {
        Demo(Office.Noon).EmergencyNumbers.Select(number => number.Name)
            .ShouldBe(["Emergency services", "Campus Security", "Samaritans"]);
    }

    [Fact, Trait("Rule", "R9")]
    public void On_any_day_some_supporters_are_due_soon_one_is_overdue_and_one_has_lapsed()
    {
        for (var now = Office.Noon; now < Office.Noon.AddYears(1); now = now.AddDays(9))
        {
            var institution = Demo(now);
            var stand = institution.Supporters.Keys
                .ToLookup(person => institution.StandingAt(person, now).Standing, person => person.Value);
            string.Join(' ', stand[Standing.DueSoon].Order(StringComparer.Ordinal))
                .ShouldBe("dm018 dm019", customMessage: $"at {now:o}");
            string.Join(' ', stand[Standing.Overdue]).ShouldBe("dm023", customMessage: $"at {now:o}");
            string.Join(' ', stand[Standing.Lapsed]).ShouldBe("dm020", customMessage: $"at {now:o}");
        }
    }

    private static Institution Demo(DateTimeOffset now) =>
        Institution.Empty.Import(ImportFiles.Parse(DemoInstitution.At(now)), now).After;
}
