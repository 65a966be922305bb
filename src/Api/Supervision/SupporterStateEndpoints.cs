using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Supervision;

/// <summary>
/// A supporter's own state: leave, stand-down, suspension, return and availability, each and its end.
/// </summary>
public static class SupporterStateEndpoints
{
    /// <summary>What the programme office decides is a form of the standing board too.</summary>
    private static readonly string[] OnTheBoard = ["endLeave", "suspendSupporter", "liftSuspension", "confirmReturn"];

    private delegate Decision<SupporterEvent> Decide(
        PersonId person, Supporter supporter, SupervisionContext context);

    public static void MapSupporterStates(this IEndpointRouteBuilder app)
    {
        Map(app, "startLeave", "leave", "Goes on leave: nothing new comes to them.",
            _ => (person, supporter, context) => StartLeave.Decide(new(), person, supporter, context));
        Map(app, "endLeave", "leave/end", "Is back from leave.",
            _ => (person, supporter, context) => EndLeave.Decide(new(), person, supporter, context));
        Map(app, "standDown", "stand-down", "Stands down for now; no reason is needed.",
            _ => (person, supporter, context) => StandDown.Decide(new(), person, supporter, context));
        Map(app, "standUp", "stand-down/end", "Is ready again after standing down.",
            _ => (person, supporter, context) => StandUp.Decide(new(), person, supporter, context));
        Map(app, "suspendSupporter", "suspension", "Suspends a supporter, with a reason.",
            reason => (person, supporter, context) =>
                SuspendSupporter.Decide(new(reason), person, supporter, context));
        Map(app, "liftSuspension", "suspension/end", "Lifts a suspension.",
            _ => (person, supporter, context) => LiftSuspension.Decide(new(), person, supporter, context));
        Map(app, "confirmReturn", "reinstatement", "A Coordinator confirms a return after a long lapse.",
            _ => (person, supporter, context) => ConfirmReturn.Decide(new(), person, supporter, context));
        Map(app, "listAsAvailable", "availability", "Lists a supporter as available, where their standing allows it.",
            _ => (person, supporter, context) => ListAsAvailable.Decide(new(), person, supporter, context));
        Map(app, "withdrawAvailability", "availability/end", "Takes no new student for now.",
            _ => (person, supporter, context) => WithdrawAvailability.Decide(new(), person, supporter, context));
    }

    private static void Map(
        IEndpointRouteBuilder app, string name, string path, string summary, Func<Confidential?, Decide> command)
    {
        var route = new InstitutionRoute(name, "supervision", summary);
        route.MapApi<ReasonRequest>(app, "POST", $"/api/supporters/{{id}}/{path}", Read);
        if (OnTheBoard.Contains(name, StringComparer.Ordinal))
        {
            var office = route with { Access = Access.Only(Role.Coordinator) };
            office.MapForm<ReasonRequest>(app, $"/standing/{{id}}/{path}", StandingPages.Page(name), Read);
        }

        // Suspension and return are the office's to say, and have no button on one's own page.
        if (!path.StartsWith("suspension", StringComparison.Ordinal) && path != "reinstatement")
        {
            var form = path.Replace('/', '-');
            route.MapForm<ReasonRequest>(
                app, $"/supporters/{{id}}/{path}", OwnSupervisionPages.FormOf((_, _) => form), Read);
        }

        InstitutionCommands.Decide Read(ReasonRequest request, RequestReading reading, RouteValueDictionary values)
        {
            var person = SupervisionChange.SupporterOf(values);
            var decide = command(reading.Words(request.Reason));
            return change => change.SupporterAsync(person, (supporter, context) =>
                decide(person, supporter, context));
        }
    }
}
