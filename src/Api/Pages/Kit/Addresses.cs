using System.Text.RegularExpressions;

namespace Safeguard.Api.Pages.Kit;

/// <summary>Addresses that are pressed rather than read.</summary>
public static partial class Addresses
{
    public static string Phone(string number) => "tel:" + number.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>
    /// Whether a contact in the directory is a number and nothing else, so that pressing it can call it.
    /// </summary>
    public static bool IsPhone(string contact) => OnlyDigits().IsMatch(contact);

    /// <summary>Whether it is an e-mail address and nothing else.</summary>
    public static bool IsEmail(string contact) => OnlyAnAddress().IsMatch(contact);

    [GeneratedRegex(@"^[^\s@]+@[^\s@]+\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OnlyAnAddress();

    [GeneratedRegex(@"^\+?[0-9][0-9 ]{1,19}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OnlyDigits();
}
