namespace Safeguard.Api.Http;

/// <summary>
/// One body for each request that has one, as the description shows it. Every person in it is of the invented
/// institution; a test reads each by the very type that the endpoint reads.
/// </summary>
public static class RequestExamples
{
    private const string Id = "0198f0c2-7d1e-7c3a-9c57-0d6c1f7e4b21";
    private const string OtherId = "0198f0c2-7d1e-7c3a-9c57-0d6c1f7e4b22";

    /// <summary>By the name of the request's type; a request in which nothing needs to be said has none.</summary>
    public static IReadOnlyDictionary<string, object> All { get; } = new Dictionary<string, object>(
        StringComparer.Ordinal)
    {
        ["RaiseBody"] = new
        {
            what = "She has not answered since midnight and said goodbye to a friend.",
            answers = new { inDangerNow = "unsure", planOrMeans = "no", alone = "yes" },
            where = "Third floor, east side",
        },
        ["AdditionRequest"] = new { addition = Id, what = "Her door is open now.", gotWorse = false },
        ["ContactRequest"] = new { mode = "phone", note = "We spoke for twenty minutes." },
        ["BandRequest"] = new { band = "Within24Hours", reason = "A friend stays with her tonight." },
        ["ActionRequest"] = new { action = Id, what = "Ring again at noon", dueBy = "2026-11-20T12:00:00Z" },
        ["CompletionRequest"] = new { note = "She answered at once." },
        ["QuestionRequest"] = new { id = Id, of = "we0031", question = "Has she a key for the side door?" },
        ["AnswerRequest"] = new { answer = "Yes, and the porter has one." },
        ["DisclosureRequest"] = new
        {
            disclosure = Id,
            shared = true,
            what = "Where she lives",
            toWhom = "The ambulance crew",
            why = "To reach her",
            withConsent = false,
        },
        ["EmergencyServicesRequest"] = new { service = "999", note = "Called from the porter's lodge." },
        ["ReasonRequest"] = new { reason = "I have to leave in ten minutes." },
        ["TransferRequest"] = new { to = "we0040", reason = "They know each other." },
        ["HandoverRequest"] = new { to = "we0040", reason = "She asked for somebody she knows." },
        ["SafeForNowRequest"] = new { summary = "With a friend until the morning." },
        ["ClosureRequest"] = new
        {
            summary = "A student needed a person tonight.",
            followUp = "Spoke by phone, then at her door.",
            decisions = new[] { new { decision = "Stayed until a friend came", reason = "She was alone" } },
            outcome = "Safe; sees the counselling service on Monday.",
            told = new[] { "The college dean, that she is safe" },
        },
        ["DebriefRequest"] = new { held = true, note = "Twenty minutes after group." },
        ["ExplanationRequest"] = new { deadline = "RespondBy", reason = "The lift was out of order." },
        ["OfferReferralRequest"] = new
        {
            caseFile = "WX-7K3M",
            service = "university-counselling-service",
            band = "Within72Hours",
            summary = "Sleeps badly since October and would like to talk to somebody weekly.",
        },
        ["ReferralConsentRequest"] = new { given = true, how = "Said so at the end of our talk." },
        ["ReferralSendingRequest"] = new
        {
            what = "Name, number, and that they would like weekly talks.",
            toWhom = "The front desk",
            channel = "email",
        },
        ["ReferralDisclosureRequest"] = new { why = "They could not be asked and were in danger." },
        ["ReferralNoteRequest"] = new { note = "Monday at ten, second floor." },
        ["ReferralOutcomeRequest"] = new { outcome = "withService", note = "Goes on weekly." },
        ["SupervisorRequest"] = new { supervisor = "we0004" },
        ["MemberRequest"] = new { person = "we0102", reason = "The times of this group suit them." },
        ["SessionRequest"] = new { session = Id, day = "2026-11-27", startsAt = "18:00" },
        ["RegisterRequest"] = new
        {
            attendance = new[]
            {
                new { person = "we0102", attendance = "attended", reason = (string?)null },
                new { person = "we0132", attendance = "excused", reason = (string?)"illness" },
            },
            reason = "The two were swapped.",
        },
        ["NoteRequest"] = new { note = "How to end a conversation; WX-7K3M as the example.", sure = "false" },
        ["ContactRequestRequest"] = new { request = Id, words = "Can we talk before Friday?" },
        ["TaskNoteRequest"] = new { note = "We spoke for ten minutes." },
        ["CohortRequest"] = new { name = "Michaelmas 2026, Tuesdays", trainer = "we0004" },
        ["TraineeRequest"] = new { person = "we0612" },
        ["TrainingSessionRequest"] = new
        {
            session = Id,
            day = "2026-11-17",
            minutes = 180,
            topics = new[] { "confidentiality", "effective-questioning" },
            present = new[] { "we0612" },
        },
        ["CatchUpRequest"] = new
        {
            catchUp = Id,
            person = "we0612",
            day = "2026-11-19",
            minutes = 60,
            topics = new[] { "referrals" },
            reason = "Was ill on the day.",
        },
        ["TrainingCorrectionRequest"] = new
        {
            day = "2026-11-17",
            minutes = 120,
            topics = new[] { "confidentiality" },
            present = new[] { "we0612" },
            reason = "It ended an hour early.",
        },
        ["TrainerRequest"] = new { trainer = "we0001", reason = "The former trainer is on leave." },
        ["AgreementRequest"] = new { agreement = "confidentiality", version = "2026" },
        ["ActivationRequest"] = new { panel = "alder-college", group = "g10" },
        ["CurriculumRequest"] = new
        {
            sessions = 10,
            minutesPerSession = 180,
            topics = new[] { new { id = "confidentiality", words = "Confidentiality" } },
            reason = "The yearly review.",
        },
        ["RotaRequest"] = new
        {
            shifts = new[]
            {
                new
                {
                    shift = Id, duty = "First", person = "we0014",
                    starts = "2026-11-20T18:00", ends = "2026-11-27T18:00",
                },
            },
        },
        ["CoverRequest"] = new { by = "we0015", from = "2026-11-21T18:00:00Z", until = "2026-11-22T09:00:00Z" },
        ["SwapRequest"] = new { one = Id, other = OtherId },
        ["PersonRequest"] = new { name = "Noor Example", email = "noor@university.example", phone = "07700 900123" },
        ["DetailsRequest"] = new { name = "Noor Example", email = "noor@university.example", phone = "07700 900123" },
        ["RoleRequest"] = new { role = "SeniorMember", panel = "alder-college" },
        ["ConflictDeclarationRequest"] = new { conflict = Id, towards = "we0102", ground = "Tutor" },
        ["SignInRequest"] = new { issuer = "https://sso.university.example", subject = "a1b2c3" },
        ["StartProgrammeRequest"] = new { kind = "Listening" },
        ["PanelRequest"] = new { name = "Alder College", kind = "College" },
        ["TermRequest"] = new { term = "Michaelmas 2026", starts = "2026-10-11", ends = "2026-12-05" },
        ["ServiceRequest"] = new
        {
            name = "Nightline",
            kind = "StudentGroup",
            inside = true,
            contact = "01632 960103",
            opens = "every day 20:00-08:00",
            urgent = false,
        },
        ["PolicyRequest"] = new
        {
            policy = new { questionWithin = "PT12H" },
            effectiveFrom = "2027-01-10T00:00:00Z",
            reason = "Questions waited too long over Christmas.",
        },
        ["BreakGlassRequest"] = new { item = "4T9Q", reason = "Their flatmate is with me and asks what to do now." },
        ["BreakGlassReviewRequest"] = new { outcome = "justified", words = "Nobody of the panel could be reached." },
        ["SampleRequest"] = new
        {
            id = Id,
            panel = "alder-college",
            seed = "2026",
            size = "5",
            from = "2026-11-01",
            to = "2026-12-01",
        },
        ["FindingRequest"] = new
        {
            id = Id,
            item = "4T9Q",
            kind = "concern",
            words = "The reason for the late acknowledgement was given a week afterwards.",
            @event = "12",
        },
        ["TokenRequest"] = new { person = "we0014" },
        ["ClockRequest"] = new { advance = "PT15M" },
    };
}
