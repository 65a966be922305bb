using System.Collections.Immutable;
using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.Access;

/// <summary>What the rules of reading need and the person's stream does not hold.</summary>
/// <param name="Coordinators">Those who can be told and can review at this moment, in the order of their ids.</param>
public sealed record AccessContext(
    Caller Caller, DateTimeOffset Now, Policy Policy, IReadOnlyList<PersonId> Coordinators)
{
    /// <summary>What is known of each record that the decision is about; one that is not here does not exist.</summary>
    public ImmutableDictionary<ReadItem, ItemFacts> Items { get; init; } =
        ImmutableDictionary<ReadItem, ItemFacts>.Empty;

    public InstitutionCalendar Calendar => InstitutionCalendar.Of(Policy);

    /// <summary>The Coordinator who reviews what that person opened; the product itself where there is none.</summary>
    public PersonId ReviewerOf(ReadItem item, PersonId opener) =>
        Coordinators.FirstOrDefault(coordinator => MayReview(coordinator, item, opener), PersonId.System);

    /// <summary>Neither who opened it, nor anybody to whom the record is not to be known (R15).</summary>
    public bool MayReview(PersonId coordinator, ReadItem item, PersonId opener) =>
        coordinator != opener && !(Items.GetValueOrDefault(item)?.IsKeptFrom(coordinator) ?? false);
}

/// <summary>What the rules need to know of a record somebody wants to read.</summary>
/// <param name="OwnOf">Whose own it is (an escalation's raiser): they have another way to see it.</param>
/// <param name="Conflicted">From whom a conflict of interest keeps it (R15).</param>
/// <param name="CallerReads">The caller may read it without breaking anything.</param>
public sealed record ItemFacts(
    PersonId Owner, IReadOnlyList<PersonId> OwnOf, IReadOnlyList<PersonId> Conflicted, bool CallerReads)
{
    public bool IsKeptFrom(PersonId person) => Conflicted.Contains(person) || OwnOf.Contains(person);
}
