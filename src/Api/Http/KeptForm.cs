
namespace Safeguard.Api.Http;

/// <summary>
/// A form that could not be taken (the session had ended, the fault is ours), as it came: everything typed is on the
/// page that says so, and one button sends the same again. It carries the same command, so that it arrives once.
/// </summary>
/// <param name="Action">The address that it was meant for, a path of this site.</param>
public sealed record KeptForm(string Action, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    /// <summary>More fields than any form of ours has.</summary>
    private const int MaxFields = 200;

    /// <summary>Fields that nobody typed.</summary>
    private static readonly string[] Unseen = ["id", "command", "version", "returnTo", "person"];

    /// <summary>What somebody wrote, to be read again: choices and ids are left out.</summary>
    public IEnumerable<string> Written => Fields
        .Where(typed => !Unseen.Contains(typed.Key, StringComparer.Ordinal) && typed.Value.Any(char.IsWhiteSpace))
        .Select(typed => typed.Value);

    /// <summary>Null where no form was sent, or it cannot be read: too long, or broken.</summary>
    public static async Task<KeptForm?> OfAsync(HttpContext http)
    {
        var path = http.Request.Path.Value;
        if (!http.Request.HasFormContentType || !LocalPath.IsLocal(path)) return null;
        try
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            var typed = from field in form
                        from value in field.Value
                        select KeyValuePair.Create(field.Key, value ?? "");
            return new KeptForm(path!, [.. typed.Take(MaxFields)]);
        }
        catch (Exception unreadable) when (unreadable is BadHttpRequestException or InvalidDataException or IOException)
        {
            return null;
        }
    }
}

/// <summary>
/// A page that stands where another was meant: the session has ended, and what was typed waits on it.
/// </summary>
/// <param name="SignIn">Where to sign in, beside this page.</param>
public sealed record SignInAgainView(string SignIn, KeptForm? Kept);
