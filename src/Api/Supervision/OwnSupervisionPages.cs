using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using Safeguard.Domain.Training;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Supervision;

/// <summary>One's own supervision and training as a page.</summary>
public sealed class OwnSupervisionPages(InstitutionDirectory directory, PageFrame frames)
{
    public const string Address = "/my-supervision";

    /// <summary>Sessions to come that are shown: a term of fortnights.</summary>
    private const int SessionsAhead = 6;

    public static void MapOwnSupervisionPage(IEndpointRouteBuilder app) =>
        app.MapGet(Address, (HttpContext http, OwnSupervisionPages pages) => pages.Show(http))
            .For(Access.Everyone).ExcludeFromDescription();

    /// <summary>The page of each of its forms, which leads back to it.</summary>
    public static FormPage FormOf(Func<RouteValueDictionary, IFormCollection, string> name) => new(
        name, (_, _) => Address, (http, refused, status) => Task.FromResult<IResult>(
            http.RequestServices.GetRequiredService<OwnSupervisionPages>().Show(http, refused, status)));

    private RazorComponentResult<OwnSupervisionPage> Show(HttpContext http, Refused? refused = null, int status = 200)
    {
        var (institution, person, frame) = (directory.Present, http.Caller().Person, frames.For(http));
        var supporter = institution.SupporterOf(person);
        var view = new OwnSupervisionView(person.Value, OwnStandingView.Of(institution, person, frame.Clock))
        {
            Supporter = supporter,
            Training = supporter is { Enrolled: true, ActiveSince: null } ? institution.TrainingOf(person) : null,
            Ahead = supporter.Group is { } group
                ? [.. institution.GroupOf(group).ByDay.Where(session =>
                    session.IsToCome && session.Day >= frame.Clock.Today).Take(SessionsAhead)]
                : [],
            Offered = (supporter.ActiveSince is null ? Enum.GetValues<Agreement>() : []).ToDictionary(
                agreement => agreement, agreement => OfferedOf(institution, agreement, frame.Clock.Today)),
            Refused = refused,
        };
        return PageResult.Show<OwnSupervisionPage, OwnSupervisionView>(frame, view, status);
    }

    /// <summary>The version of the text that most have accepted; the year's where nobody has yet.</summary>
    private static string OfferedOf(Institution institution, Agreement agreement, DateOnly today) =>
        institution.Supporters.Values.Select(supporter => supporter.Agreements.GetValueOrDefault(agreement))
            .OfType<string>().CountBy(version => version, StringComparer.Ordinal)
            .OrderByDescending(version => version.Value)
            .ThenByDescending(version => version.Key, StringComparer.Ordinal)
            .Select(version => version.Key)
            .FirstOrDefault(today.Year.ToString(CultureInfo.InvariantCulture));
}

/// <param name="Standing">Null for those who are neither supporter nor trainee.</param>
public sealed record OwnSupervisionView(string Person, OwnStandingView? Standing)
{
    public Supporter Supporter { get; init; } = Supporter.NotEnrolled;

    /// <summary>The version of each agreement's text that is put to them.</summary>
    public IReadOnlyDictionary<Agreement, string> Offered { get; init; } = new Dictionary<Agreement, string>();

    /// <summary>Null once they are a supporter.</summary>
    public TrainingProgress? Training { get; init; }

    /// <summary>Sessions of the own group to come, soonest first.</summary>
    public IReadOnlyList<SupervisionSession> Ahead { get; init; } = [];

    public Refused? Refused { get; init; }
}
