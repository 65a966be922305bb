using Safeguard.Api.Commands;
using Safeguard.Api.Http;

namespace Safeguard.Api.Escalations;

/// <summary>The pages around one escalation, as answers.</summary>
public sealed class EscalationPages
{
    /// <summary>The page again, with everything that was typed and why it was refused.</summary>
    public Task<IResult> RefusedAsync(
        HttpContext http, Guid id, string form, IFormCollection typed, Outcome? outcome, Problem? faults) =>
        Task.FromResult((faults ?? (outcome is Rejected refused ? Problem.Of(refused.Rejection) : Respond.StaleProblem)).ToResult());
}

/// <summary>The raise form, as answers.</summary>
public sealed class RaisePages
{
    public IResult Refused(HttpContext http, IFormCollection typed, Rejected refused) =>
        Problem.Of(refused.Rejection).ToResult();
}
