using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.Rota;

/// <summary>Shifts through the API of the real server, by people of one panel and the office.</summary>
public sealed class RotaTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    private const string Address = "/api/panels/alder-college/rota";

    [Fact, Trait("Rule", "R12")]
    public async Task Duty_is_right_across_the_clock_change()
    {
        using var supporter = await wexcombe.Server.ClientAsync(Wexcombe.Supporter);
        var now = (await supporter.GetJsonAsync("/api/duty?panel=alder-college"))["items"][0];
        now.GetProperty("first").GetString().ShouldBe(Wexcombe.AlderFirst);
        now.GetProperty("deputy").GetString().ShouldBe(Wexcombe.AlderDeputy);
        now.GetProperty("until").GetString().ShouldBe("2026-11-20T18:00:00Z");

        // Fridays at 18:00 local time: 17:00 UTC in summer, 18:00 UTC in winter; the clock changed on 25 October.
        (await DutyAt("2026-10-23T16:59:59Z")).ShouldBe((Wexcombe.AlderFirst, Wexcombe.AlderDeputy));
        (await DutyAt("2026-10-23T17:00:00Z")).ShouldBe((null, Wexcombe.AlderFirst));
        (await DutyAt("2026-10-30T17:59:59Z")).ShouldBe((null, Wexcombe.AlderFirst));
        (await DutyAt("2026-10-30T18:00:00Z")).ShouldBe((Wexcombe.AlderFirst, null));
        (await DutyAt("2026-10-30T18:00")).ShouldBe((Wexcombe.AlderFirst, null));

        var everywhere = await supporter.GetJsonAsync("/api/duty");
        everywhere["items"].GetArrayLength().ShouldBe(wexcombe.Server.Directory.Present.Panels.Count());
        (await supporter.GetJsonAsync("/api/duty?panel=nowhere")).Code.ShouldBe("panel.unknown");
        (await supporter.GetJsonAsync("/api/duty?at=tonight")).Status.ShouldBe(422);

        async Task<(string? First, string? Deputy)> DutyAt(string at)
        {
            var duty = (await supporter.GetJsonAsync($"/api/duty?panel=alder-college&at={at}"))["items"][0];
            return (Text(duty, "first"), Text(duty, "deputy"));
        }
    }

    [Fact, Trait("Rule", "R13")]
    public async Task A_rota_is_read_by_the_office_and_the_panels_own_senior_members()
    {
        foreach (var (reader, status) in new[]
        {
            (Wexcombe.Coordinator, 200), (Wexcombe.AlderDeputy, 200), (Wexcombe.Auditor, 200),
            (Wexcombe.ElsewhereSenior, 403), (Wexcombe.Supporter, 403),
        })
        {
            using var client = await wexcombe.Server.ClientAsync(reader);
            (await client.GetJsonAsync(Address)).Status.ShouldBe(status, reader);
        }

        using var coordinator = await wexcombe.Server.ClientAsync(Wexcombe.Coordinator);
        var october = await coordinator.GetJsonAsync($"{Address}?from=2026-10-20&to=2026-11-01");
        october["gaps"][0].GetProperty("starts").GetString().ShouldBe("2026-10-23T17:00:00Z");
        october["gaps"][0].GetProperty("ends").GetString().ShouldBe("2026-10-30T18:00:00Z");
        october["gaps"][0].GetProperty("duty").GetString().ShouldBe("First");
        (await coordinator.GetJsonAsync($"{Address}?from=2026-10-20&to=2026-10-01")).Status.ShouldBe(422);
        (await coordinator.GetJsonAsync($"{Address}?from=0001-01-01")).Status.ShouldBe(422);
        (await coordinator.GetJsonAsync("/api/panels/nowhere/rota")).Status.ShouldBe(404);

        using var senior = await wexcombe.Server.ClientAsync(Wexcombe.AlderDeputy);
        var gaps = await senior.GetJsonAsync("/api/rota/gaps?to=2027-06-01");
        gaps["items"].EnumerateArray().Select(gap => gap.GetProperty("panel").GetString()).Distinct()
            .ShouldBe([Wexcombe.Alder]);
        (await coordinator.GetJsonAsync("/api/rota/gaps"))["warnings"].EnumerateArray()
            .Select(warning => warning.GetProperty("panel").GetString()).ShouldContain("rainbow-peers");
    }

    [Fact, Trait("Rule", "R12")]
    public async Task Shifts_are_planned_whole_or_not_at_all_on_the_present_version()
    {
        using var coordinator = await wexcombe.Server.ClientAsync(Wexcombe.Coordinator);
        using var senior = await wexcombe.Server.ClientAsync(Wexcombe.AlderDeputy);
        var etag = (await coordinator.GetJsonAsync(Address)).ETag!;
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        object Shift(Guid shift, string starts, string person = Wexcombe.AlderDeputy) =>
            new { shift, duty = "first", person, starts, ends = starts[..8] + "28T18:00" };
        var good = new { shifts = new[] { Shift(one, "2027-01-21T18:00"), Shift(other, "2027-02-21T18:00") } };

        (await senior.PutAsync(Address, good, etag)).Status.ShouldBe(403);
        (await coordinator.PutAsync(Address, good)).Status.ShouldBe(428);
        (await coordinator.PutAsync(Address, good, "\"0\"")).Status.ShouldBe(412);
        var unreadable = await coordinator.PutAsync(
            Address, new { shifts = new[] { new { shift = "x", duty = "third", starts = "then" } } }, etag);
        unreadable.Status.ShouldBe(422);
        unreadable["faults"].EnumerateArray().Select(fault => fault.GetProperty("field").GetString()).ShouldBe(
            ["shifts[0].shift", "shifts[0].duty", "shifts[0].person", "shifts[0].starts", "shifts[0].ends"]);
        (await coordinator.PutAsync(Address, new { }, etag)).Status.ShouldBe(422);

        var bad = new
        {
            shifts = new[] { Shift(one, "2027-01-21T18:00"), Shift(other, "2026-11-21T18:00",
            Wexcombe.Supporter) }
        };
        var refused = await coordinator.PutAsync(Address, bad, etag);
        (refused.Status, refused.Code).ShouldBe((409, "rota.notSeniorMember"));
        refused["missing"].EnumerateArray().Select(shift => shift.GetGuid()).ShouldBe([other]);
        (await coordinator.GetJsonAsync(Address)).ETag.ShouldBe(etag);

        (await coordinator.PutAsync(Address, good, etag)).Status.ShouldBe(204);
        (await coordinator.PutAsync(Address, good, etag)).Status.ShouldBe(204);
        var planned = await coordinator.GetJsonAsync($"{Address}?from=2027-01-01&to=2027-03-01");
        planned["shifts"].GetArrayLength().ShouldBe(2);
        planned["shifts"][0].GetProperty("starts").GetString().ShouldBe("2027-01-21T18:00:00Z");
    }

    [Fact, Trait("Rule", "R12")]
    public async Task A_shift_is_covered_in_part_swapped_and_taken_off()
    {
        using var coordinator = await wexcombe.Server.ClientAsync(Wexcombe.Coordinator);
        using var first = await wexcombe.Server.ClientAsync(Wexcombe.AlderFirst);
        using var stranger = await wexcombe.Server.ClientAsync(Wexcombe.ElsewhereSenior);
        var shifts = (await coordinator.GetJsonAsync($"{Address}?from=2026-11-28&to=2026-12-10"))["shifts"];
        var (one, other) = (shifts[0].GetProperty("shift").GetGuid(), shifts[3].GetProperty("shift").GetGuid());
        shifts[0].GetProperty("person").GetString().ShouldBe(Wexcombe.AlderFirst);

        var cover = new { by = Wexcombe.AlderDeputy, from = "2026-11-30T09:00", until = "2026-11-30T17:00" };
        (await stranger.PostAsync($"{Address}/shifts/{one}/cover", cover)).Status.ShouldBe(403);
        (await first.PostAsync($"{Address}/shifts/{Guid.NewGuid()}/cover", cover)).Status.ShouldBe(404);
        (await first.PostAsync($"{Address}/shifts/{one}/cover", cover)).Status.ShouldBe(204);
        (await StretchesAsync(one)).ShouldBe([Wexcombe.AlderFirst, Wexcombe.AlderDeputy, Wexcombe.AlderFirst]);
        (await coordinator.PostAsync($"{Address}/shifts/{one}/cover",
            new { by = Wexcombe.Supporter })).Status.ShouldBe(409);

        (await first.PostAsync($"{Address}/swaps", new { one })).Status.ShouldBe(422);
        (await first.PostAsync($"{Address}/swaps", new { one, other })).Status.ShouldBe(204);
        (await StretchesAsync(other)).ShouldBe([Wexcombe.AlderFirst]);

        (await first.PostAsync($"{Address}/shifts/{other}/removal", new { })).Status.ShouldBe(403);
        (await coordinator.PostAsync($"{Address}/shifts/{other}/removal", new { })).Status.ShouldBe(204);
        (await coordinator.PostAsync($"{Address}/shifts/{other}/removal", new { })).Status.ShouldBe(204);

        async Task<IReadOnlyList<string>> StretchesAsync(Guid shift) =>
        [
            .. (await coordinator.GetJsonAsync($"{Address}?from=2026-11-28&to=2026-12-15"))["shifts"].EnumerateArray()
                .Single(found => found.GetProperty("shift").GetGuid() == shift).GetProperty("stretches")
                    .EnumerateArray()
                .Select(stretch => stretch.GetProperty("person").GetString()!),
        ];
    }

    [Fact, Trait("Rule", "R12")]
    public async Task A_duty_is_confirmed_by_whoever_has_it()
    {
        using var first = await wexcombe.Server.ClientAsync(Wexcombe.AlderFirst);
        using var deputy = await wexcombe.Server.ClientAsync(Wexcombe.AlderDeputy);
        var shifts = (await first.GetJsonAsync($"{Address}?to=2026-11-21"))["shifts"].EnumerateArray();
        var running = shifts.First(shift => shift.GetProperty("duty").GetString() == "First");
        var confirmation = $"{Address}/shifts/{running.GetProperty("shift").GetString()}/confirmation";
        (await deputy.PostAsync(confirmation, new { })).Code.ShouldBe("duty.notYours");
        (await first.PostAsync(confirmation, new { })).Status.ShouldBe(204);
        (await first.PostAsync(confirmation, new { })).Status.ShouldBe(204);
        (await first.GetJsonAsync($"{Address}?to=2026-11-21"))["shifts"].EnumerateArray()
            .Count(shift => shift.GetProperty("stretches")[0].GetProperty("confirmed").GetBoolean()).ShouldBe(1);
    }

    private static string? Text(System.Text.Json.JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
