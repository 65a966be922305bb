using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;
using Safeguard.Projections.CaseFiles;

namespace Safeguard.Projections.Tests.CaseFiles;

/// <summary>
/// A list shows a file to exactly those to whom its page shows it: its row and its state, held against each other.
/// </summary>
public sealed class CaseFileVisibilityTests
{
    private const int Seed = 20261120;
    private const int Files = 20_000;

    private static readonly PanelId Alder = new("alder-college");
    private static readonly PanelId Law = new("law");

    private static readonly Caller[] Everybody =
    [
        new(new("we0102"), [new(Role.Supporter, Alder)]), new(new("we0105"), [new(Role.Supporter, Law)]),
        new(new("we0014"), [new(Role.SeniorMember, Alder)]), new(new("we0016"), [new(Role.SeniorMember, Law)]),
        new(new("we0004"), [new(Role.Supervisor, null)]), new(new("we0007"), [new(Role.Coordinator, null)]),
        new(new("we0012"), [new(Role.DataProtection, null)]), new(new("we0010"), [new(Role.Auditor, null)]),
        new(new("we0020"), [new(Role.Supporter, Alder), new(Role.Coordinator, null)]),
    ];

    [Fact, Trait("Rule", "R13"), Trait("Rule", "R15")]
    public void A_row_is_seen_by_exactly_those_who_may_see_the_state_of_its_file()
    {
        var random = new Random(Seed);
        var seen = 0;
        for (var one = 0; one < Files; one++)
        {
            var (state, circle) = (RandomFile(random), RandomCircle(random));
            var row = CaseFileRow.Of(Guid.Empty, state, version: 1);
            foreach (var caller in Everybody)
            {
                var may = CaseFileAccess.MaySeeState(caller, state, circle);
                row.MayBeSeenBy(
                    caller, circle.Conflicted, circle.OwnersSupervisor == caller.Person,
                    circle.Escalations.Any(about => about.SeniorMember == caller.Person))
                    .ShouldBe(may, $"file {one} of seed {Seed}, {caller.Person}: {state.State}");
                if (may) seen++;
            }
        }

        seen.ShouldBeInRange(Files, (Everybody.Length - 1) * Files);
    }

    private static CaseFile RandomFile(Random random)
    {
        var state = (CaseFileState)random.Next(1, 5);
        return CaseFile.NotOpened with
        {
            State = state,
            Code = "WX-7K3M",
            Owner = Anybody(random),
            Panel = Panel(random),
            HomePanel = random.Next(3) == 0 ? Panel(random) : null,
            Offer = Perhaps(random) is { } to ? new(to, default) : null,
            Closing = state == CaseFileState.Resolved ? new(Anybody(random), default, default) : null,
            ClosedBy = state == CaseFileState.Closed ? Anybody(random) : null,
            ToldOfReopening = state == CaseFileState.Reopened ? [Anybody(random)] : [],
            Restricted = random.Next(2) == 0,
            NamedReaders = [Anybody(random)],
            SubjectPerson = Perhaps(random),
            Alleged = Perhaps(random) is { } alleged ? [alleged] : [],
            Declared = Perhaps(random) is { } declared ? [declared] : [],
        };
    }

    private static CaseCircle RandomCircle(Random random) => CaseCircle.Nobody with
    {
        OwnersSupervisor = Perhaps(random),
        Conflicted = Perhaps(random) is { } conflicted ? [conflicted] : [],
        Escalations = Perhaps(random) is { } senior ? [new(Guid.Empty, true, Band.Immediate, senior)] : [],
    };

    private static PersonId Anybody(Random random) => Everybody[random.Next(Everybody.Length)].Person;

    private static PersonId? Perhaps(Random random) => random.Next(4) == 0 ? Anybody(random) : null;

    private static PanelId Panel(Random random) => random.Next(2) == 0 ? Alder : Law;
}
