namespace Safeguard.Api.Hosting;

/// <summary>What an operator sets, by environment (docs/operations.md).</summary>
/// <param name="Database">
/// Connection string of the owner; the server works as a role with less (<c>SAFEGUARD_DATABASE</c>).
/// </param>
/// <param name="Schema">The institution's own schema (<c>SAFEGUARD_SCHEMA</c>).</param>
/// <param name="KeyFile">The key-encryption key, 32 bytes in base64 (<c>SAFEGUARD_KEY_FILE</c>).</param>
/// <param name="Urls">Where to listen (<c>SAFEGUARD_URLS</c>).</param>
/// <param name="Demo">Demo doors and demo clock; refused on any address but loopback (<c>SAFEGUARD_DEMO</c>).</param>
/// <param name="Import">A directory of CSV files for the first start (<c>SAFEGUARD_IMPORT</c>).</param>
/// <param name="DemoStart">Where the demo clock starts on the first start (<c>SAFEGUARD_NOW</c>).</param>
public sealed record ServerSettings(
    string Database, string Schema, string KeyFile, string Urls, bool Demo, string? Import, DateTimeOffset? DemoStart)
{
    /// <summary>Sign-in with the university; null where it is not set, and not offered.</summary>
    public SignIn.OpenIdSettings? OpenId { get; init; }

    public static ServerSettings From(IConfiguration configuration)
    {
        var now = Blank(configuration["SAFEGUARD_NOW"]);
        return new(
            Needed(configuration, "SAFEGUARD_DATABASE"),
            Blank(configuration["SAFEGUARD_SCHEMA"]) ?? "safeguard",
            Needed(configuration, "SAFEGUARD_KEY_FILE"),
            Blank(configuration["SAFEGUARD_URLS"]) ?? "http://127.0.0.1:5080",
            configuration["SAFEGUARD_DEMO"] == "1",
            Blank(configuration["SAFEGUARD_IMPORT"]),
            now is null ? null : ReadMoment(now))
        {
            OpenId = SignIn.OpenIdSettings.From(configuration),
        };
    }

    /// <summary>The demo lets anyone in as anyone: it never listens where somebody else could reach it.</summary>
    public void RefuseAnOpenDemo()
    {
        if (!Demo) return;
        foreach (var url in Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !address.IsLoopback)
            {
                throw new StartRefusedException(
                    $"The demo's doors stay on this machine: {url} is not a loopback address. " +
                    "Set SAFEGUARD_DEMO=0, or listen on http://127.0.0.1.");
            }
        }
    }

    private static string Needed(IConfiguration configuration, string name) => Blank(configuration[name])
        ?? throw new StartRefusedException($"{name} is not set. ./run.sh sets it; docs/operations.md says how to.");

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static DateTimeOffset ReadMoment(string text) =>
        DateTimeOffset.TryParse(
            text, System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.AssumeUniversal, out var moment)
            ? moment.ToUniversalTime()
            : throw new StartRefusedException("SAFEGUARD_NOW is not a moment like 2026-11-20T12:00:00Z.");
}

/// <summary>The server will not start like this; the message says what to change.</summary>
public sealed class StartRefusedException(string message) : Exception(message);
