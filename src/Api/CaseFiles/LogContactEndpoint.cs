using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Escalations;

namespace Safeguard.Api.CaseFiles;

/// <summary>Logs a conversation: <c>POST /api/case-files/{id}/contacts</c>.</summary>
public static class LogContactEndpoint
{
    private static readonly CaseFileRoute Route = new(
        "contacts", "logContact",
        "A conversation, or an attempt at one. A crisis band raises the urgent contact in the same transaction.");

    public static void MapLogContact(this IEndpointRouteBuilder app) =>
        Route.Map<LogContactRequest>(app, (request, reading, _) =>
        {
            var command = request.Read(reading);
            return (state, context) => LogContact.Decide(command, state, context);
        });
}

/// <param name="Mode"><c>inPerson</c>, <c>phone</c>, <c>video</c> or <c>message</c>.</param>
/// <param name="Reached">False for an attempt in which the student was not reached.</param>
/// <param name="Band">How soon somebody should respond, where anybody should.</param>
/// <param name="OccurredAt">When it happened, if not just now; then it is a late record.</param>
public sealed record LogContactRequest(
    string? Contact = null, string? Mode = null, string? Channel = null, bool? Reached = null, int? Minutes = null,
    IReadOnlyList<string>? Topics = null, string? Band = null, string? Note = null, string? OccurredAt = null)
{
    /// <summary>Topics of one conversation; no source: more would say nothing.</summary>
    private const int MaxTopics = 20;

    internal LogContact Read(RequestReading reading)
    {
        reading.Happened(OccurredAt);
        return new(
            reading.Id("contact", Contact), reading.Choice<ContactMode>("mode", Mode),
            reading.OptionalChoice<Channel>("channel", Channel), Reached, Minutes,
            ReadTopics(reading, Topics), reading.OptionalChoice<Band>("band", Band), reading.Words(Note),
            reading.OccurredAt);
    }

    internal static IReadOnlyList<Confidential> ReadTopics(RequestReading reading, IReadOnlyList<string>? topics)
    {
        if (topics?.Count > MaxTopics) reading.Fault("topics", $"Name {MaxTopics} topics at most.");
        return Confidential.FromEach(topics?.Take(MaxTopics));
    }
}
