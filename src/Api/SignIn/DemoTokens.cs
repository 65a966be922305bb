using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Safeguard.Domain;

namespace Safeguard.Api.SignIn;

/// <summary>
/// Bearer tokens of the demo: the person and an end, authenticated with a key derived from the installation's own, so
/// that they live across restarts and nowhere else. Never issued or accepted outside the demo.
/// </summary>
public sealed class DemoTokens : IBearerTokens
{
    /// <summary>3-surface §2: good for 30 days of the machine's clock.</summary>
    private static readonly TimeSpan GoodFor = TimeSpan.FromDays(30);
    private const string Prefix = "demo.";

    private readonly byte[] _key;
    private readonly TimeProvider _machine;

    public DemoTokens(byte[] installationKey, TimeProvider machine)
    {
        _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, installationKey, 32, info: "demo tokens"u8.ToArray());
        _machine = machine;
    }

    public string Issue(PersonId person)
    {
        var ends = (_machine.GetUtcNow() + GoodFor).ToUnixTimeSeconds();
        var body = string.Create(CultureInfo.InvariantCulture, $"{person}|{ends}");
        var written = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(body));
        return $"{Prefix}{written}.{Base64Url.EncodeToString(Sign(body))}";
    }

    public Task<PersonId?> PersonOfAsync(string token, CancellationToken cancel) => Task.FromResult(Read(token));

    private PersonId? Read(string token)
    {
        var parts = token.Split('.');
        if (!token.StartsWith(Prefix, StringComparison.Ordinal) || parts.Length != 3) return null;
        if (!Base64Url.IsValid(parts[1]) || !Base64Url.IsValid(parts[2])) return null;
        var body = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1]));
        if (!CryptographicOperations.FixedTimeEquals(Sign(body), Base64Url.DecodeFromChars(parts[2]))) return null;
        var fields = body.Split('|');
        return fields.Length == 2
            && long.TryParse(fields[1], CultureInfo.InvariantCulture, out var ends)
            && DateTimeOffset.FromUnixTimeSeconds(ends) > _machine.GetUtcNow()
                ? new PersonId(fields[0])
                : null;
    }

    private byte[] Sign(string body) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(body));
}
