namespace Safeguard.Api.Http;

/// <summary>Bodies of the requests of case files, which <see cref="RequestExamples"/> shows with all others.</summary>
internal static class CaseFileExamples
{
    private const string Id = "0198f0c2-7d1e-7c3a-9c57-0d6c1f7e4b21";

    public static IReadOnlyDictionary<string, object> All { get; } = new Dictionary<string, object>(
        StringComparer.Ordinal)
    {
        ["OpenCaseFileRequest"] = new { supporter = "we0102", panel = "alder-college", kind = "listening" },
        ["IdentityRequest"] = new { name = "Noor Example", reach = "07700 900123", trustedContact = "Her sister" },
        ["ConsentRequest"] = new { to = "referral", given = true, how = "Said so on the phone." },
        ["LogContactRequest"] = new
        {
            contact = Id,
            mode = "inPerson",
            minutes = 40,
            topics = new[] { "Anxiety" },
            note = "We talked about the first weeks.",
        },
        ["CorrectContactRequest"] = new
        {
            correction = Id,
            mode = "inPerson",
            minutes = 50,
            note = "We talked about the first weeks, and about home.",
            reason = "I had left out the end.",
        },
        ["PlanContactRequest"] = new { contact = Id, mode = "phone", at = "2026-11-27T12:00:00Z" },
        ["SignpostRequest"] = new { signpost = Id, service = "samaritans", note = "For the nights." },
        ["AttachmentRequest"] = new
        {
            attachment = Id,
            channel = "voicemail",
            from = "A parent",
            words = "She did not sound like herself. Please ring me.",
        },
        ["InvolvementRequest"] = new { who = "emergencyServices", note = "An ambulance came at nine." },
        ["CaseDisclosureRequest"] = new
        {
            disclosure = Id,
            shared = true,
            what = "Where she lives",
            toWhom = "The ambulance crew",
            why = "To reach her",
            withConsent = false,
        },
        ["GroundsRequest"] = new { grounds = "Nobody else could have reached her that night." },
        ["GoalRequest"] = new { goal = Id, what = "Goes to one seminar a week", by = "2026-12-04" },
        ["ResolutionRequest"] = new
        {
            reason = "supportComplete",
            summary = "Came to talk about the first weeks away from home.",
            followUp = "Four conversations; the last three weeks apart.",
            decisions = new[] { new { decision = "No referral", reason = "She did not want one" } },
            outcome = "Settled, and knows where to turn to.",
            told = new[] { "Nobody" },
        },
        ["ClosingNoteRequest"] = new { note = "Read it whole; nothing is left open." },
        ["StudentSearchRequest"] = new { student = "Ada Example", purpose = "A relative rang and asks who helps." },
        ["RestrictionRequest"] = new { named = new[] { "we0014" }, reason = "It names somebody of the programme." },
    };
}
