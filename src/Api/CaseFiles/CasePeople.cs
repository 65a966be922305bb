using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.CaseFiles;

/// <summary>To whom something may be given from a case file's page, those of its own panel first.</summary>
internal sealed class CasePeople(CaseFileHistory history)
{
    /// <summary>Names in one list. A programme has some 600 people with a role.</summary>
    private const int MaxChoices = 700;

    /// <summary>Whom to ask, or to name as a reader.</summary>
    public IReadOnlyList<Choice> Anybody => Choices(
        person => person.Roles.Any(grant => grant.Role is Role.Supporter or Role.SeniorMember or Role.Supervisor
            or Role.Coordinator));

    /// <summary>Who may have the file.</summary>
    public IReadOnlyList<Choice> Supporters => Choices(
        person => person.Roles.Any(grant => grant.Role == Role.Supporter) && person.Id != history.State.Owner);

    /// <summary>Who may decide a disclosure with another (R21).</summary>
    public IReadOnlyList<Choice> Senior => Choices(
        person => person.Roles.Any(grant => grant.Role is Role.SeniorMember or Role.Supervisor));

    private IReadOnlyList<Choice> Choices(Func<PersonFacts, bool> may)
    {
        var (state, circle, institution) = (history.State, history.Context.Circle, history.Institution);
        return
        [
            .. institution.Everybody
                .Where(person => person.LeftAt is null && person.Id != history.Context.Caller.Person && may(person)
                    && CaseFileAccess.MayBeGiven(new(person.Id, person.Roles), state, circle))
                .OrderByDescending(person => person.Roles.Any(grant => grant.Panel == state.Panel))
                .ThenBy(person => person.Name, StringComparer.Ordinal)
                .Take(MaxChoices)
                .Select(person => new Choice(person.Id.Value, Label(person, institution))),
        ];
    }

    private static string Label(PersonFacts person, Institution institution)
    {
        var grant = person.Roles[0];
        var panel = grant.Panel is { } of ? $", {institution.PanelName(of)}" : "";
        return $"{institution.PersonName(person.Id)}, {grant.Role.Label()}{panel}";
    }
}

/// <summary>The services of the directory as choices, with a warning at those that are closed now (R22).</summary>
internal static class ServiceChoices
{
    public static IReadOnlyList<ServiceChoice> Of(Institution institution, CaseFileContext context)
    {
        var directory = new ServiceDirectory(institution.Programme.Services.Values, context.Calendar);
        return
        [
            .. institution.Programme.Services.Values.Where(service => !service.Withdrawn)
                .OrderBy(service => service.Entry.Name, StringComparer.Ordinal)
                .Select(service => new ServiceChoice(
                    service.Id, service.Entry.Name, Warning(directory, service, context))),
        ];
    }

    private static string? Warning(ServiceDirectory directory, Service service, CaseFileContext context) =>
        directory.ClosedAt(service, urgent: false, context.Now) is { } closed
            ? closed.OpenInstead is { } open
                ? $"closed now; {directory.Listed(open)!.Entry.Name} is open"
                : "closed now"
            : null;
}
