using Safeguard.Api.Pages.Kit;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Referrals;

namespace Safeguard.Api.Referrals;

/// <summary>The enumerations of referrals as people read them.</summary>
public static class ReferralWords
{
    /// <summary>Ways by which nothing is ever sent to a service.</summary>
    private static readonly Channel[] NoWayToSend = [Channel.Voicemail];

    public static string Label(this ReferralState state) => state switch
    {
        ReferralState.NoReply => "No reply",
        ReferralState.DidNotAttend => "Did not attend",
        _ => state.ToString(),
    };

    public static Tone Tone(this ReferralState state) => state switch
    {
        ReferralState.Declined or ReferralState.NoReply or ReferralState.DidNotAttend => Pages.Kit.Tone.Warn,
        ReferralState.Completed => Pages.Kit.Tone.Done,
        ReferralState.Withdrawn => Pages.Kit.Tone.Plain,
        _ => Pages.Kit.Tone.Note,
    };

    public static IconName Icon(this ReferralState state) => state switch
    {
        ReferralState.Declined or ReferralState.DidNotAttend or ReferralState.Withdrawn => IconName.Cross,
        ReferralState.NoReply => IconName.Clock,
        ReferralState.Accepted or ReferralState.Seen or ReferralState.Completed => IconName.Tick,
        _ => IconName.Arrow,
    };

    public static string Label(this ReferralOutcome outcome) => outcome switch
    {
        ReferralOutcome.Helped => "The service helped",
        ReferralOutcome.WithService => "The student stays with the service",
        ReferralOutcome.NotHelped => "The service could not help",
        ReferralOutcome.NotKnown => "The service took them on; more is not known",
        ReferralOutcome.DidNotAttend => "The student did not come",
        ReferralOutcome.DeclinedByService => "The service declined",
        ReferralOutcome.NoReply => "The service never answered",
        _ => "Withdrawn",
    };

    /// <summary>What its owner is waited for, verb first.</summary>
    public static string Label(this ReferralTask task) => task switch
    {
        ReferralTask.AskConsent => "Ask the student whether they agree",
        ReferralTask.Send => "Send it",
        ReferralTask.Reply => "Get an answer from the service",
        ReferralTask.Seen => "Find out whether they were seen",
        ReferralTask.NextStep => "Find another way",
        ReferralTask.Disclosure => "Say why it was sent without consent",
        _ => "Say what became of it",
    };

    /// <summary>How something can go to a service, as a form asks for it.</summary>
    public static IReadOnlyList<Choice> Ways { get; } =
    [
        .. Enum.GetValues<Channel>().Except(NoWayToSend)
            .Select(way => new Choice(way.FieldValue(), Sentence.Capital(way.Label()))),
    ];

    /// <summary>The service's name; its slug where the directory never had it.</summary>
    public static string Service(Institution institution, string slug)
    {
        ArgumentNullException.ThrowIfNull(institution);
        return institution.Programme.Services.TryGetValue(slug, out var service) ? service.Entry.Name : slug;
    }
}
