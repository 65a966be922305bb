using Microsoft.AspNetCore.Http.HttpResults;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Api.Reading;
using Safeguard.Api.Supervision;
using Safeguard.Domain.Access;
using Safeguard.Projections.Audit;
using Safeguard.Projections.Directory;
using Safeguard.Projections.Reads;

namespace Safeguard.Api.Audit;

/// <summary>A record is looked up by its code, and read as it was known at any moment.</summary>
public sealed class AuditHistoryPages(
    AuditReading records, ReadRows reads, Unmasking names, InstitutionDirectory directory, PageFrame frames)
{
    public const string Address = "/audit";

    private const int LongestTyped = 64;

    public static void MapAuditHistoryPages(IEndpointRouteBuilder app)
    {
        app.MapGet(Address, (HttpContext http, AuditHistoryPages pages, string? code) => pages.FindAsync(http, code))
            .For(DrawSampleEndpoint.Auditors).ExcludeFromDescription();
        app.MapGet($"{Address}/history/{{stream}}", (string stream, HttpContext http, AuditHistoryPages pages) =>
            pages.ShowAsync(http, stream)).For(DrawSampleEndpoint.Auditors).ShowsContent().ExcludeFromDescription();
    }

    public static string AddressOf(ReadItem item) => $"{Address}/history/{item}";

    private async Task<IResult> FindAsync(HttpContext http, string? code)
    {
        var typed = code?.Trim() ?? "";
        if (typed.Length > 0 && await records.FindAsync(typed, http.Caller(), http.RequestAborted) is { } item)
            return Respond.SeeOther(AddressOf(item));
        return PageResult.Show<AuditFindPage, AuditFindView>(
            frames.For(http), new(typed.Length == 0 ? null : typed[..Math.Min(typed.Length, LongestTyped)]));
    }

    private async Task<IResult> ShowAsync(HttpContext http, string stream)
    {
        var (query, frame) = (http.Request.Query, frames.For(http));
        if (await records.ReadAsync(stream, http.Caller(), http.RequestAborted) is not { } record)
            return ErrorPages.NotThere;
        var reading = new RequestReading(directory.Present, frame.Clock.Now);
        var steps = AuditSteps.Of(record.Events.Select(recorded => recorded.Stamp.RecordedAt));
        if (query["step"].ToString() is { Length: > 0 } step)
        {
            // A step starts at what the page showed, which a local time may not say in the hour that happens twice.
            var from = reading.Moment("from", query["from"]) ?? frame.Clock.Now;
            var to = steps.To(step, AuditSteps.EndOf(from));
            return Respond.SeeOther(AddressAt(record.Item, to));
        }

        var asked = reading.Moment("asKnownAt", query["asKnownAt"]);
        var moment = asked is { } named ? AuditSteps.EndOf(named) : frame.Clock.Now;
        var read = await reads.OfAsync(record.Item, before: null, http.RequestAborted);
        var known = record.At(moment);
        var kept = await records.NamesAsync(
            await records.KeptWithAsync(known, http.RequestAborted), http.RequestAborted);
        var unmasked = await names.OfAsync(known, http.Caller(), frame.Clock.Now, http.RequestAborted);
        return Page(frame, View(record, known, steps, frame.Clock, read, unmasked) with
        {
            Kept =
            [
                .. kept.OrderBy(named => named.Value, StringComparer.Ordinal)
                    .Select(named => new MenuItem(AddressAt(named.Key, asked), Sentence.Capital(named.Value))),
            ],
            Fault = reading.Faults.Count > 0 ? reading.Faults[0].Message : null,
        });
    }

    private static RazorComponentResult<AuditHistoryPage> Page(Frame frame, AuditHistoryView view) =>
        PageResult.Show<AuditHistoryPage, AuditHistoryView>(frame, view, view.Fault is null ? 200 : 422);

    private static string AddressAt(ReadItem item, DateTimeOffset? moment) =>
        AddressOf(item) + (moment is { } then ? $"?asKnownAt={PageClock.Iso(then)}" : "");

    private static AuditHistoryView View(
        AuditedRecord record, KnownAt known, AuditSteps steps, PageClock clock, IReadOnlyList<ReadRow> reads,
        Unmasked? unmasked)
    {
        var moment = known.Moment;
        var grounds = AuditGrounds.Of(known);
        var people = new Pseudonyms(known.Institution, grounds.Events.Concat(known.Events)) { Names = unmasked };
        var story = new AuditStory(people, clock);
        return new(
            record.Item.ToString(), record.Name, moment, record.Events.Count, steps,
            [.. known.Events.Select(story.Entry)])
        {
            NamesOf = Unmasking.OpenedBy(known).ToString(),
            NamesUntil = unmasked?.Until,
            Student = unmasked?.Student,
            State = known.State,
            Band = known.Escalation?.Band,
            Owner = known.Owner is { } owner ? people.Of(owner) : null,
            NextWakeUp = known.NextWakeUp,
            Because = known.Because,
            PolicyVersion = known.PolicyVersion,
            OnDuty = Duty(known, people),
            Supporter = known.Supporter is { } supporter ? people.Of(supporter) : null,
            Standing = known.Standing?.Standing,
            StandingSince = known.Standing?.Since,
            StandingBecause = [.. grounds.Standing.Select(ground => Reason(ground, clock))],
            DutyBecause = [.. grounds.Duty.Select(AuditGround.Of)],
            PolicyBecause = grounds.Policy is { } adopted ? AuditGround.Of(adopted) : null,
            Grounds = [.. grounds.Events.Select(recorded => (AuditGround.Of(recorded), story.Entry(recorded)))],
            Deadlines =
            [
                .. known.Deadlines.Entries.Select(entry => AuditDeadlineLine.Of(AuditDeadline.Of(known, entry))),
            ],
            ReadBy =
            [
                .. from row in reads
                   where row.At <= moment
                   select new AuditReadLine(
                       row.Role is { } role ? $"{role.Label()} {row.Person}" : row.Person.Value, How(row.Purpose),
                       row.At, known.Events.Count(recorded => recorded.Stamp.RecordedAt <= row.At)),
            ],
        };
    }

    private static AuditReason Reason(StandingGround ground, PageClock clock) => new(
        ground.Reason is { } reason
            ? StandingWords.Of(reason, clock).TrimEnd('.')
            : "The days were counted by group, terms and policy",
        [.. ground.Events.Select(AuditGround.Of)]);

    private static string? Duty(KnownAt known, Pseudonyms people) => known.Duty switch
    {
        null => null,
        { First: { } first, Deputy: { } deputy } => $"{people.Of(first)}, and as Deputy {people.Of(deputy)}",
        { First: { } first } => $"{people.Of(first)}, and no Deputy",
        { Deputy: { } deputy } => $"nobody first, as Deputy {people.Of(deputy)}",
        _ => "nobody",
    };

    internal static string How(ReadPurpose purpose) => purpose switch
    {
        ReadPurpose.Response => "To respond",
        ReadPurpose.Owed => "What they were asked in it",
        ReadPurpose.BreakGlass => "From outside, with a reason",
        ReadPurpose.Export => "To take it away as a file",
        _ => "To review or audit it",
    };
}
