namespace Safeguard.Simulation.Tests;

/// <summary><c>SAFEGUARD_LONG=1</c> asks for the long forms: the same tests, more kills and more seeds.</summary>
internal static class LongForm
{
    public static bool Asked => Environment.GetEnvironmentVariable("SAFEGUARD_LONG") == "1";
}
