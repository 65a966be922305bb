using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Reports;

/// <summary>What became of an urgent contact; closing changes nothing about it, reopening begins it again.</summary>
public enum UrgentOutcome
{
    NoContactYet, InContact, SafeForNow, HandedOver,
}

/// <summary>How a promise was kept.</summary>
public enum PromiseKept
{
    /// <summary>In the first half of the time promised.</summary>
    InHalf,

    /// <summary>In time.</summary>
    InTime,

    /// <summary>After the time promised, or still not although it has passed.</summary>
    Late,

    /// <summary>Not yet, and there is still time.</summary>
    NotYet,
}

/// <summary>What was promised to an urgent contact when it was raised, and when it was kept.</summary>
/// <param name="By">As frozen in it; it moves while it can still be kept, and stays once it has passed (R5).</param>
/// <param name="KeptAt">The first time; null while it was not.</param>
public sealed record PromiseMade(DateTimeOffset By, DateTimeOffset? KeptAt)
{
    public PromiseKept At(DateTimeOffset raised, DateTimeOffset moment) =>
        KeptAt is not { } kept ? moment > By ? PromiseKept.Late : PromiseKept.NotYet
        : kept > By ? PromiseKept.Late
        : kept - raised <= (By - raised) / 2 ? PromiseKept.InHalf
        : PromiseKept.InTime;

    internal PromiseMade Moved(DateTimeOffset by, DateTimeOffset at) =>
        KeptAt is null && at < By ? this with { By = by } : this;

    internal PromiseMade Kept(DateTimeOffset at) => KeptAt is null ? this with { KeptAt = at } : this;
}

/// <summary>
/// An urgent contact as reports count it: folded from what was recorded, without a word of it. Its promises are those
/// of the first raise; when it is reopened, only its outcome begins again.
/// </summary>
/// <param name="Band">The most urgent one that it ever had.</param>
public sealed record UrgentContactCounted(
    Band Band, DateTimeOffset RaisedAt, PromiseMade Acknowledgement, PromiseMade Contact, UrgentOutcome Outcome)
{
    /// <summary>The events that it is made from; all others change nothing.</summary>
    public static IReadOnlyList<Type> Events { get; } =
    [
        typeof(EscalationRaised), typeof(BandRaised), typeof(Acknowledged), typeof(ContactMade),
        typeof(SafeForNowRecorded), typeof(HandedOver), typeof(EscalationReopened),
    ];

    /// <param name="before">Null before it was raised.</param>
    public static UrgentContactCounted? Evolve(UrgentContactCounted? before, object happened, DateTimeOffset at) =>
        happened switch
        {
            EscalationRaised e => new(e.Band, at, new(e.AcknowledgeBy, null), new(e.RespondBy, null), default),
            _ when before is null => null,
            BandRaised e => before with
            {
                Band = e.To > before.Band ? e.To : before.Band,
                Acknowledgement = before.Acknowledgement.Moved(e.AcknowledgeBy, at),
                Contact = before.Contact.Moved(e.RespondBy, at),
            },
            Acknowledged => before with { Acknowledgement = before.Acknowledgement.Kept(at) },
            ContactMade { Counts: true } => before with
            {
                // Whoever speaks with the student has it, whether they said so or not.
                Acknowledgement = before.Acknowledgement.Kept(at),
                Contact = before.Contact.Kept(at),
                Outcome = before.Outcome == UrgentOutcome.NoContactYet ? UrgentOutcome.InContact : before.Outcome,
            },
            SafeForNowRecorded => before with { Outcome = UrgentOutcome.SafeForNow },
            HandedOver => before with { Outcome = UrgentOutcome.HandedOver },
            EscalationReopened => before with { Outcome = UrgentOutcome.NoContactYet },
            _ => before,
        };
}
