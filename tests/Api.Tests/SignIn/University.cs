using System.Diagnostics;
using System.Text.Json;
using Safeguard.Api.SignIn;

namespace Safeguard.Api.Tests.SignIn;

/// <summary>
/// The university's provider: npm's certified <c>oidc-provider</c> in a process of its own (provider/provider.js). It
/// ends with this process, however that ends.
/// </summary>
public sealed class University : IAsyncDisposable
{
    /// <summary>Where the product is, for browsers and for the university; nothing is ever sent there.</summary>
    public static readonly Uri Product = new("https://safeguard.example");

    /// <summary>Whom bearer tokens are made for.</summary>
    public const string Api = "https://safeguard.example/api";

    private const string ClientId = "safeguard";
    private const string ClientSecret = "a secret of a test, long enough to sign with";
    private const string Answers = "answers at ";
    private readonly Process _process;

    private University(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public OpenIdSettings Settings =>
        new(Address, ClientId, ClientSecret, "openid profile email", Api, Product);

    /// <param name="port">The port of one that was there before; a new one when 0.</param>
    public static async Task<University> StartAsync(int port = 0)
    {
        var settings = JsonSerializer.Serialize(new
        {
            port,
            clientId = ClientId,
            clientSecret = ClientSecret,
            redirectUri = new Uri(Product, OpenIdSettings.CallbackPath),
        });
        var process = Process.Start(new ProcessStartInfo("node", ["provider.js", settings])
        {
            WorkingDirectory = Installed(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Answers, StringComparison.Ordinal))
                return new(process, new Uri(line[Answers.Length..]));
        }

        throw new InvalidOperationException("The test's OpenID provider did not start. It needs Node.js 20 or later.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string Installed()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Safeguard.sln"))) root = root.Parent!;
        var provider = Path.Combine(root.FullName, "tests", "Api.Tests", "SignIn", "provider");
        return Directory.Exists(Path.Combine(provider, "node_modules"))
            ? provider
            : throw new InvalidOperationException("Install the test's OpenID provider first: ./test.sh Api does.");
    }
}

/// <summary>Somebody's account at the university: what its sign-in page is told, and so what it says of them.</summary>
/// <param name="Forge">What provider.js changes in the ID token; null for an honest one.</param>
public sealed record Account(string Subject, string? Email = null, bool? Verified = null, string? Forge = null)
{
    private static int _accounts;

    /// <summary>The address stands in the ID token already, and need not be asked for.</summary>
    public bool Told { get; init; }

    /// <summary>An account that nobody had before.</summary>
    public static Account New(string? email = null, bool? verified = true, string? forge = null) =>
        new($"u{Interlocked.Increment(ref _accounts)}", email, email is null ? null : verified, forge);

    public string Login
    {
        get
        {
            var fields = new List<string> { $"subject={Subject}" };
            if (Email is not null) fields.Add($"email={Uri.EscapeDataString(Email)}");
            if (Verified is { } verified) fields.Add($"verified={(verified ? "true" : "false")}");
            if (Forge is not null) fields.Add($"forge={Forge}");
            if (Told) fields.Add("told=yes");
            return string.Join('&', fields);
        }
    }
}
