using Safeguard.Domain;

namespace Safeguard.Api.Pages.Kit;

/// <summary>What surrounds every page: whose it is, what time it is there, whom to phone, and who is signed in.</summary>
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
    /// <summary>Makes the id that every form carries, so that pressing twice does it once.</summary>
    public Func<Guid> NewId { get; init; } = Guid.CreateVersion7;

    /// <summary>Whom to phone when a message cannot be sent: the institution's own people, else the first number.</summary>
    public EmergencyLine? PhoneInstead => Emergency.FirstOrDefault(number => number.OfInstitution)
        ?? (Emergency.Count > 0 ? Emergency[0] : null);
}

/// <param name="Number">As people read it; blanks are taken out of the address that is pressed.</param>
/// <param name="OfInstitution">The institution's own people, who can pass a message on at once.</param>
public sealed record EmergencyLine(string Number, string Name, string? Note = null, bool OfInstitution = false)
{
    public string Address => "tel:" + Number.Replace(" ", "", StringComparison.Ordinal);

    public string Label => Note is null ? Name : $"{Name}, {Note}";
}

/// <param name="Person">The programme's own id, never shown.</param>
/// <param name="Caption">Where they belong or what they are tonight: "Deputy for Alder College".</param>
public sealed record SignedIn(string Person, string Name, string? Caption, IReadOnlyCollection<Role> Roles)
{
    public string FirstName => Name.Split(' ', 2)[0];
}
