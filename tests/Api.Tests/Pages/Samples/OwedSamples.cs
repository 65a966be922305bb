using Safeguard.Api.Escalations;
using Safeguard.Api.Home;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Api.SignIn;
using Safeguard.Domain;
using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Tests.Pages.Samples;

/// <summary>What somebody owes an answer to, and what was typed when a session ended or the server failed.</summary>
public static class OwedSamples
{
    private const string Id = "0193451e-7c00-7a41-9d3e-52c1a4c0f7d2";

    private static readonly AskedView Asked = new(
        Id, "0193451e-7c00-7a41-9d3e-52c1a4c0f7d3", "Senior Member", "Which staircase, and is anyone else with you?",
        Night.At("02:29:50"), Night.At("2026-11-21T02:29:50"));

    private static readonly ToDoView ToDo = new(
        Id, "0193451e-7c00-7a41-9d3e-52c1a4c0f7d4", "Ask the lodge to keep the gate open", Night.At("03:00"));

    private static readonly ReceiptStatus Seen = new(
        "4T9Q-2M7K", ReceiptStage.SeenByAPerson, Band.Immediate, Night.At("02:14:07"), SeenAt: Night.At("02:26:31"),
        SeenBy: null, ActedOnAt: null, FinishedAt: null, MorePeopleAt: [], ThenEvery: null, DebriefBy: null);

    private static readonly KeptForm Kept = new(
        "/raise",
        [
            new("id", Id), new("what", "Their door is open and I am outside it.\n\nPlease come."),
            new("inDangerNow", "yes"), new("where", "Staircase 4, second floor"),
        ]);

    public static IReadOnlyList<Sample> All { get; } =
    [
        Sample.Of<HomePage, HomeView>("home-asked", new() { Questions = [Asked], Receipts = [] }, Night.Supporter),
        Sample.Of<ReceiptPage, ReceiptView>("receipt-asked", new(Id, Seen) { Questions = [Asked] }, Night.Supporter),
        Sample.Of<OwedPage, OwedView>("owed", new([Asked], [ToDo]), Night.Supporter),
        Sample.Of<OwedPage, OwedView>("owed-done", new([], []), Night.Supporter),
        Sample.Of<OwedPage, OwedView>("owed-refused", new([Asked], []) { Refused = NotAnswered }, Night.Supporter),
        Sample.Of<SignInAgainPage, SignInAgainView>("sign-in-again", new("/sign-in", Kept), Night.Nobody),
        Sample.Of<SignInAgainPage, SignInAgainView>("sign-in-again-empty", new("/sign-in", null), Night.Nobody),
        Sample.Of<SignedInPage, SignedInView>("signed-in", new(), Night.Supporter),
        Sample.Of<SignInPage, SignInView>(
            "sign-in-search",
            new()
            {
                Doors = [new("we0102", "Jamal Smith-Jones", "Supporter", "Alder College")],
                Search = new("zielinski", [new("we0014", "Nguyễn Zielinski", "Senior Member", "Alder College")]),
                ReturnTo = "/queue",
                TimedOut = true,
            },
            Night.Nobody),
        Sample.Of<ErrorPage, ErrorView>(
            "error-kept",
            new(ErrorKind.Ours, "7f20419")
            {
                Detail = "We can’t save anything just now. If someone is in danger, phone now; then try again.",
                Code = "database.unreachable",
                Kept = Kept,
            },
            Night.Supporter),
    ];

    private static Refused NotAnswered { get; } = new(
        Asked.Form, [new("answer", "Write your answer")], new Dictionary<string, string>(StringComparer.Ordinal));
}
