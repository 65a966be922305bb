using Safeguard.Api.Pages.Kit;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.Programmes;

/// <summary>The directory of services, for everyone.</summary>
public sealed record ServicesView(IReadOnlyList<ServiceLine> Services)
{
    public bool MayChange { get; init; }
    public long Version { get; init; }
    public Refused? Refused { get; init; }
}

/// <param name="Slug">The service's own id.</param>
public sealed record ServiceLine(string Slug, ServiceEntry Entry);
