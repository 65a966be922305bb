using Safeguard.Api.CaseFiles;
using Safeguard.Api.Escalations;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain.Referrals;

namespace Safeguard.Api.Referrals;

/// <summary>From a referral as it was read to what its case file's page shows of it.</summary>
internal static class ReferralViews
{
    private static readonly ReferralState[] Way =
    [
        ReferralState.Offered, ReferralState.Consented, ReferralState.Sent, ReferralState.Received,
        ReferralState.Accepted, ReferralState.Seen, ReferralState.Completed,
    ];

    public static ReferralView Of(ReferralHistory history, CaseFileHistory file, PageClock clock)
    {
        var (state, context) = (history.State, history.Context);
        var service = ReferralWords.Service(history.Institution, history.Offered.Service);
        var names = new Naming(history.Institution, context.Caller.Person);
        var may = ReferralMoves.For(state, context);
        return new(history.Id.ToString(), file.Id.ToString(), service, state.State)
        {
            May = may,
            Steps = Steps(history),
            Next = history.ShowsWords ? Next(state, service) : null,
            Band = history.Offered.Band,
            Owner = names.Subject(state.Owner),
            NextWakeUp = Referral.NextWakeUp(state),
            DisclosureBy = state.DisclosureBy,
            Outcome = state.Outcome?.Label(),
            Summary = history.ShowsWords ? history.Offered.Summary.Text : null,
            Story = ReferralStory.Tell(history, clock),
            Outcomes =
            [
                .. CompleteReferral.Possible(state.State)
                    .Select(outcome => new Choice(outcome.FieldValue(), outcome.Label())),
            ],
            Senior = may.Contains(ReferralMove.RecordDisclosure) ? new CasePeople(file).Senior : [],
        };
    }

    /// <summary>What was passed over is left out; what cannot come any more is not promised.</summary>
    private static IReadOnlyList<ReferralStep> Steps(ReferralHistory history)
    {
        var (state, here) = (history.State.State, Place(history.State.State));
        var reached = history.Events.Select(recorded => Reached(recorded.Event)).ToHashSet();
        var ahead = state switch
        {
            ReferralState.Declined or ReferralState.NoReply or ReferralState.DidNotAttend => [ReferralState.Completed],
            _ => Way.Skip(here + 1),
        };
        return
        [
            .. Way.Take(here).Where(step => reached.Contains(step))
                .Select(step => new ReferralStep(step.Label(), StepState.Done)),
            new(state.Label(), history.State.IsOpen ? StepState.Now : StepState.Done),
            .. ahead.Select(step => new ReferralStep(step.Label(), StepState.Todo)),
        ];
    }

    /// <summary>Where a state stands on the way.</summary>
    private static int Place(ReferralState state) => Array.IndexOf(Way, state switch
    {
        ReferralState.Declined or ReferralState.NoReply => ReferralState.Accepted,
        ReferralState.DidNotAttend => ReferralState.Seen,
        ReferralState.Withdrawn => ReferralState.Completed,
        _ => state,
    });

    private static ReferralState Reached(object happened) => happened switch
    {
        ReferralOffered => ReferralState.Offered,
        ReferralConsented => ReferralState.Consented,
        ReferralSent => ReferralState.Sent,
        ReferralReceived => ReferralState.Received,
        ReferralAccepted => ReferralState.Accepted,
        ReferralSeen => ReferralState.Seen,
        _ => ReferralState.NotOffered,
    };

    private static string? Next(Referral state, string service) => state.State switch
    {
        ReferralState.Offered when state.Consent == false =>
            "The student does not want to be referred by name. Give them the service’s details.",
        ReferralState.Offered => "Ask the student whether they agree to be referred by name.",
        ReferralState.Consented => $"Send it to {service}.",
        ReferralState.Sent or ReferralState.Received => $"{service} has to answer.",
        ReferralState.NoReply => $"{service} has not answered, and the Coordinators know. Ask again, or find another.",
        ReferralState.Accepted => "Find out whether the student was seen.",
        ReferralState.Declined => $"{service} declined. It is with you again: find another way for the student.",
        ReferralState.DidNotAttend => "Find out why they did not come, and whether another appointment helps.",
        ReferralState.Seen => "Say what became of it.",
        _ => null,
    };
}
