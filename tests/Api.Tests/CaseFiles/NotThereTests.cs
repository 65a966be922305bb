using System.Collections.Concurrent;
using System.Diagnostics;
using Safeguard.Api.Tests.Referrals;
using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.CaseFiles;

/// <summary>
/// "Not yours to know" and "not there" cost the same (R15): the same statements go to the database, however much has
/// been written in what is not there. How many milliseconds that is, is measured elsewhere and depends on the machine.
/// </summary>
public sealed class NotThereTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    /// <summary>Enough that reading it whole would show.</summary>
    private const int Contacts = 40;

    /// <summary>In the answer's own trace, however many others are under way.</summary>
    private const string TraceParent = "traceparent";

    /// <summary>A supporter of another panel, Senior Members of this one and of another, an auditor.</summary>
    public static TheoryData<string> Strangers =>
        new("we0105", Wexcombe.AlderFirst, Wexcombe.ElsewhereSenior, Wexcombe.OtherSupervisor, Wexcombe.Auditor);

    [Theory, MemberData(nameof(Strangers)), Trait("Rule", "R15")]
    public async Task The_database_is_asked_the_same_for_what_is_not_theirs_as_for_what_is_not_there(string person)
    {
        using var owner = await wexcombe.Server.ClientAsync(Wexcombe.Supporter);
        var (file, _) = await Files.OpenAsync(owner);
        for (var n = 0; n < Contacts; n++)
            await Files.DoneAsync(owner, file, "contacts", Files.Contact(Guid.CreateVersion7()));
        var referral = await owner.OffersAsync(file);
        var nothing = Guid.CreateVersion7();
        using var stranger = await wexcombe.Server.ClientAsync(person);
        foreach (var (theirs, nobodys) in new[]
        {
            ($"/api/case-files/{file}", $"/api/case-files/{nothing}"),
            ($"/api/case-files/{file}/history", $"/api/case-files/{nothing}/history"),
            ($"/api/referrals/{referral}", $"/api/referrals/{nothing}"),
        })
        {
            var asked = await AskedAsync(stranger, theirs);
            asked.ShouldNotBeEmpty();
            asked.ShouldBe(await AskedAsync(stranger, nobodys), theirs);
        }
    }

    /// <summary>The statements that one request led to, in order.</summary>
    private static async Task<IReadOnlyList<string>> AskedAsync(HttpClient client, string path)
    {
        var trace = ActivityTraceId.CreateRandom();
        var asked = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Microsoft.AspNetCore" or "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (span.TraceId == trace && span.Source.Name == "Npgsql")
                    asked.Enqueue($"{span.GetTagItem("db.query.text") ?? span.GetTagItem("db.statement")}");
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add(TraceParent, $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        using var answer = await client.SendAsync(request);
        ((int)answer.StatusCode).ShouldBe(404, path);
        return [.. asked];
    }
}
