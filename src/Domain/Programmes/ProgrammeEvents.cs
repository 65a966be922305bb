using Safeguard.Domain.Training;

namespace Safeguard.Domain.Programmes;

/// <summary>Something that happened to the programme itself: policy, curriculum, panels, terms or directory.</summary>
public abstract record ProgrammeEvent;

/// <summary>The programme began to be kept here.</summary>
/// <param name="Programme">Its slug, <c>listening</c>.</param>
public sealed record ProgrammeStarted(string Programme, ProgrammeKind Kind) : ProgrammeEvent;

/// <summary>
/// A whole policy was adopted (R29). Its author is who did it (the stamp); the policy carries its own version.
/// </summary>
/// <param name="EffectiveFrom">Decisions use it from then on; escalations raised before keep what they froze.</param>
public sealed record PolicyAdopted(Policy Policy, DateTimeOffset EffectiveFrom, string Reason) : ProgrammeEvent;

/// <summary>A whole curriculum was adopted (R11), with its version; cohorts opened from then on train by it.</summary>
public sealed record CurriculumAdopted(Curriculum Curriculum, string Reason) : ProgrammeEvent;

/// <summary>A term begins and ends on these days, both in term (R9). Said again, it replaces what was said.</summary>
/// <param name="Term">Its name as the institution writes it, <c>Michaelmas 2026</c>.</param>
public sealed record TermDatesSet(string Term, DateOnly Starts, DateOnly Ends) : ProgrammeEvent;

public sealed record PanelFormed(PanelId Panel, string Name, PanelKind Kind) : ProgrammeEvent;

public sealed record PanelClosed(PanelId Panel) : ProgrammeEvent;

/// <summary>A service entered the directory (R22).</summary>
/// <param name="Service">Its slug, <c>campus-security</c>.</param>
public sealed record ServiceListed(string Service, ServiceEntry Entry) : ProgrammeEvent;

/// <summary>The service's entry in the directory reads like this from now on.</summary>
public sealed record ServiceChanged(string Service, ServiceEntry Entry) : ProgrammeEvent;

public sealed record ServiceWithdrawn(string Service) : ProgrammeEvent;

/// <summary>What the directory says about a service.</summary>
/// <param name="Inside">Part of the university, so that its staff work under the same rules.</param>
/// <param name="Contact">A number, an address, or what to text where; shown as it is written.</param>
/// <param name="Opens">Opening hours as written, <c>Mon-Fri 09:00-17:00</c>; null where unknown.</param>
/// <param name="Urgent">Takes urgent work.</param>
public sealed record ServiceEntry(
    string Name, ServiceKind Kind, bool Inside, string Contact, string? Opens, bool Urgent)
{
    /// <summary>The names of the required parts that it lacks.</summary>
    public IReadOnlyList<string> Lacks() =>
    [
        .. string.IsNullOrWhiteSpace(Name) ? ["name"] : Array.Empty<string>(),
        .. string.IsNullOrWhiteSpace(Contact) ? ["contact"] : Array.Empty<string>(),
    ];
}

public enum ProgrammeKind
{
    Listening, Mentoring, Tutoring, StudyGroup, PeerCounselling,
}

/// <summary>What a panel is the panel of; a <c>Group</c> cuts across the university.</summary>
public enum PanelKind
{
    College, Department, Division, Group,
}

public enum ServiceKind
{
    Professional, StudentGroup,
}
