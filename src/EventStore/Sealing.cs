using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Safeguard.EventStore;

/// <summary>
/// A subject's own key, in the clear, in memory only. Without it what was sealed under it reads as erased.
/// </summary>
public sealed class DataKey
{
    internal const int Bytes = 32;

    internal DataKey(Guid subject, byte[] secret)
    {
        Subject = subject;
        Secret = secret;
        Id = AesBox.KeyId(secret);
    }

    public Guid Subject { get; }

    /// <summary>Stands in the sealed field, and tells nothing about the key.</summary>
    public string Id { get; }

    internal byte[] Secret { get; }
}

/// <summary>
/// Seals one confidential field of one event: AES-256-GCM under a key of that event's own, derived from the subject's
/// data key, bound to stream, event and field. Copied to another place, or changed by one bit, it does not open.
/// </summary>
public static class Sealing
{
    /// <returns>Compact JSON, <c>{"key":…,"sealed":…,"subject":…}</c>, to stand where the text would.</returns>
    public static string Seal(DataKey key, Guid stream, Guid eventId, string field, string text)
    {
        ArgumentNullException.ThrowIfNull(key);
        var box = AesBox.Close(EventKey(key, eventId), Encoding.UTF8.GetBytes(text), Bound(stream, eventId, field));
        return $$"""{"key":"{{key.Id}}","sealed":"{{Convert.ToBase64String(box)}}","subject":"{{key.Subject}}"}""";
    }

    /// <summary>The text, or null when the key is gone: erased.</summary>
    /// <exception cref="CryptographicException">It was not sealed here, with this key, or has been changed.</exception>
    public static string? Open(DataKey? key, string sealedField, Guid stream, Guid eventId, string field)
    {
        if (key is null) return null;
        using var json = JsonDocument.Parse(sealedField);
        if (SubjectOf(json.RootElement) != key.Subject || json.RootElement.GetProperty("key").GetString() != key.Id)
        {
            throw new CryptographicException("The field was sealed under another key.");
        }

        var box = json.RootElement.GetProperty("sealed").GetBytesFromBase64();
        return Encoding.UTF8.GetString(AesBox.Open(EventKey(key, eventId), box, Bound(stream, eventId, field)));
    }

    /// <summary>Whose key opens a sealed field.</summary>
    public static Guid SubjectOf(JsonElement sealedField) => sealedField.GetProperty("subject").GetGuid();

    /// <summary>Whether an element of an event's JSON is a sealed field.</summary>
    public static bool IsSealed(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("sealed", out _)
        && element.TryGetProperty("subject", out _);

    private static byte[] EventKey(DataKey key, Guid eventId) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, key.Secret, DataKey.Bytes, eventId.ToByteArray(bigEndian: true),
        "safeguard event"u8.ToArray());

    private static byte[] Bound(Guid stream, Guid eventId, string field) =>
        Encoding.UTF8.GetBytes($"{stream}|{eventId}|{field}");
}
