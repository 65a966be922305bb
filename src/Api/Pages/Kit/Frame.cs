using Safeguard.Domain;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.Pages.Kit;

/// <summary>
/// What surrounds every page: whose it is, what time it is there, whom to phone, and who is signed in.
/// </summary>
/// <param name="Institution">The institution's short name, as in "Times are Wexcombe time".</param>
/// <param name="Clock">The institution's zone and the server's moment; every time on the page is shown by it.</param>
/// <param name="HideTo">The neutral site that Hide leaves for (policy).</param>
/// <param name="Emergency">The numbers above the raise form and in every foot: the most urgent first.</param>
/// <param name="Who">Who is signed in; null on the pages before that.</param>
public sealed record Frame(
    string Institution,
    PageClock Clock,
    string HideTo,
    IReadOnlyList<EmergencyLine> Emergency,
    SignedIn? Who)
{
    /// <summary>
    /// The frame of a page that must be shown although nothing is known: the database is away, or the institution is
    /// not set up yet. Whoever is in danger still finds whom to phone (999: gov.uk; 116 123: samaritans.org).
    /// </summary>
    public static Frame Bare(DateTimeOffset now) => new(
        "Safeguard",
        PageClock.In(Policy.Default.TimeZone, now),
        Policy.Default.QuickHideTo,
        [new("999", "Emergency services"), new("116 123", "Samaritans")],
        Who: null);

    /// <summary>Makes the id that every form carries, so that pressing twice does it once.</summary>
    public Func<Guid> NewId { get; init; } = Guid.CreateVersion7;

    /// <summary>
    /// Whom to phone when a message cannot be sent: the institution's own people, else the first number.
    /// </summary>
    public EmergencyLine? PhoneInstead => Emergency.FirstOrDefault(number => number.OfInstitution)
        ?? (Emergency.Count > 0 ? Emergency[0] : null);
}

/// <param name="Number">As people read it; blanks are taken out of the address that is pressed.</param>
/// <param name="OfInstitution">The institution's own people, who can pass a message on at once.</param>
public sealed record EmergencyLine(string Number, string Name, string? Note = null, bool OfInstitution = false)
{
    public string Address => Addresses.Phone(Number);

    public string Label => Note is null ? Name : $"{Name}, {Note}";
}

/// <param name="Person">The programme's own id, never shown.</param>
/// <param name="Caption">Where they belong or what they are tonight: "Deputy for Alder College".</param>
public sealed record SignedIn(string Person, string Name, string? Caption, IReadOnlyCollection<Role> Roles)
{
    public string FirstName => Name.Split(' ', 2)[0];
}
