using System.Diagnostics;
using Safeguard.Api.Commands;
using Safeguard.Domain;
using Safeguard.Domain.Access;

namespace Safeguard.Api.Reading;

/// <summary>
/// The one way to somebody's words, whatever they are in (R17). A reader of a kind of record decides whether this
/// person may read it, has it put on record here, and only then opens what is sealed: so words without an event
/// are never shown, and an event without words is what a crash in between leaves. Where it cannot be put on record, it
/// throws, and the answer is the emergency card. Nobody else opens the confidential fields of an escalation or a case
/// file for a page or an answer.
/// </summary>
public sealed class Reads(AccessCommands access)
{
    /// <summary>
    /// How long somebody waits for their reading to be put on record before they are shown whom to phone instead.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <exception cref="ReadNotRecordedException">It is not known to be on record: nothing may be shown.</exception>
    public Task RecordAsync(Caller reader, ReadItem item, ReadPurpose purpose) =>
        RecordAsync(reader, [item], purpose);

    /// <exception cref="ReadNotRecordedException">It is not known to be on record: nothing may be shown.</exception>
    public async Task RecordAsync(Caller reader, IReadOnlyList<ReadItem> items, ReadPurpose purpose)
    {
        var info = new CommandInfo(
            Guid.CreateVersion7(), reader, reader.Roles.Count == 0 ? null : reader.Roles[0].Role)
        {
            CorrelationId = Activity.Current?.TraceId.ToString(),
        };
        try
        {
            // The append goes on alone where nobody waits for it any more: an event too many does no harm.
            var outcome = await access.RecordAsync(info, new(items, purpose)).WaitAsync(Patience);
            if (outcome is not Done) throw new ReadNotRecordedException(cause: null);
        }
        catch (Exception fault) when (fault is not ReadNotRecordedException)
        {
            throw new ReadNotRecordedException(fault);
        }
    }
}

/// <summary>A reading could not be put on record, so nothing of it is shown.</summary>
public sealed class ReadNotRecordedException(Exception? cause)
    : Exception("A reading could not be put on record.", cause);

/// <summary>
/// On an endpoint whose answer can hold somebody's words. Every one of them goes through <see cref="Reads"/>: a test
/// reads every route and finds words nowhere else.
/// </summary>
public sealed record ShowsContent
{
    public static ShowsContent Here { get; } = new();
}

/// <summary>Marks endpoints.</summary>
public static class ShowsContentExtensions
{
    /// <summary>Its answer can hold somebody's words, and leaves an event.</summary>
    public static TBuilder ShowsContent<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(Reading.ShowsContent.Here);
}
