using Safeguard.Projections.Reports;

namespace Safeguard.Api.Reports;

/// <summary>What reports are made of, and their routes.</summary>
internal static class ReportParts
{
    public static void AddReports(this IServiceCollection services)
    {
        services.AddSingleton<ReportEvents>();
        services.AddSingleton<PastInstitution>();
        services.AddSingleton<UrgentContactReports>();
        services.AddSingleton<ReferralReport>();
        services.AddSingleton<CoverReport>();
        services.AddSingleton<LoadReport>();
        services.AddSingleton<ReportBook>();
        services.AddSingleton<ReportPages>();
    }

    public static void MapReports(this IEndpointRouteBuilder app)
    {
        app.MapReadReports();
        ReportPages.MapReportPages(app);
    }
}
