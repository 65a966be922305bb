using Safeguard.Domain;

namespace Safeguard.Api.Programmes;

/// <summary>There is one programme here; others come with R26.</summary>
internal sealed record ProgrammeUnknown() : Rejection(
    "programme.unknown", Domain.Rule.R26, "There is no programme by that id. The one that there is, is listening.")
{
    public override RejectionKind Kind => RejectionKind.NotThere;
}
