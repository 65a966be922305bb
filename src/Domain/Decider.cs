namespace Safeguard.Domain;

/// <summary>
/// What a decision came to: the events to append (none means "already so"), or the one fact that blocks.
/// A decision never throws for what a user may do; exceptions are for bugs.
/// </summary>
public sealed record Decision<TEvent>
    where TEvent : class
{
    private Decision(IReadOnlyList<TEvent> events, Rejection? rejection)
    {
        Events = events;
        Rejection = rejection;
    }

    /// <summary>The command changes nothing because the world already is as it asks.</summary>
    public static Decision<TEvent> AlreadySo { get; } = new([], null);

    /// <summary>What happened, in order. Empty when refused or already so.</summary>
    public IReadOnlyList<TEvent> Events { get; }

    /// <summary>Why nothing happened, or null when the command was accepted.</summary>
    public Rejection? Rejection { get; }

    public static implicit operator Decision<TEvent>(TEvent happened) => new([happened], null);

    public static implicit operator Decision<TEvent>(TEvent[] happened) => new(happened, null);

    public static implicit operator Decision<TEvent>(List<TEvent> happened) => new(happened, null);

    public static implicit operator Decision<TEvent>(Rejection rejection) => new([], rejection);
}

/// <summary>Decisions that are made of parts.</summary>
public static class Decisions
{
    /// <summary>What happened, and what also did.</summary>
    public static List<TEvent> And<TEvent>(this List<TEvent> happened, IEnumerable<TEvent> also)
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(happened);
        happened.AddRange(also);
        return happened;
    }
}

/// <summary>
/// How a refusal reads to the one who is refused; the HTTP layer turns it into a status and nothing else.
/// </summary>
public enum RejectionKind
{
    /// <summary>A rule forbids it in the present state (409).</summary>
    RuleForbids,

    /// <summary>No role of the caller may do this (403).</summary>
    RoleMayNot,

    /// <summary>There is nothing here, or it is not the caller's to know; the two look alike (404).</summary>
    NotThere,

    /// <summary>The request says nothing that can be acted on (422).</summary>
    SaysNothing,
}

/// <summary>
/// A refusal as a value. <paramref name="Code"/> is stable and lower case with a dot (<c>escalation.own</c>);
/// <paramref name="Detail"/> is plain words that end with what to do next. It never holds a name or a narrative.
/// </summary>
public abstract record Rejection(string Code, Rule Rule, string Detail)
{
    public virtual RejectionKind Kind => RejectionKind.RuleForbids;

    /// <summary>Every missing thing at once, by the name of the field or fact; empty when nothing is missing.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Since when the blocking fact holds, where that is known.</summary>
    public DateTimeOffset? Since { get; init; }
}

/// <summary>
/// When, by whom and because of what an event came to be. Every event has one; all events of one decision share it.
/// </summary>
/// <param name="By">The person who did it, or <see cref="PersonId.System"/> for a wake-up.</param>
/// <param name="Role">The role in which they did it; null for a wake-up or a person without one.</param>
/// <param name="RecordedAt">The server's moment. Deadlines run from it.</param>
/// <param name="OccurredAt">
/// The moment the person says it happened; equals <paramref name="RecordedAt"/> unless said.
/// </param>
/// <param name="PolicyVersion">The policy that the decision used; 0 before any was adopted.</param>
public sealed record Stamp(
    PersonId By, Role? Role, DateTimeOffset RecordedAt, DateTimeOffset OccurredAt, int PolicyVersion);

/// <summary>
/// One kind of stream, whole: where it starts and how each event changes what is known.
/// <see cref="Evolve"/> never refuses and never computes policy.
/// </summary>
public sealed record Aggregate<TState, TEvent>(
    string StreamType, TState Initial, Func<TState, TEvent, Stamp, TState> Evolve)
    where TEvent : class;
