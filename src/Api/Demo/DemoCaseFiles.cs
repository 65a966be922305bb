using Safeguard.Api.CaseFiles;
using Safeguard.Api.Commands;
using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Escalations;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Demo;

/// <summary>
/// Two case files of one supporter, so that there is something to open: one with a question that waits, one that is
/// new. They describe no harm and nobody real.
/// </summary>
public static class DemoCaseFiles
{
    private const string FirstWords =
        "First conversation. Starting here is harder than they thought, and they sleep badly before seminars.";

    private const string Question = "Do they want to be referred, or only to know whom they could ask?";

    public static async Task OpenAsync(IServiceProvider parts)
    {
        var institution = parts.GetRequiredService<InstitutionDirectory>().Present;
        var now = parts.GetRequiredService<TimeProvider>().GetUtcNow();
        var supporter = institution.Everybody.FirstOrDefault(person =>
            person.Roles.Any(grant => grant.Role == Role.Supporter)
            && person is { OwnPanel: not null, Supervisor: not null }
            && institution.StandingAt(person.Id, now).Standing == Standing.Current);
        if (supporter is not { OwnPanel: { } panel, Supervisor: { } supervisor }) return;
        var files = parts.GetRequiredService<CaseFileCommands>();
        var (file, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var codes = parts.GetRequiredService<OpeningCaseFiles>();
        foreach (var id in new[] { file, other })
        {
            var code = await codes.FreeCodeAsync();
            await As(supporter.Id, id, (state, context) => OpenCaseFile.Decide(
                new(code, supporter.Id, panel, null, ProgrammeKind.Listening), state, context));
        }

        await As(supporter.Id, file, (state, context) => LogContact.Decide(
            new(
                Guid.CreateVersion7(), ContactMode.InPerson, null, null, 50, [new("Academic pressure")], null,
                new(FirstWords), now.AddHours(-2)),
            state, context), happened: now.AddHours(-2));
        await As(supervisor, file, (state, context) => AskCaseQuestion.Decide(
            new(Guid.CreateVersion7(), supporter.Id, new(Question)), state, context), supporter.Id);

        Task As(
            PersonId person, Guid id, Func<CaseFile, CaseFileContext, Decision<CaseFileEvent>> decide,
            PersonId? named = null, DateTimeOffset? happened = null) =>
            files.RunAsync(
                nameof(DemoCaseFiles),
                new CommandInfo(
                    Guid.CreateVersion7(), institution.Caller(person, now)!, institution.Person(person)!.Roles[0].Role)
                {
                    OccurredAt = happened,
                },
                id, decide, new(named ?? supporter.Id));
    }
}
