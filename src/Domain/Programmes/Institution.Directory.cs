namespace Safeguard.Domain.Programmes;

public sealed partial record Institution
{
    /// <summary>The United Kingdom's emergency number (gov.uk) and Samaritans' free one (samaritans.org).</summary>
    private static readonly EmergencyNumber Emergency = new("Emergency services", "999");
    private static readonly EmergencyNumber Samaritans = new("Samaritans", "116 123");

    /// <summary>A service of the university whose slug holds this word is its campus security.</summary>
    private const string Security = "security";

    /// <summary>Panels that have not been closed, in the order of their names.</summary>
    public IEnumerable<Panel> Panels =>
        Programme.Panels.Values.Where(panel => !panel.Closed).OrderBy(panel => panel.Name, StringComparer.Ordinal);

    /// <summary>Services that have not been withdrawn, in the order of their names.</summary>
    public IEnumerable<Service> Services => Programme.Services.Values
        .Where(service => !service.Withdrawn).OrderBy(service => service.Entry.Name, StringComparer.Ordinal);

    /// <summary>The directory as it is open at that moment.</summary>
    public ServiceDirectory ServiceDirectoryAt(DateTimeOffset moment) => new(Services, CalendarAt(moment));

    /// <summary>Terms in the order in which they start.</summary>
    public IEnumerable<Term> Terms => Programme.Terms.Values.OrderBy(term => term.Starts);

    public Policy PolicyAt(DateTimeOffset moment) => Programme.PolicyAt(moment);

    /// <summary>The numbers above the raise form (R1): 999, the directory's campus security, Samaritans.</summary>
    public IReadOnlyList<EmergencyNumber> EmergencyNumbers =>
    [
        Emergency,
        .. Services.Where(service => service.Entry.Inside && service.Id.Contains(Security, StringComparison.Ordinal))
            .Select(service => new EmergencyNumber(service.Entry.Name, service.Entry.Contact)),
        Samaritans,
    ];
}

public sealed record EmergencyNumber(string Name, string Number);
