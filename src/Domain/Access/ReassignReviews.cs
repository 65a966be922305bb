namespace Safeguard.Domain.Access;

/// <summary>
/// Whoever owes reviews leaves, or is no Coordinator any more: they go to another in the same step (R4).
/// </summary>
/// <param name="From">Whose they were; the context does not name them among the Coordinators any more.</param>
public sealed record ReassignReviews(PersonId From)
{
    public static Decision<AccessEvent> Decide(ReassignReviews command, AccessHistory history, AccessContext context)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(context);
        return history.Unreviewed.Where(glass => glass.Reviewer == command.From)
            .SelectMany(glass => WakeAccess.Passed(glass, history.Person!.Value, context)).ToList();
    }
}
