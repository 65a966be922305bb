namespace Safeguard.Domain.Access;

/// <summary>Something with words in it that is read whole: an escalation, a case file, a break-glass.</summary>
/// <param name="Kind">The kind of its stream, as a stable word: <c>escalation</c>.</param>
public readonly record struct ReadItem(string Kind, Guid Id)
{
    /// <summary>A break-glass by its own id: its reason is somebody's words too.</summary>
    public const string BreakGlassKind = "break-glass";

    /// <summary>As an address or a query names it, <c>escalation:0198f0c2-…</c>.</summary>
    public override string ToString() => $"{Kind}:{Id}";
}

/// <summary>By what right somebody reads.</summary>
public enum ReadPurpose
{
    /// <summary>It is theirs to respond to or to look after.</summary>
    Response,

    /// <summary>They owe an answer or an action in it, and read that alone.</summary>
    Owed,

    /// <summary>It is outside their scope, and they gave a reason.</summary>
    BreakGlass,

    /// <summary>They review or audit what others did.</summary>
    Review,

    /// <summary>An auditor takes all of it away as a file.</summary>
    Export,
}

/// <summary>What a review of a break-glass came to.</summary>
public enum BreakGlassOutcome
{
    Justified, NotJustified, NeedsFollowUp,
}
