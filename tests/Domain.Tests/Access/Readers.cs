using System.Collections.Immutable;
using Safeguard.Domain.Access;
using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.Tests.Access;

/// <summary>People who read, at noon on Friday 20 November 2026, and what has happened to one of them.</summary>
internal sealed record Readers(Caller Caller, AccessHistory History, DateTimeOffset Now)
{
    public static readonly ReadItem Item = new("escalation", new("0198f0c2-7d1e-7c3a-9c57-0d6c1f7e4b21"));
    public static readonly ReadItem Other = new("escalation", new("0198f0c2-7d1e-7c3a-9c57-0d6c1f7e4b22"));
    public static readonly Guid Glass = new("0198f0c2-7d1e-7c3a-9c57-0d6c1f7e4b23");
    public static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    public static readonly Confidential Words = new("Because.");

    public static readonly Caller Senior = new(new("senior"), [new(Role.SeniorMember, new("beech-college"))]);
    public static readonly Caller Supervisor = new(new("supervisor"), [new(Role.Supervisor, null)]);
    public static readonly Caller Supporter = new(new("supporter"), [new(Role.Supporter, new("alder-college"))]);
    public static readonly Caller First = new(new("coordinator1"), [new(Role.Coordinator, null)]);
    public static readonly Caller Second = new(new("coordinator2"), [new(Role.Coordinator, null)]);
    public static readonly Caller Auditor = new(new("auditor"), [new(Role.Auditor, null)]);
    public static readonly PersonId Owner = new("owner");
    public static readonly PersonId Raiser = new("raiser");

    public static Readers Start { get; } = new(Senior, AccessHistory.Aggregate.Initial, Noon);

    /// <summary>A Senior Member broke glass at noon, and the first Coordinator owes the review.</summary>
    public static Readers Opened { get; } = Start.Then(Open());

    public ItemFacts? Facts { get; init; } = new(Owner, [Raiser], Conflicted: [], CallerReads: false);
    public PersonId[] Coordinators { get; init; } = [First.Person, Second.Person];
    public Policy Policy { get; init; } = Policy.Default;

    public AccessContext Context => new(Caller, Now, Policy, Coordinators)
    {
        Items = Facts is null ? [] : AllItems.ToImmutableDictionary(item => item, _ => Facts),
    };

    private static ReadItem[] AllItems => [Item, Other];

    public static BreakGlassOpened Open(ReadItem? item = null, Guid? glass = null) => new(
        Senior.Person, glass ?? Glass, item ?? Item, Words, Noon.AddMinutes(60), First.Person,
        new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero), [Owner, First.Person, Second.Person]);

    public Readers As(Caller caller) => this with { Caller = caller };

    public Readers At(DateTimeOffset moment) => this with { Now = moment };

    public Readers Later(double minutes) => this with { Now = Now.AddMinutes(minutes) };

    /// <summary>What happened, at this moment.</summary>
    public Readers Then(params AccessEvent[] happened) => this with
    {
        History = happened.Aggregate(History, (history, one) => AccessHistory.Aggregate.Evolve(
            history, one, new Stamp(Caller.Person, null, Now, Now, 0))),
    };
}
