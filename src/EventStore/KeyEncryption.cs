using System.Security.Cryptography;
using System.Text;

namespace Safeguard.EventStore;

/// <summary>
/// Wraps the subjects' data keys under a key-encryption key that the database never sees. A KMS can stand in: one that
/// unwraps its own key once, at the start, so that raising a concern never waits for a network.
/// </summary>
public interface IKeyEncryption
{
    /// <summary>The key that new data keys are wrapped under.</summary>
    string CurrentKey { get; }

    /// <summary>Wraps a data key, bound to its subject: moved to another's row, it does not unwrap.</summary>
    byte[] Wrap(Guid subject, ReadOnlySpan<byte> dataKey);

    /// <exception cref="CryptographicException">Another key, another subject, or changed bytes.</exception>
    byte[] Unwrap(string keyEncryptionKey, Guid subject, ReadOnlySpan<byte> wrapped);

    /// <summary>
    /// A secret of its own for another purpose, one for each key-encryption key, the current one's first.
    /// </summary>
    IReadOnlyList<byte[]> Secrets(string purpose);
}

/// <summary>
/// Key-encryption keys from a file or environment variable: one a line, 32 random bytes in base64 each. The first wraps
/// what is new; the others only unwrap what is old, so that a key is replaced by putting the new one above it.
/// </summary>
public sealed class FileKeyEncryption : IKeyEncryption
{
    private const int KeyBytes = 32;

    private readonly Dictionary<string, byte[]> keys = new(StringComparer.Ordinal);

    private FileKeyEncryption(IEnumerable<byte[]> given)
    {
        foreach (var key in given)
        {
            var id = Fingerprint(key);
            CurrentKey ??= id;
            keys[id] = key;
        }

        if (CurrentKey is null) throw new CryptographicException("There is no key-encryption key.");
    }

    public string CurrentKey { get; }

    /// <summary>The text of a key file, or of the environment variable that stands for one.</summary>
    public static FileKeyEncryption FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        const StringSplitOptions plain = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        return new(text.Split('\n', plain).Select(Key));
    }

    public static FileKeyEncryption FromFile(string path) => FromText(File.ReadAllText(path));

    /// <summary>
    /// A new key file, readable by its owner alone. Lost, everything sealed under it is lost: back it up.
    /// </summary>
    public static void CreateFile(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, options);
        writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)));
    }

    public byte[] Wrap(Guid subject, ReadOnlySpan<byte> dataKey) =>
        AesBox.Close(keys[CurrentKey], dataKey, subject.ToByteArray(bigEndian: true));

    public byte[] Unwrap(string keyEncryptionKey, Guid subject, ReadOnlySpan<byte> wrapped) =>
        keys.TryGetValue(keyEncryptionKey, out var key)
            ? AesBox.Open(key, wrapped, subject.ToByteArray(bigEndian: true))
            : throw new CryptographicException($"The key-encryption key {keyEncryptionKey} is not in the key file.");

    public IReadOnlyList<byte[]> Secrets(string purpose) =>
    [
        .. keys.OrderByDescending(key => key.Key == CurrentKey).Select(key =>
            HKDF.Expand(HashAlgorithmName.SHA256, key.Value, KeyBytes, Encoding.UTF8.GetBytes(purpose))),
    ];

    private static byte[] Key(string line)
    {
        var key = new byte[KeyBytes + 1];
        return Convert.TryFromBase64String(line, key, out var length) && length == KeyBytes
            ? key[..KeyBytes]
            : throw new CryptographicException($"A key-encryption key is not {KeyBytes} bytes in base64.");
    }

    private static string Fingerprint(byte[] key) => AesBox.KeyId(key);
}

/// <summary>AES-256-GCM with a random nonce: nonce, ciphertext, tag.</summary>
internal static class AesBox
{
    private const int Nonce = 12;
    private const int Tag = 16;

    public static byte[] Close(byte[] key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> bound)
    {
        var box = new byte[Nonce + plain.Length + Tag];
        RandomNumberGenerator.Fill(box.AsSpan(0, Nonce));
        using var aes = new AesGcm(key, Tag);
        var nonce = box.AsSpan(0, Nonce);
        var rest = box.AsSpan(Nonce);
        aes.Encrypt(nonce, plain, rest[..plain.Length], rest[plain.Length..], bound);
        return box;
    }

    /// <exception cref="CryptographicException">Another key or binding, or changed since.</exception>
    public static byte[] Open(byte[] key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> bound)
    {
        if (box.Length < Nonce + Tag) throw new CryptographicException("Too short to be sealed.");
        var plain = new byte[box.Length - Nonce - Tag];
        using var aes = new AesGcm(key, Tag);
        aes.Decrypt(box[..Nonce], box[Nonce..^Tag], box[^Tag..], plain, bound);
        return plain;
    }

    /// <summary>A name for a key that tells nothing about it.</summary>
    public static string KeyId(byte[] key) =>
        Convert.ToHexStringLower(HKDF.Expand(HashAlgorithmName.SHA256, key, 8, "safeguard key id"u8.ToArray()));
}
