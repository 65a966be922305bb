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

    public static Problem Of(Rejection rejection) => new(
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

