using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Rota;
using Safeguard.Domain.Supervision;
using Safeguard.Domain.Training;

namespace Safeguard.Api.Commands;

/// <summary>
/// How the institution's own streams fold. They have no rows of their own: the directory holds them. The wake-up of a
/// rota rests on people and policy besides, so <see cref="InstitutionChange"/> adds it.
/// </summary>
public static class InstitutionStreams
{
    public static StreamKind<Programme, ProgrammeEvent> Programme { get; } = new(Domain.Programmes.Programme.Aggregate);

    public static StreamKind<Person, PersonEvent> Person { get; } = new(Domain.People.Person.Aggregate);

    public static StreamKind<Supporter, SupporterEvent> Supporter { get; } =
        new(Domain.Supervision.Supporter.Aggregate);

    public static StreamKind<SupervisionGroup, SupervisionGroupEvent> Group { get; } = new(SupervisionGroup.Aggregate);

    public static StreamKind<Cohort, CohortEvent> Cohort { get; } = new(Domain.Training.Cohort.Aggregate);

    public static StreamKind<PanelRota, RotaEvent> Rota { get; } = new(PanelRota.Aggregate);
}
