using Safeguard.Api.Referrals;

namespace Safeguard.Api.Hosting;

/// <summary>Every route of referrals, one line a feature.</summary>
internal static class ReferralEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapAcceptReferral();
        app.MapChaseReferral();
        app.MapCompleteReferral();
        app.MapDeclineReferral();
        app.MapOfferReferral();
        app.MapReceiveReferral();
        app.MapRecordNonAttendance();
        app.MapRecordReferralConsent();
        app.MapRecordReferralDisclosure();
        app.MapRecordSeen();
        app.MapSendReferral();
        app.MapWithdrawReferral();
        OfferReferralPages.MapOfferReferralPage(app);
        ReferralPages.MapReferralPages(app);
    }
}
