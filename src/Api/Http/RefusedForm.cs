using Safeguard.Api.Commands;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;

namespace Safeguard.Api.Http;

/// <summary>From what became of a form to the page that shows it again.</summary>
public static class RefusedForm
{
    /// <summary>Null where there is no page to come back to: not theirs to know, or not for their role.</summary>
    public static (Refused Refused, int Status)? Of(string form, Outcome outcome, IFormCollection typed)
    {
        return outcome switch
        {
            Rejected { Rejection.Kind: RejectionKind.NotThere or RejectionKind.RoleMayNot } => null,
            Rejected { Rejection: Unready { Problem: var problem } } =>
                (Shown(problem.Faults ?? [new(null, problem.Detail)], code: null), problem.Status),
            Rejected { Rejection: var refusal } => (Shown(Faults(refusal), refusal.Code), Problem.Of(refusal).Status),
            Stale => (Shown([new(null, Respond.StaleProblem.Detail)], Respond.StaleProblem.Code), 412),
            _ => null,
        };

        Refused Shown(IReadOnlyList<Fault> faults, string? code) => new(form, faults, FormBody.Typed(typed), code);
    }

    /// <summary>The error page, or the problem for a script.</summary>
    public static IResult ErrorFor(HttpContext http, Problem problem) =>
        ErrorAnswer.WantsPage(http) ? ErrorPages.Of(http, problem) : problem.ToResult();

    /// <summary>One fault for each thing named, or one for the whole form.</summary>
    private static IReadOnlyList<Fault> Faults(Rejection refusal) => refusal.Missing switch
    {
        [] => [new(null, refusal.Detail)],
        [var only] => [new(only, refusal.Detail)],
        var many => [new(null, refusal.Detail), .. many.Select(field => new Fault(field, "Look at this one again."))],
    };
}
