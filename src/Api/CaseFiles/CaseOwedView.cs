using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>
/// The page of one who owes an answer or an action in a case file that is not theirs to read: nothing else of it is
/// told.
/// </summary>
public sealed record CaseOwedView(
    string Address, IReadOnlyList<CaseAskedView> Questions, IReadOnlyList<CaseActionView> Actions)
{
    public Refused? Refused { get; init; }

    /// <summary>Null for somebody who never owed anything here; those who have done it read that they have.</summary>
    public static CaseOwedView? Of(CaseFileHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var (state, person) = (history.State, history.Context.Caller.Person);
        if (!state.Asked.Contains(person) || CaseFileAccess.IsConflicted(person, state, history.Context.Circle))
            return null;
        return new(
            $"/case-files/{history.Id}",
            [
                .. from open in state.Questions
                   where open.Of == person
                   let recorded = history.Events.First(x => x.Event is CaseQuestionAsked of && of.Question == open.Id)
                   select new CaseAskedView(
                       open.Id.ToString(), (recorded.Stamp.Role ?? Role.Supporter).Label(),
                       ((CaseQuestionAsked)recorded.Event).Words.Text, recorded.Stamp.RecordedAt, open.DueBy),
            ],
            [
                .. from open in state.Actions
                   where open.Owner == person
                   let recorded = history.Events.First(x => x.Event is CaseActionRecorded of && of.Action == open.Id)
                   select new CaseActionView(
                       open.Id.ToString(), ((CaseActionRecorded)recorded.Event).What.Text, "you", open.DueBy, true),
            ]);
    }
}

/// <param name="By">The role in which it was asked, "Supervisor".</param>
public sealed record CaseAskedView(string Id, string By, string? Words, DateTimeOffset AskedAt, DateTimeOffset DueBy);
