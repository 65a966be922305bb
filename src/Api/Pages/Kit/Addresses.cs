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

    [GeneratedRegex(@"^\+?[0-9][0-9 ]{1,19}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OnlyDigits();
}
