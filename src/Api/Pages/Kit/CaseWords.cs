using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.Pages.Kit;

/// <summary>The enumerations of case files as people read them.</summary>
public static class CaseWords
{
    public static string Label(this CaseFileState state) => state switch
    {
        CaseFileState.Open => "Open",
        CaseFileState.Reopened => "Open again",
        CaseFileState.Resolved => "Resolved, to be closed",
        CaseFileState.Closed => "Closed",
        _ => "Not opened",
    };

    public static Tone Tone(this CaseFileState state) => state switch
    {
        CaseFileState.Reopened => Kit.Tone.Warn,
        CaseFileState.Resolved => Kit.Tone.Note,
        CaseFileState.Closed => Kit.Tone.Done,
        _ => Kit.Tone.Plain,
    };

    public static IconName Icon(this CaseFileState state) => state switch
    {
        CaseFileState.Resolved => IconName.Tick,
        CaseFileState.Closed => IconName.Lock,
        _ => IconName.File,
    };

    public static string Label(this ProgrammeKind kind) => kind switch
    {
        ProgrammeKind.StudyGroup => "Study group",
        ProgrammeKind.PeerCounselling => "Peer counselling",
        _ => kind.ToString(),
    };

    /// <summary>As what came: "a voicemail".</summary>
    public static string Label(this Channel channel) => channel switch
    {
        Channel.InPerson => "something said in person",
        Channel.Phone => "a phone call",
        Channel.Video => "a video call",
        Channel.Email => "an e-mail",
        Channel.Text => "a text message",
        Channel.Letter => "a letter",
        Channel.Voicemail => "a voicemail",
        _ => "something else",
    };

    /// <summary>After "agreed" or "did not agree".</summary>
    public static string Label(this ConsentTo to) => to switch
    {
        ConsentTo.Referral => "to be referred",
        ConsentTo.TrustedContact => "to their trusted contact being told",
        _ => "to a record being kept",
    };

    public static string Label(this Involved who) =>
        who == Involved.EmergencyServices ? "Emergency services were" : "A trusted contact was";

    public static string Label(this ResolutionReason reason) => reason switch
    {
        ResolutionReason.SupportComplete => "support complete",
        ResolutionReason.HandedOver => "handed over",
        ResolutionReason.DeclinedHelp => "declined help",
        ResolutionReason.CouldNotBeReached => "could not be reached",
        ResolutionReason.LeftUniversity => "left the university",
        _ => "a duplicate of another file",
    };

    public static string Label(this ReopenReason reason) => reason switch
    {
        ReopenReason.NewContact => "a new contact",
        ReopenReason.SomethingReceived => "something was received",
        ReopenReason.NewEscalation => "a new urgent contact",
        ReopenReason.NewReferral => "a new referral",
        _ => "by hand",
    };

    /// <summary>What had to happen by a deadline, as a noun.</summary>
    public static string Label(this CaseDeadline deadline) => deadline switch
    {
        CaseDeadline.Question => "An answer",
        CaseDeadline.Action => "An action",
        CaseDeadline.Disclosure => "The note of what was shared",
        CaseDeadline.SecondName => "The second senior name",
        CaseDeadline.PlannedContact => "A planned contact",
        CaseDeadline.HandoverAnswer => "An answer to the handover",
        CaseDeadline.HandoverTask => "Finding another supporter",
        CaseDeadline.Closure => "Closing it",
        _ => "Looking in on it again",
    };
}
