namespace Safeguard.Api.Cli;

/// <summary>What a verb's exit code means.</summary>
public static class ExitCodes
{
    public const int Done = 0;

    /// <summary>
    /// It was asked for something that cannot be done as asked: settings, bad rows, an unknown stream.
    /// </summary>
    public const int Refused = 2;

    /// <summary>The database cannot be reached.</summary>
    public const int Unavailable = 3;

    /// <summary><c>check</c> found something that is not as it must be.</summary>
    public const int CheckFailed = 4;
}
