using Safeguard.TestSupport;

namespace Safeguard.EventStore.Tests;

/// <summary>Commands that arrive together and are committed together, whatever the machine is doing.</summary>
internal static class OneBatch
{
    /// <summary>
    /// Commits these commands in one batch, in this order: one more goes ahead and waits for the lock.
    /// </summary>
    public static async Task<AppendResult[]> OfAsync(TestInstitution institution, params Append[] commands)
    {
        var held = await HeldLog.TakeAsync(institution);
        var ahead = institution.Log.AppendAsync(Given.To(Guid.NewGuid(), 0));
        await held.SomebodyWaitsAsync();
        var answers = commands.Select(institution.Log.AppendAsync).ToList();
        await held.DisposeAsync();
        await ahead;
        return await Task.WhenAll(answers);
    }
}
