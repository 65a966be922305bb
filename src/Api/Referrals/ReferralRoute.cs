using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Referrals;

namespace Safeguard.Api.Referrals;

/// <summary>One thing that people do to a referral, by the API and by a form of its case file's page.</summary>
public sealed record ReferralRoute(string Path, string Name, string Summary)
    : StreamRoute<Referral, ReferralEvent, ReferralContext>(Path, Name, Summary)
{
    /// <summary>Who works on referrals at all; the rules say on which.</summary>
    internal static readonly Access Workers =
        Access.Only(Role.Supporter, Role.Supervisor, Role.SeniorMember, Role.Coordinator);

    public override Access Access { get; init; } = Workers;

    protected override string Noun => "referrals";

    protected override Task<Outcome> RunAsync(
        HttpContext http, CommandInfo info, Guid id, Func<Referral, ReferralContext, Decision<ReferralEvent>> decide,
        RequestReading reading) =>
        http.RequestServices.GetRequiredService<ReferralCommands>().RunAsync(Name, info, id, decide, reading.Named);

    protected override Task<IResult> RefusedAsync(
        HttpContext http, Guid id, string form, IFormCollection typed, Outcome outcome) =>
        http.RequestServices.GetRequiredService<ReferralPages>().RefusedAsync(http, id, form, typed, outcome);

    protected override string FormOn(RouteValueDictionary route, IFormCollection form) =>
        ReferralView.FormOf(Guid.Parse((string)route["id"]!).ToString(), Path);
}
