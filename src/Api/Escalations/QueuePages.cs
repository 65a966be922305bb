using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Escalations;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Rota;
using Safeguard.Projections.Directory;
using Safeguard.Projections.EscalationQueue;

namespace Safeguard.Api.Escalations;

/// <summary>The live queue: <c>/queue</c>. One query, whatever its length.</summary>
public sealed class QueuePages(EscalationRows rows, InstitutionDirectory directory, PageFrame frames)
{
    /// <summary>Cards on one page; forty after one death are the worst ten minutes.</summary>
    private const int PageSize = 50;

    public static void MapQueuePage(IEndpointRouteBuilder app) =>
        app.MapGet("/queue", (HttpContext http, QueuePages pages, int? page) => pages.ShowAsync(http, page))
            .For(Access.Only(Role.SeniorMember, Role.Coordinator, Role.Supervisor)).ExcludeFromDescription();

    private async Task<IResult> ShowAsync(HttpContext http, int? asked)
    {
        var cancel = http.RequestAborted;
        var (institution, caller, frame) = (directory.Present, http.Caller(), frames.For(http));
        var open = (await rows.OpenAsync(cancel)).VisibleTo(caller, institution);
        var page = Math.Clamp(asked ?? 1, 1, 1 + (open.Count / PageSize));
        var shown = open.Skip((page - 1) * PageSize).Take(PageSize).ToList();
        var cards = new QueueCards(institution, caller, frame.Clock.Now);
        var view = new QueueView([.. shown.Select(cards.Of)])
        {
            Open = open.Count,
            More = page * PageSize < open.Count ? FormattableString.Invariant($"/queue?page={page + 1}") : null,
            LastFinishedAt = open.Count == 0 ? await LastFinishedAsync(caller, institution, cancel) : null,
        };
        return PageResult.Show<QueuePage, QueueView>(frame, WithDuty(view, institution, caller, frame.Clock.Now));
    }

    /// <summary>When one of the last hundred that the reader may see was closed.</summary>
    private async Task<DateTimeOffset?> LastFinishedAsync(
        Caller caller, Institution institution, CancellationToken cancel)
    {
        var sees = caller.Is(Role.Coordinator) ? null : (PersonId?)caller.Person;
        var panels = QueueVisibility.PanelsOf(caller);
        var closed = await rows.ListAsync(
            new(Open: false, State: null, Panel: null, Mine: null, sees, panels, Before: null), cancel);
        return closed.Where(row => institution.Shows(row, caller)).Max(row => row.ClosedAt);
    }

    private static QueueView WithDuty(QueueView view, Institution institution, Caller caller, DateTimeOffset now)
    {
        foreach (var panel in QueueVisibility.PanelsOf(caller))
        {
            var duty = institution.DutyAt(panel, now);
            if (duty.First != caller.Person && duty.Deputy != caller.Person) continue;
            var isFirst = duty.First == caller.Person;
            var (own, others) = isFirst ? ("First on duty", "Deputy") : ("Deputy", "first on duty");
            return view with
            {
                Duty = $"{own} for {institution.PanelName(panel)}",
                DutyUntil = Until(institution, panel, isFirst ? Duty.First : Duty.Deputy, now),
                Beside = (isFirst ? duty.Deputy : duty.First) is { } beside
                    ? $"{institution.PersonName(beside)}, {others}"
                    : null,
            };
        }

        return view;
    }

    /// <summary>When that duty passes to the next: the other duty may change earlier.</summary>
    private static DateTimeOffset? Until(Institution institution, PanelId panel, Duty duty, DateTimeOffset now) =>
        institution.Rotas.GetValueOrDefault(panel)?.At(duty, now)?
            .Stretches().First(stretch => now < stretch.Ends).Ends;
}

/// <summary>From a row of the queue to the card that one reader sees.</summary>
public sealed class QueueCards(Institution institution, Caller caller, DateTimeOffset now)
{
    private readonly Naming _names = new(institution, caller.Person);

    public QueueCard Of(EscalationRow row)
    {
        var acknowledging = AcknowledgeEscalation.Decide(new(), AsKnown(row), Context(row)).Events;
        return new(
            row.Id.ToString(), row.ShortCode, row.Version, row.Band, row.State,
            row.Panel is { } panel ? institution.PanelName(panel) : null, row.RaisedAt)
        {
            HeldBy = Holding.Of(row, _names),
            Promise = Promise.Of(row.Promise),
            Paged = [.. row.Paged.Select(page => new PagedPerson(_names.Of(page.Person), page.At))],
            NextPageAt = row.NextPageAt,
            QuestionAskedAt = row.QuestionAskedAt,
            MayAcknowledge = acknowledging is [Acknowledged],
            OfferedToYou = acknowledging is [TransferAccepted],
        };
    }

    /// <summary>As much of the escalation as "I have it" is decided by.</summary>
    private static Escalation AsKnown(EscalationRow row) => Escalation.NotRaised with
    {
        State = row.State,
        Raiser = row.Raiser,
        Panel = row.Panel,
        Band = row.Band,
        Owner = row.Owner,
        AcknowledgedBy = row.AcknowledgedBy,
        AcknowledgedAt = row.AcknowledgedAt,
        ContactAt = row.ContactAt,
        TransferOfferedTo = row.TransferOfferedTo,
        Paged = [.. row.Paged.Select(page => page.Person)],
        Conflicted = row.Conflicted,
        CoordinatorsPaged = row.CoordinatorsPaged,
    };

    private EscalationContext Context(EscalationRow row)
    {
        var conflicted = institution.ConflictsTowards(row.Raiser, row.Id, row.CaseFile);
        return new(caller, now, Policy.Default, Cover.Nobody with { Conflicted = conflicted });
    }
}
