namespace Safeguard.Api.Tests.Server;

/// <summary>People of the tests' institution, by what they are. All invented.</summary>
internal static class Wexcombe
{
    public const string Coordinator = "we0007";
    public const string OtherCoordinator = "we0008";
    public const string Auditor = "we0010";
    public const string DataProtection = "we0012";

    /// <summary>The only one.</summary>
    public const string Administrator = "we0013";

    public const string Alder = "alder-college";

    /// <summary>Alder College's two; on 20 November at noon the second is first on duty and the other Deputy.</summary>
    public const string AlderDeputy = "we0014";
    public const string AlderFirst = "we0015";

    /// <summary>A supporter of Alder College, in group g10.</summary>
    public const string Supporter = "we0102";
    public const string Supervisor = "we0004";
    public const string OtherSupervisor = "we0001";

    /// <summary>A Senior Member of Ashby College.</summary>
    public const string ElsewhereSenior = "we0016";
}
