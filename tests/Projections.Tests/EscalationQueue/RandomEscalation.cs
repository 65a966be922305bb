using Safeguard.Domain;
using Safeguard.Domain.Escalations;
using Safeguard.Domain.Programmes;
using Safeguard.EventStore;
using Safeguard.Projections.EscalationQueue;
using Safeguard.Projections.Events;
using Safeguard.TestSupport;

namespace Safeguard.Projections.Tests.EscalationQueue;

/// <summary>
/// One escalation that lives through seeded commands and wake-ups by the Domain's own rules, each appended with its
/// rows as the product does it.
/// </summary>
internal sealed class RandomEscalation(TestInstitution institution, SubjectKeys keys, Random random)
{
    private static readonly PanelId Panel = new("alder-college");
    private static readonly Caller Raiser = new(new("we0102"), [new(Role.Supporter, Panel)]);
    private static readonly Caller First = new(new("we0014"), [new(Role.SeniorMember, Panel)]);
    private static readonly Caller Deputy = new(new("we0015"), [new(Role.SeniorMember, Panel)]);
    private static readonly Caller Coordinator = new(new("we0007"), [new(Role.Coordinator, null)]);
    private static readonly Confidential Words = new("Words that nobody may find in a table.");

    private static readonly Cover Cover = new(
        First.Person, Deputy.Person, [First.Person, Deputy.Person], new PersonId("we0004"), [Coordinator.Person], [],
        NextSupervision: null);

    private readonly DataKey _key = keys.Create(Guid.Empty).Key;
    private EscalationMemory _memory = EscalationMemory.NotRaised;
    private DateTimeOffset _now = Given.Now;

    /// <summary>Nothing further happens to it before.</summary>
    public DateTimeOffset Now => _now;

    public Guid Id { get; } = new(random.Next(), 0, 0, new byte[8]);

    /// <summary>Raises it and does so many more things, whatever becomes of each.</summary>
    public async Task LiveAsync(int moves)
    {
        var raise = new RaiseEscalation(
            Raiser.Person, "4T9Q-2M7K", Words, random.Next(3) == 0, Answers.None, (Band)random.Next(5), Panel, null,
            null, null, [], Guid.NewGuid());
        await DoAsync(Raiser, (state, context) => RaiseEscalation.Decide(raise, state, context));
        for (var move = 0; move < moves; move++)
        {
            var next = Escalation.NextWakeUp(_memory.State);
            if (next is { } due && random.Next(2) == 0)
            {
                _now = due > _now ? due : _now;
                await DoAsync(Caller.System, (state, context) => WakeEscalation.Decide(new(), state, context));
                continue;
            }

            _now += TimeSpan.FromMinutes(random.Next(20));
            var (by, decide) = AnyMove();
            await DoAsync(by, decide);
        }
    }

    private (Caller, Func<Escalation, EscalationContext, Decision<EscalationEvent>>) AnyMove()
    {
        var somebody = new[] { First, Deputy, Raiser, Coordinator }[random.Next(4)];
        var id = new Guid(random.Next(3) + 1, 0, 0, new byte[8]);
        return (somebody, random.Next(11) switch
        {
            0 or 1 => (state, context) => AcknowledgeEscalation.Decide(new(), state, context),
            2 or 3 => (s, c) => RecordContact.Decide(new(ContactMode.Phone, Words), s, c),
            4 => (s, c) => RecordSafeForNow.Decide(new(Words), s, c),
            5 => (s, c) => AskQuestion.Decide(new(id, First.Person, Words), s, c with { Named = First }),
            6 => (s, c) => AnswerQuestion.Decide(new(id, Words), s, c),
            7 => (s, c) => CloseEscalation.Decide(new(Words, Words, [new(Words, Words)], Words, [Words]), s, c),
            8 => (s, c) => AddToEscalation.Decide(new(Guid.NewGuid(), Words, random.Next(2) == 0), s, c),
            9 => (s, c) => ReleaseEscalation.Decide(new(null), s, c),
            _ => (s, c) => RecordDebrief.Decide(new(Held: true, Words), s, c),
        });
    }

    private async Task DoAsync(Caller by, Func<Escalation, EscalationContext, Decision<EscalationEvent>> decide)
    {
        var decision = decide(_memory.State, new(by, _now, Policy.Default, Cover));
        if (decision.Events.Count == 0) return;
        var stamp = new Stamp(by.Person, by.Roles.Count == 0 ? null : by.Roles[0].Role, _now, _now, PolicyVersion: 0);
        var before = _memory;
        _memory = decision.Events.Aggregate(before, (folded, e) => EscalationMemory.Evolve(folded, e, stamp));
        var append = new Append(Guid.NewGuid(), by.Person.Value, _now,
        [
            new(Id, "escalation", before.Row.Version,
                [.. decision.Events.Select(e => EventCodec.Encode(e, stamp, Id, Guid.NewGuid(), _key))]),
        ])
        { Rows = EscalationReadModels.Writes(Id, before, _memory) };
        (await institution.Log.AppendAsync(append)).ShouldBeOfType<Appended>();
    }
}
