using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Access;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;
using Safeguard.Projections.Events;
using Safeguard.Projections.Reads;

namespace Safeguard.Api.Reading;

/// <summary>
/// The form that opens a record outside one's scope, and the Coordinators' page of what was opened: what waits for a
/// review, with the reason that was given, and what reviews came to.
/// </summary>
public sealed class BreakGlassPages(
    BreakGlassRows rows, ReadItemKinds kinds, Reads reads, IEventLog log, EventCodec codec,
    InstitutionDirectory directory, PageFrame frames)
{
    public const string Address = "/break-glass";
    public const string Reviews = "/break-glass/reviews";

    /// <summary>Finished reviews shown below those that wait.</summary>
    private const int DoneShown = 20;

    public static void MapBreakGlassPages(IEndpointRouteBuilder app)
    {
        app.MapGet(Address, (HttpContext http, BreakGlassPages pages) => pages.Form(http))
            .For(OpenBreakGlassEndpoint.Breakers).ExcludeFromDescription();
        app.MapGet(Reviews, (HttpContext http, BreakGlassPages pages) => pages.ReviewsAsync(http))
            .For(Access.Only(Role.Coordinator)).ShowsContent().ExcludeFromDescription();
        // The address of a form that was refused is in the browser's bar: asked for again it leads back to the page.
        app.MapGet("/break-glass/{id:guid}/review", () => Respond.SeeOther(Reviews))
            .For(Access.Only(Role.Coordinator)).ExcludeFromDescription();
    }

    /// <summary>The form, empty or as it was sent.</summary>
    public IResult Form(HttpContext http, Refused? refused = null, int status = 200)
    {
        var policy = directory.Present.PolicyAt(frames.For(http).Clock.Now);
        return PageResult.Show<BreakGlassPage, BreakGlassView>(
            frames.For(http), new(policy.BreakGlassFor, policy.ReviewBreakGlassWithinWorkingDays)
            {
                NamesOnly = !OpenBreakGlass.ReadsThrough(http.Caller()),
                Item = http.Request.Query["item"],
                Refused = refused,
            }, status);
    }

    /// <summary>The reasons are words too: that they were read is on record before they are opened (R17).</summary>
    public async Task<IResult> ReviewsAsync(HttpContext http, Refused? refused = null, int status = 200)
    {
        var (caller, cancel) = (http.Caller(), http.RequestAborted);
        var due = await KnownToAsync(caller, await rows.DueAsync(cancel), kinds, cancel);
        var done = await KnownToAsync(caller, await rows.ReviewedAsync(DoneShown, cancel), kinds, cancel);
        if (due.Count > 0)
        {
            await reads.RecordAsync(
                caller, [.. due.Select(row => new ReadItem(ReadItem.BreakGlassKind, row.Id))], ReadPurpose.Review);
        }

        var reasons = await ReasonsAsync(due, cancel);
        var names = await kinds.NamesAsync([.. due.Concat(done).Select(row => row.Item)], cancel);
        var view = new BreakGlassReviewsView(
            [.. due.Select(row => Due(row, caller, names, reasons))], [.. done.Select(row => Done(row, names))])
        {
            Refused = refused,
        };
        return PageResult.Show<BreakGlassReviewsPage, BreakGlassReviewsView>(frames.For(http), view, status);
    }

    /// <summary>Those of records that the Coordinator may know of (R15).</summary>
    internal static async Task<IReadOnlyList<BreakGlassRow>> KnownToAsync(
        Caller caller, IReadOnlyList<BreakGlassRow> found, ReadItemKinds kinds, CancellationToken cancel)
    {
        var known = new List<BreakGlassRow>();
        foreach (var row in found)
            if (await kinds.IsKnownToAsync(row.Item, caller, cancel)) known.Add(row);
        return known;
    }

    private async Task<IReadOnlyDictionary<Guid, string?>> ReasonsAsync(
        IReadOnlyList<BreakGlassRow> due, CancellationToken cancel)
    {
        var opened = new List<StoredEvent>();
        foreach (var person in due.Select(row => row.Person).Distinct())
        {
            var (stream, version) = (AccessKind.StreamOf(person), 0L);
            IReadOnlyList<StoredEvent> page;
            do
            {
                page = await log.ReadStreamAsync(stream, version, cancel);
                opened.AddRange(page.Where(stored => EventNames.TypeOf(stored.Type) == typeof(BreakGlassOpened)));
                if (page.Count > 0) version = page[^1].Version;
            }
            while (page.Count == StoreLimits.MaxEventsPerRead);
        }

        // Of what was reviewed already nothing is opened.
        var wanted = due.Select(row => row.Id).ToHashSet();
        return (await codec.DecodeAsync(opened, cancel)).Select(recorded => (BreakGlassOpened)recorded.Event)
            .Where(glass => wanted.Contains(glass.BreakGlass))
            .ToDictionary(glass => glass.BreakGlass, glass => glass.Reason.Text);
    }

    private BreakGlassLine Due(
        BreakGlassRow row, Caller caller, IReadOnlyDictionary<ReadItem, string> names,
        IReadOnlyDictionary<Guid, string?> reasons)
    {
        var institution = directory.Present;
        return new(
            row.Id.ToString(), names.GetValueOrDefault(row.Item, row.Item.Kind), institution.PersonName(row.Person),
            reasons.GetValueOrDefault(row.Id) ?? "(erased)", row.OpenedAt, row.ReviewBy, row.Late,
            institution.PersonName(row.Reviewer), MayReview: row.Person != caller.Person);
    }

    private BreakGlassDoneLine Done(BreakGlassRow row, IReadOnlyDictionary<ReadItem, string> names) => new(
        names.GetValueOrDefault(row.Item, row.Item.Kind), directory.Present.PersonName(row.Person), row.OpenedAt,
        directory.Present.PersonName(row.Review!.By), row.Review.At, row.Review.Outcome);
}
