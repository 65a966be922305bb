using Safeguard.Api.Commands;
using Safeguard.Domain;
using Safeguard.Domain.Access;
using Safeguard.Domain.People;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Reading;

/// <summary>
/// Runs one command on one person's stream of reading, with what the rules need to know of the records it is about.
/// </summary>
public sealed class AccessCommands(CommandRunner runner, ReadItemKinds kinds, InstitutionDirectory directory)
{
    public delegate Decision<AccessEvent> Decide(AccessHistory history, AccessContext context);

    /// <param name="about">The records the decision is about, besides those whose reviews are owed.</param>
    public Task<Outcome> RunAsync(
        string name, CommandInfo info, Guid stream, Decide decide, params ReadItem[] about) =>
        runner.RunAsync(name, info, async transaction =>
        {
            var loaded = await transaction.LoadAsync(AccessKind.Kind, stream);
            var owed = loaded.State.Unreviewed.Select(glass => glass.Item);
            var context = await ContextAsync(transaction, [.. about, .. owed]);
            RestOnCaller(transaction, context.Caller);
            return await transaction.ApplyAsync(
                AccessKind.Kind, loaded, decide(loaded.State, context), context.Policy.Version);
        });

    /// <summary>
    /// Puts a reading on record: it refuses nothing and is decided on the reader's own stream alone, so it is cheap.
    /// </summary>
    public Task<Outcome> RecordAsync(CommandInfo info, ReadRecord command) =>
        runner.RunAsync(nameof(ReadRecord), info, async transaction =>
        {
            var loaded = await transaction.LoadAsync(AccessKind.Kind, AccessKind.StreamOf(info.Caller.Person));
            var policy = directory.Present.PolicyAt(transaction.Now);
            var context = new AccessContext(info.Caller, transaction.Now, policy, []);
            return await transaction.ApplyAsync(
                AccessKind.Kind, loaded, ReadRecord.Decide(command, loaded.State, context), policy.Version);
        });

    /// <summary>The reviews that somebody owes go to another within a transaction (R4).</summary>
    public async Task PassReviewsOnAsync(Transaction transaction, PersonId from, IEnumerable<Guid> streams)
    {
        foreach (var stream in streams)
        {
            var loaded = await transaction.LoadAsync(AccessKind.Kind, stream);
            var items = loaded.State.Unreviewed.Select(glass => glass.Item).ToList();
            var context = await ContextAsync(transaction, items);
            context = context with { Coordinators = [.. context.Coordinators.Where(person => person != from)] };
            await transaction.ApplyAsync(
                AccessKind.Kind, loaded, ReassignReviews.Decide(new(from), loaded.State, context),
                context.Policy.Version);
        }
    }

    private async Task<AccessContext> ContextAsync(Transaction transaction, IReadOnlyCollection<ReadItem> about)
    {
        var (institution, now, asking) = (directory.Present, transaction.Now, transaction.Info.Caller);
        var caller = asking.Person == PersonId.System
            ? asking
            : institution.Caller(asking.Person, now) ?? new Caller(asking.Person, []);
        var context = new AccessContext(caller, now, institution.PolicyAt(now), institution.Coordinators);
        foreach (var item in about.Distinct())
        {
            if (kinds.Of(item.Kind) is { } kind && await kind.FactsAsync(transaction, caller, item.Id) is { } facts)
                context = context with { Items = context.Items.Add(item, facts) };
        }

        return context;
    }

    private void RestOnCaller(Transaction transaction, Caller caller)
    {
        if (caller.Person == PersonId.System) return;
        var stream = StreamIds.For(Person.StreamType, caller.Person.Value);
        transaction.RestsOn(stream, directory.VersionOf(stream));
    }
}
