using Safeguard.Api.CaseFiles;
using Safeguard.Api.Escalations;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Projections.CaseFiles;
using Safeguard.Projections.Directory;
using Safeguard.Projections.EscalationQueue;
using Safeguard.Projections.Referrals;

namespace Safeguard.Api.Home;

/// <summary>
/// Everything open, whatever it is, what wakes up first on top (R4), and how many case files each supporter has:
/// <c>/open-items</c>. States, clocks and codes, never a word.
/// </summary>
public sealed class OpenItemsPages(
    OpenItemRows items, EscalationRows escalations, CaseFileRows files, ReferralRows referrals,
    InstitutionDirectory directory, PageFrame frames)
{
    public static void MapOpenItemsPage(IEndpointRouteBuilder app) =>
        app.MapGet("/open-items", (HttpContext http, OpenItemsPages pages) => pages.ShowAsync(http))
            .For(Access.Only(Role.Coordinator)).ExcludeFromDescription();

    private async Task<IResult> ShowAsync(HttpContext http)
    {
        var (institution, caller, cancel) = (directory.Present, http.Caller(), http.RequestAborted);
        var frame = frames.For(http);
        var first = await items.FirstAsync(cancel);
        Guid[] streams = [.. first.Select(item => item.Stream).Distinct()];
        var names = new Dictionary<Guid, (string What, string Address)>();
        foreach (var row in await escalations.FindAsync(streams, cancel))
            if (institution.Shows(row, caller))
                names[row.Id] = ($"urgent contact {row.ShortCode}", $"/escalations/{row.Id}");
        foreach (var row in await files.FindAsync(streams, cancel))
            if (!row.Excluded.Contains(caller.Person))
                names[row.Id] = ($"case file {row.Code}", $"/case-files/{row.Id}");
        foreach (var known in await referrals.FindAsync(streams, cancel))
            if (!known.File.Excluded.Contains(caller.Person))
                names[known.Row.Id] = ($"referral of {known.File.Code}", $"/case-files/{known.File.Id}");
        var most = institution.PolicyAt(frame.Clock.Now).OpenFilesBeforeWarning;
        var load = await files.LoadAsync(cancel);
        return PageResult.Show<OpenItemsPage, OpenItemsView>(frame, new(
            [.. first.Select(item => LineOf(item, names, institution)).OfType<OpenItemLine>()],
            [.. load.Select(one => new LoadLine(institution.PersonName(one.Owner), one.Files, one.Files > most))],
            HasMore: first.Count == OpenItemRows.PageSize));
    }

    /// <summary>Null for what is not the reader's to know of.</summary>
    private static OpenItemLine? LineOf(
        OpenItemRow item, Dictionary<Guid, (string What, string Address)> names, Institution institution)
    {
        var isRecord = item.StreamType is EscalationKind.StreamType or CaseFileKind.StreamType
            or ReferralReadModels.StreamType;
        if (isRecord && !names.ContainsKey(item.Stream)) return null;
        var (what, address) = names.GetValueOrDefault(item.Stream, ("", Elsewhere(item)));
        return new(
            KindOf(item.Kind) is not { } kind ? Sentence.Capital(what) : what.Length == 0 ? kind : $"{kind}: {what}",
            address,
            item.Owner == PersonId.System ? "Nobody yet" : institution.PersonName(item.Owner), item.NextWakeUp);
    }

    private static string Elsewhere(OpenItemRow item) =>
        item.Kind == Domain.Access.BreakGlass.ReviewKind ? Reading.BreakGlassPages.Reviews : "/groups";

    /// <summary>Null for what its own name says.</summary>
    private static string? KindOf(string kind) => kind switch
    {
        "escalation" or "caseFile" or "referral" => null,
        "closing" => "To be closed",
        "handover" => "Needs another supporter",
        "question" => "Question",
        "action" => "To do",
        "debrief" => "Debrief",
        "disclosure" => "What was shared",
        Domain.Access.BreakGlass.ReviewKind => "Review of a break-glass",
        _ => "Between sessions",
    };
}

/// <param name="Load">Those who own open case files, the most first.</param>
public sealed record OpenItemsView(
    IReadOnlyList<OpenItemLine> Items, IReadOnlyList<LoadLine> Load, bool HasMore);

public sealed record OpenItemLine(string What, string Address, string Owner, DateTimeOffset NextWakeUp);

/// <param name="IsMany">More than the policy finds easy: a warning, never a bar (R14).</param>
public sealed record LoadLine(string Name, int Files, bool IsMany);
