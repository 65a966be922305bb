using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.Tests.Programmes;

[Trait("Rule", "R22")]
public sealed class ServiceDirectoryTests
{
    private static readonly DateTimeOffset Night = Wexcombe.Utc(11, 21, 2);

    /// <summary>What the directory of the demo says, as far as it matters here.</summary>
    private static readonly ServiceDirectory Directory = Of(
        Service("counselling", ServiceKind.Professional, inside: true, "Mon-Fri 09:00-17:00", urgent: true),
        Service("money-advice", ServiceKind.Professional, inside: true, "Tue, Thu 13:00-16:00", urgent: false),
        Service("chaplaincy", ServiceKind.Professional, inside: true, "every day 08:00-22:00", urgent: false),
        Service("samaritans", ServiceKind.Professional, inside: false, "always", urgent: true),
        Service("nightline", ServiceKind.StudentGroup, inside: true, "every day 20:00-08:00", urgent: false),
        Service("society", ServiceKind.StudentGroup, inside: true, opens: null, urgent: false),
        Service("campus-security", ServiceKind.Professional, inside: true, "always", urgent: true));

    [Fact]
    public void By_night_urgent_work_goes_to_whoever_answers_by_night()
    {
        Directory.OpenInstead(ServiceKind.Professional, urgent: true, Night)!.Id.ShouldBe("samaritans");
        Directory.OpenInstead(ServiceKind.StudentGroup, urgent: true, Night)!.Id.ShouldBe("samaritans");
    }

    [Fact]
    public void Of_what_is_open_the_kind_asked_for_comes_first_and_then_the_universitys_own()
    {
        Directory.OpenInstead(ServiceKind.StudentGroup, urgent: false, Night)!.Id.ShouldBe("nightline");
        Directory.OpenInstead(ServiceKind.Professional, urgent: false, Wexcombe.Utc(11, 21, 12))!.Id
            .ShouldBe("chaplaincy");
        Directory.OpenInstead(ServiceKind.StudentGroup, urgent: false, Wexcombe.Noon)!.Id.ShouldBe("chaplaincy");
        Directory.OpenInstead(ServiceKind.Professional, urgent: true, Wexcombe.Noon)!.Id.ShouldBe("counselling");
    }

    [Fact]
    public void Security_is_no_place_to_send_somebody_to_talk_and_a_withdrawn_service_is_none()
    {
        var security = Service("campus-security", ServiceKind.Professional, inside: true, "always", urgent: true);
        var gone = Service("samaritans", ServiceKind.Professional, inside: false, "always", urgent: true);
        Of(security, gone with { Withdrawn = true })
            .OpenInstead(ServiceKind.Professional, urgent: true, Night).ShouldBeNull();
        Of(gone with { Withdrawn = true }).Listed("samaritans").ShouldBeNull();
        Of(gone).Listed("samaritans").ShouldBe(gone);
    }

    [Fact]
    public void A_closed_service_is_warned_of_with_its_next_opening_and_an_open_one()
    {
        Directory.ClosedAt(Directory.Listed("counselling")!, urgent: true, Night)
            .ShouldBe(new ServiceClosed(Wexcombe.Utc(11, 23, 9), "samaritans"));
        Directory.ClosedAt(Directory.Listed("counselling")!, urgent: true, Wexcombe.Noon).ShouldBeNull();
    }

    [Fact]
    public void Where_nobody_knows_nothing_is_warned_of_and_it_is_not_named_as_open()
    {
        Directory.ClosedAt(Directory.Listed("society")!, urgent: false, Night).ShouldBeNull();
        Of(Service("society", ServiceKind.StudentGroup, inside: true, opens: null, urgent: false))
            .OpenInstead(ServiceKind.StudentGroup, urgent: false, Night).ShouldBeNull();
    }

    [Fact]
    public void The_institution_gives_its_directory_in_its_own_time_and_with_its_holidays()
    {
        var entry = new ServiceEntry("Advice", ServiceKind.Professional, true, "1", "Mon-Fri 09:00-17:00", false);
        var institution = Wexcombe.University.After(
            new ServiceListed("advice", entry),
            new PolicyAdopted(Policy.Default with { Holidays = [new(2026, 11, 20)] }, Wexcombe.Noon, "A holiday"));
        var directory = institution.ServiceDirectoryAt(Wexcombe.Noon);
        directory.ClosedAt(directory.Listed("advice")!, urgent: false, Wexcombe.Noon)
            .ShouldBe(new ServiceClosed(Wexcombe.Utc(11, 23, 9), OpenInstead: null));
    }

    private static ServiceDirectory Of(params Service[] services) =>
        new(services, InstitutionCalendar.Of(Policy.Default));

    private static Service Service(string id, ServiceKind kind, bool inside, string? opens, bool urgent) =>
        new(id, new ServiceEntry(id, kind, inside, "01632 960000", opens, urgent), Withdrawn: false);
}
