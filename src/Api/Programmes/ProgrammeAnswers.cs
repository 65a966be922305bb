using Safeguard.Domain;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.Programmes;

/// <param name="SeniorMembers">Who may be on duty for it.</param>
/// <param name="Warnings">
/// What it lacks for good: <c>panel.noSeniorMember</c>, <c>panel.noDeputy</c>, <c>panel.noRota</c>.
/// </param>
public sealed record PanelAnswer(
    PanelId Id, string Name, PanelKind Kind, bool Closed, IReadOnlyList<PersonId> SeniorMembers,
    IReadOnlyList<string> Warnings)
{
    public static PanelAnswer Of(Institution institution, Panel panel) => new(
        panel.Id, panel.Name, panel.Kind, panel.Closed, institution.SeniorMembersOf(panel.Id),
        [.. institution.StandingWarnings().Where(warning => warning.Panel == panel.Id).Select(known => known.Code)]);
}

/// <param name="Id">The slug of its name.</param>
/// <param name="Starts">Its first day; the last is <paramref name="Ends"/>, both in term.</param>
public sealed record TermAnswer(string Id, string Term, DateOnly Starts, DateOnly Ends)
{
    public static TermAnswer Of(Term term) => new(Slug.Of(term.Name), term.Name, term.Starts, term.Ends);
}

/// <param name="Inside">Part of the university.</param>
/// <param name="Contact">A number, an address, or what to text where.</param>
/// <param name="Opens">As written; absent where unknown.</param>
/// <param name="Urgent">Takes urgent work.</param>
public sealed record ServiceAnswer(
    string Id, string Name, ServiceKind Kind, bool Inside, string Contact, string? Opens, bool Urgent)
{
    public static ServiceAnswer Of(Service service) => new(
        service.Id, service.Entry.Name, service.Entry.Kind, service.Entry.Inside, service.Entry.Contact,
        service.Entry.Opens, service.Entry.Urgent);
}

/// <summary>The policy in force, and how it came to be.</summary>
/// <param name="PolicyVersion">0 for the defaults that ship with the product.</param>
/// <param name="Policy">Every value; lengths of time are ISO 8601 durations.</param>
/// <param name="Adopted">Every policy ever adopted, the latest first, those to come included.</param>
public sealed record PolicyAnswer(int PolicyVersion, Policy Policy, IReadOnlyList<AdoptedPolicyAnswer> Adopted)
{
    public static PolicyAnswer Of(Programme programme, DateTimeOffset now)
    {
        var inForce = programme.PolicyAt(now);
        return new(inForce.Version, inForce, [.. programme.Policies.Reverse().Select(adopted => new AdoptedPolicyAnswer(
            adopted.Policy.Version, adopted.EffectiveFrom, adopted.Author, adopted.Reason, adopted.Policy))]);
    }
}

/// <param name="By">Who adopted it.</param>
public sealed record AdoptedPolicyAnswer(
    int PolicyVersion, DateTimeOffset EffectiveFrom, PersonId By, string Reason, Policy Policy);
