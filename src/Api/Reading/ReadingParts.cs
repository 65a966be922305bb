using Safeguard.Api.CaseFiles;
using Safeguard.Api.Escalations;
using Safeguard.Api.Referrals;

namespace Safeguard.Api.Reading;

/// <summary>What reading is made of; each kind of record adds itself.</summary>
internal static class ReadingParts
{
    public static void AddReading(this IServiceCollection services)
    {
        services.AddSingleton<IReadItems, EscalationItems>();
        services.AddSingleton<IReadItems, CaseFileItems>();
        services.AddSingleton<IReadItems, ReferralItems>();
        services.AddSingleton<ReadItemKinds>();
        services.AddSingleton<AccessCommands>();
        services.AddSingleton<Reads>();
        services.AddSingleton<BreakGlassOpening>();
        services.AddSingleton<BreakGlassReviewing>();
        services.AddSingleton<BreakGlassPages>();
    }
}
