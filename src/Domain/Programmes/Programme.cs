using System.Collections.Immutable;
using Safeguard.Domain.Training;

namespace Safeguard.Domain.Programmes;

/// <summary>The programme as its rules need it.</summary>
public sealed record Programme
{
    public const string StreamType = "programme";

    /// <summary>The slug of the one programme that issue A knows; programmes of other kinds come with R26.</summary>
    public const string Listening = "listening";

    public static Programme NotStarted { get; } = new();

    public static Aggregate<Programme, ProgrammeEvent> Aggregate { get; } =
        new(StreamType, NotStarted, static (programme, happened, stamp) => programme.Evolve(happened, stamp));

    public bool Started { get; init; }

    /// <summary>In the order of adoption, so versions count up from 1.</summary>
    public ImmutableList<AdoptedPolicy> Policies { get; init; } = [];

    /// <summary>In the order of adoption, so versions count up from 1; each is kept, for who trained by it.</summary>
    public ImmutableList<AdoptedCurriculum> Curricula { get; init; } = [];

    public ImmutableDictionary<PanelId, Panel> Panels { get; init; } = ImmutableDictionary<PanelId, Panel>.Empty;

    public ImmutableDictionary<string, Term> Terms { get; init; } = ImmutableDictionary<string, Term>.Empty;

    public ImmutableDictionary<string, Service> Services { get; init; } = ImmutableDictionary<string, Service>.Empty;

    /// <summary>
    /// The policy in force at a moment: the one with the latest effective date not after it, and of two with the same
    /// date the later version. Before any, the defaults that ship with the product.
    /// </summary>
    public Policy PolicyAt(DateTimeOffset moment)
    {
        AdoptedPolicy? inForce = null;
        foreach (var adopted in Policies)
            if (adopted.EffectiveFrom <= moment && (inForce is null || adopted.EffectiveFrom >= inForce.EffectiveFrom))
                inForce = adopted;
        return inForce?.Policy ?? Policy.Default;
    }

    /// <summary>The curriculum by which a cohort opened now trains (R11).</summary>
    public Curriculum Curriculum => Curricula is [.., var last] ? last.Curriculum : Curriculum.Default;

    /// <summary>That version, 0 being the one that ships with the product; null where there never was one.</summary>
    public Curriculum? CurriculumOf(int version) => version == 0
        ? Curriculum.Default
        : Curricula.Find(adopted => adopted.Curriculum.Version == version)?.Curriculum;

    public Programme Evolve(ProgrammeEvent happened, Stamp stamp) => happened switch
    {
        ProgrammeStarted => this with { Started = true },
        PolicyAdopted e => this with
        {
            Policies = Policies.Add(new AdoptedPolicy(e.Policy, e.EffectiveFrom, stamp.By, e.Reason)),
        },
        CurriculumAdopted e => this with
        {
            Curricula = Curricula.Add(new AdoptedCurriculum(e.Curriculum, stamp.OccurredAt, stamp.By, e.Reason)),
        },
        TermDatesSet e => this with { Terms = Terms.SetItem(e.Term, new Term(e.Term, e.Starts, e.Ends)) },
        PanelFormed e => With(new Panel(e.Panel, e.Name, e.Kind, Closed: false)),
        PanelClosed e => Panels.TryGetValue(e.Panel, out var panel) ? With(panel with { Closed = true }) : this,
        ServiceListed e => With(new Service(e.Service, e.Entry, Withdrawn: false)),
        ServiceChanged e => With(new Service(e.Service, e.Entry, Withdrawn: false)),
        ServiceWithdrawn e => Services.TryGetValue(e.Service, out var service)
            ? With(service with { Withdrawn = true })
            : this,
        _ => this,
    };

    private Programme With(Panel panel) => this with { Panels = Panels.SetItem(panel.Id, panel) };

    private Programme With(Service service) => this with { Services = Services.SetItem(service.Id, service) };
}

/// <param name="Author">Who adopted it.</param>
public sealed record AdoptedPolicy(Policy Policy, DateTimeOffset EffectiveFrom, PersonId Author, string Reason);

/// <param name="Author">Who adopted it.</param>
public sealed record AdoptedCurriculum(Curriculum Curriculum, DateTimeOffset Since, PersonId Author, string Reason);

public sealed record Panel(PanelId Id, string Name, PanelKind Kind, bool Closed);

/// <summary>A term; its first and its last day are in term (R9).</summary>
public sealed record Term(string Name, DateOnly Starts, DateOnly Ends)
{
    public bool Holds(DateOnly day) => Starts <= day && day <= Ends;

    public bool Overlaps(Term other) => Starts <= other.Ends && other.Starts <= Ends;
}

public sealed record Service(string Id, ServiceEntry Entry, bool Withdrawn);
