namespace Safeguard.Domain.Access;

/// <summary>Something that happened to a person's way in, or that they looked at.</summary>
public abstract record AccessEvent(PersonId Person);

/// <summary>The university vouched for somebody whom the programme knows, and who may not come in any more.</summary>
public sealed record SignInRefused(PersonId Person) : AccessEvent(Person);

/// <summary>
/// Somebody's words were about to be shown to this person. It is on record before the first of them is (R17).
/// </summary>
public sealed record RecordRead(PersonId Person, ReadItem Item, ReadPurpose Purpose) : AccessEvent(Person);

/// <summary>
/// Somebody looked for a student by name, and for what; it is on record before anything is shown (R17).
/// </summary>
/// <param name="Found">What they were shown; whom they looked for is not kept.</param>
public sealed record StudentsSearched(PersonId Person, Confidential Purpose, IReadOnlyList<ReadItem> Found)
    : AccessEvent(Person);

/// <summary>Something of a break-glass.</summary>
/// <param name="Person">Who opened it: it is in their stream.</param>
public abstract record BreakGlassEvent(PersonId Person, Guid BreakGlass) : AccessEvent(Person);

/// <summary>A record outside the person's scope is open to them for a while.</summary>
/// <param name="Reviewer">The Coordinator who owes the review.</param>
/// <param name="Told">Who is told at once: the record's owner and the Coordinators.</param>
public sealed record BreakGlassOpened(
    PersonId Person, Guid BreakGlass, ReadItem Item, Confidential Reason, DateTimeOffset Until, PersonId Reviewer,
    DateTimeOffset ReviewBy, IReadOnlyList<PersonId> Told) : BreakGlassEvent(Person, BreakGlass);

/// <summary>What somebody else made of it. It is said once and stays.</summary>
public sealed record BreakGlassReviewed(
    PersonId Person, Guid BreakGlass, BreakGlassOutcome Outcome, Confidential Words)
    : BreakGlassEvent(Person, BreakGlass);

/// <summary>Nobody reviewed it in time.</summary>
public sealed record BreakGlassReviewLate(
    PersonId Person, Guid BreakGlass, TimeSpan LateBy, DateTimeOffset RemindedNextAt)
    : BreakGlassEvent(Person, BreakGlass);

/// <summary>Whoever owed the review cannot do it any more (R4).</summary>
public sealed record BreakGlassReviewReassigned(PersonId Person, Guid BreakGlass, PersonId From, PersonId To)
    : BreakGlassEvent(Person, BreakGlass);
