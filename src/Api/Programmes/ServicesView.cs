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
public sealed record ServiceLine(string Slug, ServiceEntry Entry)
{
    /// <summary>Whether it is open as the page is read; null where its hours cannot be read.</summary>
    public bool? IsOpen { get; init; }

    /// <summary>When a closed one opens next; null where nobody can say.</summary>
    public DateTimeOffset? OpensAt { get; init; }
}
