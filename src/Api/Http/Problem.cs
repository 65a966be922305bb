using System.Text.Json.Serialization;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;

namespace Safeguard.Api.Http;

/// <summary>
/// An error as RFC 9457 problem details: plain words with what to do next, a stable code and the rule's number.
/// </summary>
public sealed record Problem(
    int Status,
    string Code,
    string Title,
    string Detail,
    string? Rule = null,
    DateTimeOffset? Since = null,
    IReadOnlyList<string>? Missing = null,
    IReadOnlyList<Fault>? Faults = null)
{
    public const string ContentType = "application/problem+json";

    [JsonPropertyOrder(-1)]
    public string Type => $"urn:safeguard:problem:{Code}";

    public static Problem NotThere { get; } = new(
        404, "not.there", "We can't show you this",
        "Either there is nothing here, or it is not yours to know. Check the address, or go back to your home page.");

    public static Problem SignInFirst { get; } = new(
        401, "signIn.needed", "Sign in first", "Sign in, or send a bearer token, and try again.");

    public static Problem RoleMayNot { get; } = new(
        403, "role.mayNot", "Your role may not do this",
        "Someone with the right role can do it for you: ask your programme office.");

    public static Problem CrossSite { get; } = new(
        403, "request.crossSite", "This came from another site", "Open Safeguard itself and do it there.");

    public static Problem Unstorable { get; } = new(
        422, "request.unstorable", "Part of this can't be kept as it is",
        "A character in it cannot be stored. Nothing was saved; take out what looks odd and send it again.");

    public static Problem ServerFault { get; } = new(
        500, "server.fault", "Something is broken on our side",
        "Nothing was saved. Try again; if someone is in danger, phone the numbers on this page now.");

    public static Problem DurabilityUnknown { get; } = new(
        503, "durability.unknown", "We can't say whether this was saved",
        "Send it again: it arrives once. If someone is in danger, phone the numbers on this page now.");

    public static Problem DatabaseUnreachable { get; } = new(
        503, "database.unreachable", "We can't save anything just now",
        "Nothing was saved. If someone is in danger, phone the numbers on this page now; then try again.");

    /// <summary>Reading is on record before anything is shown (R17), and that could not be done.</summary>
    public static Problem ReadNotRecorded { get; } = new(
        503, "read.notRecorded", "We can't show this just now",
        "Who reads this has to be written down first, and that is not possible at the moment. Try again in a minute; "
            + "if someone is in danger, phone the numbers on this page now.", nameof(Domain.Rule.R17));

    /// <summary>More than <see cref="ApiJson.MaxBodyBytes"/>.</summary>
    public static Problem TooLarge { get; } = new(
        413, "request.tooLarge", "This is too long",
        "At most 64 KB can be sent at once. Nothing was saved; shorten it and send it again.");

    public static Problem Of(Rejection rejection) => rejection is Unready unready ? unready.Problem : new(
        rejection.Kind switch
        {
            RejectionKind.RoleMayNot => 403,
            RejectionKind.NotThere => 404,
            RejectionKind.SaysNothing => 422,
            _ => 409,
        },
        rejection.Code,
        "This can't be done",
        rejection.Detail,
        rejection.Rule == Domain.Rule.None ? null : rejection.Rule.ToString(),
        rejection.Since,
        rejection.Missing.Count == 0 ? null : rejection.Missing);

    public static Problem Unprocessable(IReadOnlyList<Fault> faults) => new(
        422, "request.malformed", "Some of this can't be read",
        "Nothing was saved. Mend what is named below and send it again.", Faults: faults);

    public static Problem Unreadable(string detail) => new(400, "request.unreadable", "This can't be read", detail);

    public IResult ToResult() => Results.Json(this, ApiJson.Options, ContentType, Status);
}

