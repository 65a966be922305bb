using Safeguard.Api.WakeUps;
using Safeguard.Projections.Referrals;

namespace Safeguard.Api.Referrals;

/// <summary>What referrals are made of.</summary>
internal static class ReferralParts
{
    public static void AddReferrals(this IServiceCollection services)
    {
        services.AddSingleton<ReferralRows>();
        services.AddSingleton<ReferralCommands>();
        services.AddSingleton<ReferralReader>();
        services.AddSingleton<ReferralLists>();
        services.AddSingleton<OfferingReferrals>();
        services.AddSingleton<OfferReferralPages>();
        services.AddSingleton<ReferralPages>();
        services.AddSingleton<IWakeUpHandler, ReferralWakeUp>();
    }
}
