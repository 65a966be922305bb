using Safeguard.Api.CaseFiles;

namespace Safeguard.Api.Hosting;

/// <summary>Every route of case files, one line a feature.</summary>
internal static class CaseFileEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapAcceptHandover();
        app.MapAddSignpost();
        app.MapAnswerCaseQuestion();
        app.MapAskCaseQuestion();
        app.MapAttachToFile();
        app.MapCloseCaseFile();
        app.MapCompleteCaseAction();
        app.MapCorrectContact();
        app.MapDeclareCaseConflict();
        app.MapDeclineHandover();
        app.MapExplainCaseDeadline();
        app.MapHandOverCaseFile();
        app.MapIdentifyStudent();
        app.MapLiftLegalHold();
        app.MapLiftRestriction();
        app.MapLogContact();
        app.MapMeetGoal();
        app.MapOpenCaseFile();
        app.MapPlaceLegalHold();
        app.MapPlanContact();
        app.MapReassignCaseFile();
        app.MapRecordCaseAction();
        app.MapRecordCaseDisclosure();
        app.MapRecordConsent();
        app.MapRecordInvolvement();
        app.MapReopenCaseFile();
        app.MapResolveCaseFile();
        app.MapRestrictCaseFile();
        app.MapSearchStudents();
        app.MapSecondDisclosure();
        app.MapSetGoal();
        CaseFileListPages.MapCaseFileListPages(app);
        CaseFilePages.MapCaseFilePages(app);
    }
}
