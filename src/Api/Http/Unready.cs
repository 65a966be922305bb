using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;

namespace Safeguard.Api.Http;

/// <summary>The request cannot be decided as it came; said only to those who may know and do this at all.</summary>
internal sealed record Unready(Problem Problem) : Rejection(Problem.Code, Domain.Rule.None, Problem.Detail)
{
    public override RejectionKind Kind => RejectionKind.SaysNothing;

    /// <summary>
    /// What is said of a request, in the order in which everything is: whether it is theirs to know and whether their
    /// role may; which version was decided on; every fault of the request at once, what the rule misses in it included;
    /// and only then what the rule says.
    /// </summary>
    /// <param name="refused">What the rule says; null where it would be done.</param>
    public static Rejection? Or(Rejection? refused, RequestReading reading, bool isUnversioned)
    {
        if (refused is { Kind: RejectionKind.NotThere or RejectionKind.RoleMayNot }) return refused;
        if (isUnversioned) return new Unready(IfMatch.Needed);
        if (reading.Faults.Count == 0) return refused;
        if (refused is { Kind: RejectionKind.SaysNothing })
            reading.Add([.. refused.Missing.Select(field => new Fault(field, "This is missing."))]);
        return new Unready(Problem.Unprocessable(reading.Faults));
    }
}
