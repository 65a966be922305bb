using System.Security.Cryptography;
using Safeguard.Api.Commands;
using Safeguard.Domain;
using Safeguard.Domain.Escalations;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;
using Safeguard.Projections.EscalationQueue;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Escalations;

/// <summary>
/// Runs a raise. It rests on no other stream and waits for nothing but its own commit: whatever else is broken, stale
/// or unknown, the raise goes through (R1).
/// </summary>
public sealed class Raising(
    CommandRunner runner, EscalationCommands escalations, InstitutionDirectory directory, EscalationRows queue,
    IEventLog log, EventCodec codec, TimeProvider clock)
{
    /// <summary>
    /// Tries at a short code nobody has; of 650 000 codes about one in a thousand is taken in a busy year.
    /// </summary>
    private const int CodeAttempts = 5;

    /// <summary>Raises what a form or a JSON body says, field by field.</summary>
    public Task<(Outcome Outcome, RaiseAnswer? Raised)> RaiseAsync(Caller caller, Guid id, Func<string,
        string?> field) =>
        RaiseAsync(id, caller, RaiseRequest.Read(field, directory.Present, clock.GetUtcNow()));

    public async Task<(Outcome Outcome, RaiseAnswer? Raised)> RaiseAsync(Guid id, Caller caller, RaiseRequest request)
    {
        var raiser = caller.Person;
        var receipt = await FreeReceiptAsync(clock.GetUtcNow());
        var outcome = await RunAsync(id);
        // Somebody else's id: theirs stays theirs, and this raise gets one of its own rather than a refusal.
        if (outcome is Rejected { Rejection: IdTaken or IdInUse })
            outcome = await RunAsync(id = StreamIds.For("escalation", $"{raiser}/{id}"));
        return (outcome, outcome is Done ? await FirstAnswerAsync(id) : null);

        Task<Outcome> RunAsync(Guid stream)
        {
            // The client's id makes a repeat of the same words; a repeat with others must still be heard, so the
            // command is as much its words as its id.
            var command = new CommandInfo(Guid.CreateVersion7(), caller,
                caller.Roles.Count == 0 ? null : caller.Roles[0].Role)
            {
                OccurredAt = request.OccurredAt,
            };
            return runner.RunAsync(nameof(RaiseEscalation), command, transaction =>
                RaiseAsync(transaction, stream, caller, request, receipt));
        }
    }

    /// <summary>The same within a transaction whose own decision set it off: it is never a second click (R5).</summary>
    public async Task<Rejection?> RaiseAsync(Transaction transaction, Guid id, Caller raiser, RaiseRequest request) =>
        await RaiseAsync(transaction, id, raiser, request, await FreeReceiptAsync(transaction.Now));

    private async Task<Rejection?> RaiseAsync(
        Transaction transaction, Guid stream, Caller caller, RaiseRequest request, string receipt)
    {
        var institution = directory.Present;
        var raiser = caller.Person;
        var panel = request.Panel ?? institution.Person(raiser)?.OwnPanel;
        var loaded = await transaction.LoadAsync(EscalationKind.Kind, stream);
        var about = loaded.Version > 0
            ? loaded.State.State
            : loaded.State.State with { Raiser = raiser, Panel = panel, CaseFile = request.CaseFile };
        var context = escalations.ContextFor(caller, about, stream, transaction.Now);
        var command = new RaiseEscalation(
            raiser, receipt, Confidential.From(request.What), request.EmergencyNow, request.Answers, request.Band,
            panel, request.CaseFile, Confidential.From(request.Where), request.AsTyped,
            institution.RaiserFacts(raiser, panel, transaction.Now), Guid.CreateVersion7());
        var decision = RaiseEscalation.Decide(command, loaded.State.State, context);
        return await transaction.ApplyAsync(EscalationKind.Kind, loaded, decision, context.Policy.Version);
    }

    /// <summary>
    /// The answer as it was given the first time, whatever has happened since: made of the raise's own events.
    /// </summary>
    private async Task<RaiseAnswer> FirstAnswerAsync(Guid id)
    {
        var history = await ReadBackAsync(id);
        var raised = (EscalationRaised)history[0].Event;
        var at = history[0].Stamp.RecordedAt;
        var first = history.TakeWhile(recorded => recorded.Stamp.RecordedAt == at).ToList();
        return new(
            id, raised.Receipt, raised.Band, EscalationState.Raised, at, raised.AcknowledgeBy, raised.RespondBy,
            [.. first.Select(recorded => recorded.Event).OfType<PageSent>().SelectMany(page => page.To).Distinct()],
            raised.Facts,
            [.. directory.Present.EmergencyNumbers.Select(number => new EmergencyNumberAnswer(number.Name,
                number.Number))]);
    }

    /// <exception cref="DurabilityUnknownException">
    /// It is stored, but the database went away before the answer could be made: sent again it gets its answer.
    /// </exception>
    private async Task<IReadOnlyList<Recorded>> ReadBackAsync(Guid id)
    {
        try
        {
            return await codec.DecodeAsync(
                await log.ReadStreamAsync(id, 0, CancellationToken.None), CancellationToken.None);
        }
        catch (Npgsql.NpgsqlException gone)
        {
            throw new DurabilityUnknownException("It was stored, and its answer could not be read.", gone);
        }
    }

    /// <summary>
    /// A receipt whose short code is free. A raise never waits for it: when in doubt the last try is taken.
    /// </summary>
    private async Task<string> FreeReceiptAsync(DateTimeOffset now)
    {
        var receipt = "";
        for (var attempt = 0; attempt < CodeAttempts; attempt++)
        {
            receipt = ReceiptCode.From(RandomNumberGenerator.GetBytes(ReceiptCode.RandomBytes));
            try
            {
                if (!await queue.IsShortCodeTakenAsync(receipt[..4], now, CancellationToken.None)) break;
            }
            catch (Npgsql.NpgsqlException)
            {
                break;
            }
        }

        return receipt;
    }
}
