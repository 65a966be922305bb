namespace Safeguard.Domain.Programmes;

/// <summary>The services that students can be sent to, and which of them are open at a moment (R22).</summary>
public sealed class ServiceDirectory(IEnumerable<Service> services, InstitutionCalendar calendar)
{
    /// <summary>Campus security answers to emergencies; it is no place to send somebody to talk.</summary>
    private const string Security = "security";

    private readonly List<Service> _listed = [.. services.Where(service => !service.Withdrawn)];

    public static ServiceDirectory Empty { get; } = new([], InstitutionCalendar.Of(Policy.Default));

    /// <summary>The service by its slug; null where there is none such, or it has been withdrawn.</summary>
    public Service? Listed(string service) =>
        _listed.Find(known => string.Equals(known.Id, service, StringComparison.Ordinal));

    /// <summary>
    /// A service that is known to be open then and takes such work: of the kind asked for before any other, inside the
    /// university before outside; null where none is.
    /// </summary>
    /// <param name="urgent">It has to take urgent work.</param>
    public Service? OpenInstead(ServiceKind kind, bool urgent, DateTimeOffset now) => _listed
        .Where(service => !urgent || service.Entry.Urgent)
        .Where(service => !service.Id.Contains(Security, StringComparison.Ordinal))
        .Where(service => OpeningHours.Read(service.Entry.Opens).IsOpenAt(now, calendar) == true)
        .OrderByDescending(service => service.Entry.Kind == kind)
        .ThenByDescending(service => service.Entry.Inside)
        .ThenBy(service => service.Entry.Name, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>What to be warned of where the service is closed then; null where it is open or nobody knows.</summary>
    public ServiceClosed? ClosedAt(Service service, bool urgent, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(service);
        var hours = OpeningHours.Read(service.Entry.Opens);
        return hours.IsOpenAt(now, calendar) == false
            ? new(hours.NextOpening(now, calendar), OpenInstead(service.Entry.Kind, urgent, now)?.Id)
            : null;
    }
}

/// <summary>A service was closed when somebody was sent to it: a warning, never an obstacle (R22).</summary>
/// <param name="OpensAt">When it opens next; null where that is not known.</param>
/// <param name="OpenInstead">The slug of an open service that takes such work; null where none is open.</param>
public sealed record ServiceClosed(DateTimeOffset? OpensAt, string? OpenInstead);
