using Safeguard.Api.Audit;
using Safeguard.Api.Calendar;
using Safeguard.Api.CaseFiles;
using Safeguard.Api.Debriefs;
using Safeguard.Api.Demo;
using Safeguard.Api.Escalations;
using Safeguard.Api.Health;
using Safeguard.Api.Home;
using Safeguard.Api.Http;
using Safeguard.Api.Import;
using Safeguard.Api.Pages.Kit;
using Safeguard.Api.SignIn;
using Safeguard.Api.People;
using Safeguard.Api.Programmes;
using Safeguard.Api.Reading;
using Safeguard.Api.Referrals;
using Safeguard.Api.Reports;
using Safeguard.Api.Rota;
using Safeguard.Api.Supervision;
using Safeguard.Api.Training;

namespace Safeguard.Api.Hosting;

/// <summary>Every route of the product, one line a feature.</summary>
public static class Endpoints
{
    public static void Map(WebApplication app, ServerSettings settings)
    {
        app.MapHealth();
        app.MapSiteFiles();
        if (settings.Demo) app.MapDemo();
        if (settings.OpenId is not null) app.MapUniversitySignIn();
        var api = app.MapGroup("/api");
        api.MapLiveQueue();
        api.MapReadEscalations();
        api.MapReadProgramme();
        api.MapReadPeople();
        api.MapReadRota();
        api.MapReadStanding();
        api.MapReadGroups();
        api.MapReadTraining();
        app.MapReadCompliance();
        api.MapReadCaseFiles();
        api.MapReadReads();
        api.MapReadReferrals();
        MapEscalations(app);
        MapPages(app, settings);
        MapProgramme(app);
        MapPeople(app);
        MapRota(app);
        MapSupervision(app);
        CaseFileEndpoints.Map(app);
        app.MapOpenBreakGlass();
        app.MapReviewBreakGlass();
        BreakGlassPages.MapBreakGlassPages(app);
        ReferralEndpoints.Map(app);
        app.MapAudit();
        app.MapReports();
        app.MapImport();
        MapOfficePages(app);
        app.MapOpenApi("/openapi/{documentName}.json").For(Access.Public);
        Docs.DocsPages.MapDocs(app);
        app.MapFallback((HttpContext http) => ErrorAnswer.WriteAsync(http, Problem.NotThere)).For(Access.Public);
    }

    private static void MapPages(IEndpointRouteBuilder app, ServerSettings settings)
    {
        app.MapSignInPages(settings.Demo);
        HomePages.MapHomePages(app);
        app.MapCalendar();
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

    private static void MapOfficePages(IEndpointRouteBuilder app)
    {
        OverviewPages.MapOverviewPage(app);
        OpenItemsPages.MapOpenItemsPage(app);
        StandingPages.MapStandingPage(app);
        CompliancePages.MapCompliancePage(app);
        GroupListPages.MapGroupsPage(app);
        GroupPages.MapGroupPage(app);
        RegisterPages.MapRegisterPage(app);
        SupervisorTaskPages.MapSupervisorTasksPage(app);
        CohortListPages.MapCohortsPage(app);
        CohortPages.MapCohortPage(app);
        DutyPages.MapDutyPage(app);
        OwnSupervisionPages.MapOwnSupervisionPage(app);
        CoverGapsPages.MapCoverGapsPage(app);
        RotaPages.MapRotaPage(app);
        PeoplePages.MapPeoplePages(app);
        PersonPages.MapPersonPages(app);
        PolicyPages.MapPolicyPage(app);
        ServicesPages.MapServicesPage(app);
        DebriefPages.MapDebriefPages(app);
    }

    private static void MapProgramme(IEndpointRouteBuilder app)
    {
        app.MapStartProgramme();
        app.MapFormPanel();
        app.MapClosePanel();
        app.MapSetTermDates();
        app.MapListService();
        app.MapChangeService();
        app.MapWithdrawService();
        app.MapAdoptPolicy();
    }

    private static void MapPeople(IEndpointRouteBuilder app)
    {
        app.MapAddPerson();
        app.MapCorrectPersonDetails();
        app.MapGrantRole();
        app.MapRevokeRole();
        app.MapLeaveProgramme();
        app.MapDeclareConflict();
        app.MapEndConflict();
        app.MapLinkSignIn();
    }

    private static void MapSupervision(IEndpointRouteBuilder app)
    {
        app.MapFormSupervisionGroup();
        app.MapAssignSupervisor();
        app.MapJoinSupervisionGroup();
        app.MapScheduleSession();
        app.MapMoveSession();
        app.MapCancelSession();
        app.MapTakeRegister();
        app.MapCorrectRegister();
        app.MapAddSessionNote();
        app.MapRequestBetweenSessionsContact();
        app.MapAnswerSupervisorTasks();
        app.MapSupporterStates();
        app.MapCohorts();
        app.MapAcceptAgreement();
        app.MapCorrectTrainingSession();
        app.MapChangeTrainer();
        app.MapActivateSupporter();
        app.MapAdoptCurriculum();
    }

    private static void MapRota(IEndpointRouteBuilder app)
    {
        app.MapPlanShift();
        app.MapCoverShift();
        app.MapConfirmDuty();
        app.MapRemoveShift();
        app.MapSwapShifts();
    }
}
