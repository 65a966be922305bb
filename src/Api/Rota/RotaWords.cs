using Safeguard.Domain.Rota;

namespace Safeguard.Api.Rota;

/// <summary>The words of the rota.</summary>
public static class RotaWords
{
    public static string Label(this Duty duty) => duty == Duty.First ? "First on duty" : "Deputy";
}
