using FsCheck;
using FsCheck.Fluent;
using Safeguard.Domain.Escalations;
using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.Tests.Escalations;

/// <summary>Any cover, any words, any policy. A failure prints the seed that makes the same ones again.</summary>
internal static class Arbitrary
{
    public static readonly Caller[] Everybody =
    [
        People.Raiser, People.Duty, People.Deputy, People.Senior, People.Supervisor, People.Coordinator,
        People.SecondCoordinator, People.OtherSupporter, People.OtherSenior, People.OtherSupervisor,
    ];

    private static readonly Gen<PersonId> Anybody = Gen.Elements(Everybody.Select(person => person.Person).ToArray());
    private static readonly Gen<PersonId?> PerhapsAnybody = Perhaps(Anybody);

    private static readonly Gen<PersonId[]> SomePeople =
        from count in Gen.Choose(0, 4)
        from people in Anybody.ArrayOf(count)
        select people;

    public static Gen<Cover> Covers { get; } =
        from first in PerhapsAnybody
        from deputy in PerhapsAnybody
        from seniors in SomePeople
        from supervisor in PerhapsAnybody
        from coordinators in SomePeople
        from conflicted in SomePeople
        from gone in SomePeople
        from session in Gen.Choose(-5, 30)
        select new Cover(
            first,
            deputy,
            seniors,
            supervisor,
            coordinators,
            conflicted,
            session < 0 ? null : Scenario.FridayNight.AddDays(session))
        { Gone = gone };

    /// <summary>Numbers that an institution may choose, mistakes among them.</summary>
    public static Gen<Policy> Policies { get; } =
        from rungs in Gen.Choose(0, 40).ListOf(4)
        from repeat in Gen.Choose(-5, 40)
        from task in Gen.Choose(-5, 3_000)
        from days in Gen.Choose(-1, 4)
        select Policy.Default with
        {
            Version = 1,
            RungsAfter = [.. rungs.Skip(repeat % 5 == 0 ? 3 : 0).Select(minutes => TimeSpan.FromMinutes(minutes))],
            RepeatEvery = TimeSpan.FromMinutes(repeat),
            FollowUpEvery = TimeSpan.FromMinutes(task),
            AcknowledgeWithin72HoursWorkingDays = days,
            CloseWithinWorkingDays = days,
        };

    public static Gen<Band?> Bands { get; } = Gen.Choose(-1, 4).Select(band => band < 0 ? (Band?)null : (Band)band);

    public static Gen<RaiseEscalation> Raises { get; } =
        from what in Gen.Elements<string?>(null, "", " \t", "Words", new string('x', 60_000), "\u0000\ud800 odd")
        from place in Gen.Elements<string?>(null, null, "Somewhere")
        from now in Gen.Elements(true, false, false)
        from danger in AnyAnswer
        from means in AnyAnswer
        from alone in AnyAnswer
        from band in Bands
        from panel in Gen.Elements<PanelId?>(null, People.Panel, People.OtherPanel)
        from raiser in Anybody
        from facts in Gen.Elements<string[]>([], ["raiser.lapsed"], ["raiser.suspended", "raiser.left"])
        from addition in Gen.Choose(500, 510)
        select Commands.Raise(
            band,
            what,
            now,
            new(danger, means, alone),
            panel,
            raiser,
            Commands.Id(addition),
            place) with
        { Facts = facts };

    private static Gen<Answer?> AnyAnswer => Gen.Elements<Answer?>(null, Answer.Yes, Answer.No, Answer.Unsure);

    private static Gen<PersonId?> Perhaps(Gen<PersonId> people) =>
        from there in Gen.Elements(true, true, false)
        from person in people
        select there ? person : (PersonId?)null;
}
