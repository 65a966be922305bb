using System.Text;

namespace Safeguard.Domain.Programmes;

public sealed partial record Institution
{
    /// <summary>Whose calendar the address with a secret of that hash opens; nobody's once it was renewed.</summary>
    public PersonId? PersonByCalendarLink(string secretHash) =>
        Calendars.TryGetValue(secretHash, out var person) ? person : null;

    /// <summary>
    /// Whose first sign-in this is: the one person with that e-mail address, if no account of that issuer opens their
    /// record yet. Nobody, where two people share the address. Only letters of ASCII are equal in either case: folding
    /// all of Unicode would let an address that merely looks alike open somebody else's record.
    /// </summary>
    /// <param name="verifiedEmail">An address that the issuer says belongs to whoever is signing in.</param>
    public PersonId? PersonByFirstSignIn(string issuer, string verifiedEmail)
    {
        var address = verifiedEmail.Trim();
        var holders = People.Values
            .Where(person => person.Email?.Text is { } email && Ascii.EqualsIgnoreCase(email.Trim(), address))
            .Take(2).ToList();
        return holders is [var only] && only.SignIns.All(known => known.Issuer != issuer) ? only.Id : null;
    }
}
