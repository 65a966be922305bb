using Safeguard.Api.Escalations;
using Safeguard.Domain;
using Safeguard.Domain.Escalations;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Demo;

/// <summary>
/// One urgent contact that is waiting when the demo is first opened. It describes no harm and nobody real.
/// </summary>
public static class DemoEscalation
{
    private const string Words =
        "Someone on my corridor has not been out of their room since Monday and asked me to get help tonight. "
        + "I am outside their door.";

    public static async Task RaiseAsync(IServiceProvider parts)
    {
        var directory = parts.GetRequiredService<InstitutionDirectory>();
        var institution = directory.Present;
        var now = parts.GetRequiredService<TimeProvider>().GetUtcNow();
        var raiser = institution.Everybody.FirstOrDefault(person =>
            person.Roles.Any(grant => grant.Role == Role.Supporter)
            && person.OwnPanel is { } panel && institution.DutyAt(panel, now).First is not null);
        if (raiser is null) return;
        var request = new RaiseRequest(
            Words, false, Band.Within4Hours, Answers.None, null, null, "Third floor, east side", null, null);
        await parts.GetRequiredService<Raising>()
            .RaiseAsync(Guid.CreateVersion7(), new Caller(raiser.Id, raiser.Roles), request);
    }
}
