using Safeguard.Domain;

namespace Safeguard.Api.Http;

/// <summary>Why a page could not be shown or a change not made. Not found and not yours to know are one.</summary>
public enum ErrorKind
{
    /// <summary>404 and 403 alike: one page, one timing.</summary>
    NotThere,

    /// <summary>409: a rule refuses, and says what to do about it.</summary>
    Refused,

    /// <summary>412: somebody else was faster; the page was old.</summary>
    Stale,

    /// <summary>413 and 422: nothing in the request can be acted on.</summary>
    TooMuch,

    /// <summary>500 and 503: the fault is ours.</summary>
    Ours,
}

/// <param name="Number">What to give when reporting it; it finds the log line and says nothing else.</param>
public sealed record ErrorView(ErrorKind Kind, string Number)
{
    /// <summary>The refusal in plain words, ending with what to do next; for Refused.</summary>
    public string? Detail { get; init; }
    public string? Code { get; init; }
    public Rule Rule { get; init; }
    public DateTimeOffset? Since { get; init; }

    /// <summary>Every missing thing at once, in words.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>What was sent and not taken, where sending it again may work.</summary>
    public KeptForm? Kept { get; init; }

    /// <summary>Where to look again: the page that the change was made from.</summary>
    public string? Back { get; init; }
}
