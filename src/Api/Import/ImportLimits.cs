namespace Safeguard.Api.Import;

/// <summary>How much one import takes: some ten times what a large programme exports.</summary>
public static class ImportLimits
{
    /// <summary>Bytes of one file.</summary>
    public const int MaxFileBytes = 16 * 1024 * 1024;

    /// <summary>Bytes of one upload with all its files.</summary>
    public const int MaxUploadBytes = 32 * 1024 * 1024;

    /// <summary>Rows of one file, its heading not counted.</summary>
    public const int MaxRows = 50_000;

    /// <summary>Columns of one file, those that nobody reads included.</summary>
    public const int MaxColumns = 64;

    /// <summary>Characters of one field.</summary>
    public const int MaxFieldLength = 2_000;

    /// <summary>Bad rows and remarks listed in one report; the report says how many more there are.</summary>
    public const int MaxListed = 5_000;
}
