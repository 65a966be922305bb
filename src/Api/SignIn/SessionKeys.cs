using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Safeguard.EventStore;

namespace Safeguard.Api.SignIn;

/// <summary>
/// The keys that session cookies are sealed with, at rest: wrapped under the installation's key-encryption key like
/// every other key, so that a copied directory lets nobody make a session, and nodes with the same key share them.
/// </summary>
public sealed class SessionKeyEncryptor(IKeyEncryption encryption) : IXmlEncryptor
{
    internal const string UnderKey = "keyEncryptionKey";

    /// <summary>Binds the bytes to their use: a wrapped data key put in their place does not unwrap.</summary>
    internal static Guid Subject { get; } = StreamIds.For("keys", "sessions");

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var wrapped = encryption.Wrap(
            Subject, Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)));
        return new(
            new XElement("wrapped", new XAttribute(UnderKey, encryption.CurrentKey), Convert.ToBase64String(wrapped)),
            typeof(SessionKeyDecryptor));
    }
}

/// <summary>Opens what the encryptor closed. The framework makes it, by its name in the file.</summary>
public sealed class SessionKeyDecryptor(IServiceProvider parts) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var key = encryptedElement.Attribute(SessionKeyEncryptor.UnderKey)?.Value ?? "";
        var plain = parts.GetRequiredService<IKeyEncryption>().Unwrap(
            key, SessionKeyEncryptor.Subject, Convert.FromBase64String(encryptedElement.Value));
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
