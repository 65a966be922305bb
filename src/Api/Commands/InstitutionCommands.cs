using Safeguard.Domain;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Commands;

/// <summary>
/// Runs one command on the institution's own streams. Whoever changed something reads what they wrote: the directory
/// has caught up before they are answered.
/// </summary>
public sealed class InstitutionCommands(CommandRunner runner, InstitutionDirectory directory)
{
    /// <summary>Decides and applies; gives back the refusal that ended it, or null.</summary>
    public delegate Task<Rejection?> Decide(InstitutionChange change);

    public async Task<Outcome> RunAsync(string name, CommandInfo info, Decide decide)
    {
        var outcome = await runner.RunAsync(name, info, async transaction =>
        {
            var change = new InstitutionChange(transaction, directory);
            var rejection = await decide(change);
            if (rejection is null) change.Await();
            return rejection;
        });
        if (outcome is Done) await directory.CatchUpAsync(CancellationToken.None);
        return outcome;
    }
}
