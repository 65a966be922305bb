using Safeguard.Api.Audit.Packs;
using Safeguard.Projections.Audit;
using Safeguard.Projections.Reads;

namespace Safeguard.Api.Audit;

/// <summary>What the auditor's room is made of, and its routes.</summary>
internal static class AuditParts
{
    public static void AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<AuditedRows>();
        services.AddSingleton<Unmasking>();
        services.AddSingleton<AuditReading>();
        services.AddSingleton<AuditCommands>();
        services.AddSingleton<SampleDrawing>();
        services.AddSingleton<FindingRecording>();
        services.AddSingleton<DeadlineAudit>();
        services.AddSingleton<AuditHistoryPages>();
        services.AddSingleton<AuditListPages>();
        services.AddSingleton<WholeReads>();
        services.AddSingleton<PackScopes>();
        services.AddSingleton<CasePacks>();
    }

    public static void MapAudit(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api");
        api.MapAuditHistory();
        api.MapAuditDeadlines();
        app.MapExportCase();
        app.MapDrawSample();
        app.MapRecordFinding();
        AuditHistoryPages.MapAuditHistoryPages(app);
        AuditListPages.MapAuditListPages(app);
    }
}
