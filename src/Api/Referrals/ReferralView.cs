using Safeguard.Api.Escalations;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Referrals;

namespace Safeguard.Api.Referrals;

/// <summary>One referral on its case file's page, as one reader may see it.</summary>
/// <param name="Service">The service's name.</param>
public sealed record ReferralView(string Id, string CaseFile, string Service, ReferralState State)
{
    /// <summary>What the reader may do now. The page shows a form for each and no other.</summary>
    public required IReadOnlySet<ReferralMove> May { get; init; }

    /// <summary>From its offer to its end; a branch stands in the place of the step that it took.</summary>
    public required IReadOnlyList<ReferralStep> Steps { get; init; }

    /// <summary>The one thing to do next, as a sentence; null where it is over.</summary>
    public string? Next { get; init; }
    public Band? Band { get; init; }
    public required string Owner { get; init; }
    public DateTimeOffset? NextWakeUp { get; init; }
    public DateTimeOffset? DisclosureBy { get; init; }
    public string? Outcome { get; init; }

    /// <summary>What was written when it was offered; null for those who read no words.</summary>
    public string? Summary { get; init; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<TimelineEntryView> Story { get; init; } = [];
    public IReadOnlyList<Choice> Outcomes { get; init; } = [];

    /// <summary>Who may have decided to share without consent.</summary>
    public IReadOnlyList<Choice> Senior { get; init; } = [];

    /// <summary>Where the case file's page shows it.</summary>
    public string Anchor => $"referral-{Id}";

    public bool Can(ReferralMove move) => May.Contains(move);

    /// <summary>The name of its form for one thing to do.</summary>
    /// <param name="path">The last part of the form's address, <c>non-attendance</c>.</param>
    public string Form(string path) => FormOf(Id, path);

    public static string FormOf(string id, string path) => $"referral-{id}-{path}";

    /// <summary>Whether the page shows that form for this referral.</summary>
    public bool Shows(string form) => Forms.Any(one => Can(one.Move) && Form(one.Path) == form);

    private static readonly (ReferralMove Move, string Path)[] Forms =
    [
        (ReferralMove.ConsentGiven, "consent"), (ReferralMove.ConsentRefused, "consent"), (ReferralMove.Send, "sent"),
        (ReferralMove.RecordDisclosure, "disclosure"), (ReferralMove.Receive, "received"),
        (ReferralMove.Accept, "acceptance"), (ReferralMove.Decline, "decline"), (ReferralMove.Chase, "chase"),
        (ReferralMove.RecordSeen, "seen"), (ReferralMove.RecordNonAttendance, "non-attendance"),
        (ReferralMove.Complete, "completion"), (ReferralMove.Withdraw, "withdrawal"),
    ];
}

/// <summary>One step of a referral's way.</summary>
public sealed record ReferralStep(string Label, StepState State);
