namespace Safeguard.Api.Paging;

/// <summary>
/// Where e-mail goes out. Without a host pages go out on screen only, and the coordinators' page says so.
/// </summary>
public sealed record MailSettings(string? Host, int Port, string? User, string? Password, bool Tls, string From,
    string Link)
{
    /// <summary>
    /// From <c>SAFEGUARD_SMTP_HOST</c>, <c>_PORT</c>, <c>_USER</c>, <c>_PASSWORD_FILE</c>, <c>_TLS</c>, <c>_FROM</c>.
    /// </summary>
    public static MailSettings Read(IConfiguration configuration, string link)
    {
        var passwordFile = configuration["SAFEGUARD_SMTP_PASSWORD_FILE"];
        return new(
            Blank(configuration["SAFEGUARD_SMTP_HOST"]),
            configuration.GetValue("SAFEGUARD_SMTP_PORT", 25),
            Blank(configuration["SAFEGUARD_SMTP_USER"]),
            passwordFile is { Length: > 0 } ? File.ReadAllText(passwordFile).Trim() : null,
            configuration.GetValue("SAFEGUARD_SMTP_TLS", false),
            Blank(configuration["SAFEGUARD_SMTP_FROM"]) ?? "safeguard@localhost",
            link);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
