namespace Safeguard.Browser.Tests.Night;

/// <summary>
/// People of the tests' institution on 20 November 2026 at noon, each panel for one test: queues show nobody else's.
/// All invented.
/// </summary>
internal static class Wexcombe
{
    /// <summary>Of Alder College, as is who is first on duty there.</summary>
    public const string Supporter = "we0102";
    public const string First = "we0015";

    /// <summary>Of Ashby College, as are its two Senior Members.</summary>
    public const string AshbySupporter = "we0103";
    public const string AshbyOne = "we0016";
    public const string AshbyOther = "we0017";

    /// <summary>Of Beacon, Bellamy and Birch College: each raises once.</summary>
    public const string BeaconSupporter = "we0104";
    public const string BellamySupporter = "we0105";
    public const string BirchSupporter = "we0106";

    /// <summary>Of Birch College, whichever of its two.</summary>
    public const string BirchSenior = "we0022";
}
