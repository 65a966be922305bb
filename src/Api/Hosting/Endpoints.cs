using Safeguard.Api.Demo;
using Safeguard.Api.Escalations;
using Safeguard.Api.Health;
using Safeguard.Api.Home;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Api.SignIn;

namespace Safeguard.Api.Hosting;

/// <summary>Every route of the product, one line a feature.</summary>
public static class Endpoints
{
    public static void Map(WebApplication app, ServerSettings settings)
    {
        app.MapHealth();
        app.MapSiteFiles();
        if (settings.Demo) app.MapDemo();
        var api = app.MapGroup("/api");
        api.MapLiveQueue();
        api.MapReadEscalations();
        MapEscalations(app);
        MapPages(app, settings);
        app.MapOpenApi("/openapi/{documentName}.json").For(Access.Public);
        app.MapFallback((HttpContext http) => ErrorAnswer.WriteAsync(http, Problem.NotThere)).For(Access.Public);
    }

    private static void MapPages(IEndpointRouteBuilder app, ServerSettings settings)
    {
        app.MapSignInPages(settings.Demo);
        HomePages.MapHomePages(app);
        RaisePages.MapRaisePage(app);
        app.MapReceiptPages();
        QueuePages.MapQueuePage(app);
        EscalationPages.MapEscalationPages(app);
    }

    private static void MapEscalations(IEndpointRouteBuilder app)
    {
        app.MapRaiseEscalation();
        app.MapAddToEscalation();
        app.MapAcknowledgeEscalation();
        app.MapRecordContact();
        app.MapChangeBand();
        app.MapRecordAction();
        app.MapCompleteAction();
        app.MapAskQuestion();
        app.MapAnswerQuestion();
        app.MapRecordDisclosure();
        app.MapInvolveEmergencyServices();
        app.MapReleaseEscalation();
        app.MapTransferEscalation();
        app.MapHandOverEscalation();
        app.MapRecordSafeForNow();
        app.MapCloseEscalation();
        app.MapReopenEscalation();
        app.MapRecordDebrief();
        app.MapDeclareEscalationConflict();
        app.MapExplainDeadline();
    }
}
