using Safeguard.Domain.Referrals;

namespace Safeguard.Domain.Tests.Referrals;

/// <summary>
/// Every state and every command, held against what R22 says. Three letters name the state to which it leads, <c>=</c>
/// says that nothing happens, <c>+</c> that it happens and the state stays, one letter names the refusal.
/// </summary>
[Trait("Rule", "R22")]
public sealed class ReferralTableTests
{
    private const string Expected = """
                     Not  Off  Con  Sen  Rec  Acc  Dec  NoR  See  DNA  Com  Wit
            offer    Off  =    =    =    =    =    =    =    =    =    =    =
            agrees   -    Con  =    =    =    =    =    =    =    =    x    x
            refuses  -    +    Off  +    +    +    +    +    +    +    x    x
            send     -    c    Sen  =    =    =    Sen  Sen  =    =    x    x
            receive  -    n    n    Rec  =    =    =    Rec  =    =    x    x
            accept   -    n    n    Acc  Acc  =    Acc  Acc  =    Acc  x    x
            decline  -    n    n    Dec  Dec  Dec  =    Dec  s    Dec  x    x
            chase    -    n    n    +    +    +    a    +    a    a    x    x
            seen     -    n    n    See  See  See  d    See  =    See  x    x
            absent   -    n    n    DNA  DNA  DNA  d    DNA  s    =    x    x
            helped   -    o    o    o    o    f    f    f    Com  f    =    x
            withdraw -    Wit  Wit  Wit  Wit  Wit  Wit  Wit  Wit  Wit  x    =
            why      -    w    w    w    w    w    w    w    w    w    w    w
            reassign =    +    +    +    +    +    +    +    +    +    =    =
            wake     =    =    =    =    =    =    =    =    =    =    =    =
        """;

    private static readonly Dictionary<string, string> Refusals = new()
    {
        ["-"] = "referral.notThere",
        ["n"] = "referral.notSent",
        ["c"] = "referral.consentMissing",
        ["d"] = "referral.declined",
        ["s"] = "referral.seen",
        ["a"] = "referral.answered",
        ["o"] = "referral.noOutcomeYet",
        ["f"] = "referral.outcome",
        ["w"] = "referral.noDisclosureOwed",
        ["x"] = "referral.over",
    };

    private static readonly Dictionary<string, ReferralState> States = new()
    {
        ["Not"] = ReferralState.NotOffered,
        ["Off"] = ReferralState.Offered,
        ["Con"] = ReferralState.Consented,
        ["Sen"] = ReferralState.Sent,
        ["Rec"] = ReferralState.Received,
        ["Acc"] = ReferralState.Accepted,
        ["Dec"] = ReferralState.Declined,
        ["NoR"] = ReferralState.NoReply,
        ["See"] = ReferralState.Seen,
        ["DNA"] = ReferralState.DidNotAttend,
        ["Com"] = ReferralState.Completed,
        ["Wit"] = ReferralState.Withdrawn,
    };

    public static TheoryData<string, ReferralState, string> Cells
    {
        get
        {
            var cells = new TheoryData<string, ReferralState, string>();
            foreach (var row in Rows.Skip(1))
            {
                foreach (var (state, expected) in Rows[0].Zip(row.Skip(1)))
                    cells.Add(row[0], States[state], Refusals.GetValueOrDefault(expected, expected));
            }

            return cells;
        }
    }

    private static string[][] Rows => [.. Expected.Split('\n').Select(line =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_command_in_every_state_comes_to_what_the_rule_says(
        string command, ReferralState state, string expected)
    {
        var scenario = Scenario.In(state);
        scenario.State.State.ShouldBe(state);
        scenario.When(Commands.ByName[command]);
        Told(scenario, state).ShouldBe(expected);
    }

    [Fact]
    public void The_table_knows_every_state_and_every_command()
    {
        Rows[0].Select(state => States[state]).ShouldBe(Enum.GetValues<ReferralState>(), ignoreOrder: true);
        Rows.Skip(1).Select(row => row[0]).ShouldBe(Commands.ByName.Keys, ignoreOrder: true);
        Commands.ByName.Values.Select(command => command.GetType().Name).Distinct().ShouldBe(
            typeof(Referral).Assembly.GetTypes()
                .Where(type => type.Namespace == typeof(Referral).Namespace && type.GetMethod("Decide") is not null)
                .Select(type => type.Name),
            ignoreOrder: true);
    }

    private static string Told(Scenario scenario, ReferralState before)
    {
        if (scenario.Last.Rejection is { } refusal) return refusal.Code;
        if (scenario.Last.Events.Count == 0) return "=";
        return scenario.State.State == before
            ? "+"
            : States.Single(named => named.Value == scenario.State.State).Key;
    }
}
