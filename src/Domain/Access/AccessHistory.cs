namespace Safeguard.Domain.Access;

/// <summary>A person's stream of attempts to come in. No rule reads it, so it folds to nothing; auditors do.</summary>
public sealed record AccessHistory
{
    public const string StreamType = "access";

    public static Aggregate<AccessHistory, AccessEvent> Aggregate { get; } =
        new(StreamType, new(), static (history, _, _) => history);
}
