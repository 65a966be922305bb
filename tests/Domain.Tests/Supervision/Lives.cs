using Safeguard.Domain.Supervision;
using Safeguard.Domain.Tests.Supervision.Model;

namespace Safeguard.Domain.Tests.Supervision;

/// <summary>How a life is told in a test, and what is asked about it.</summary>
internal static class Lives
{
    /// <summary>The same life with a mark in the register of that day's session, which it is given if it has none.</summary>
    public static StandingCase Marked(this StandingCase life, DateOnly day, ModelMark mark) => life with
    {
        Sessions =
        [
            .. life.Sessions.Where(session => session.Day != day)
                .Append(new OwnSession(day, MovedFrom: null, Cancelled: false, mark, FromOffice: false))
                .OrderBy(session => session.Day),
        ],
    };

    public static StandingCase Marked(this StandingCase life, int month, int day, ModelMark mark) =>
        life.Marked(new DateOnly(2026, month, day), mark);

    public static StandingCase Came(this StandingCase life, DateOnly day) => life.Marked(day, ModelMark.Attended);

    public static StandingCase Came(this StandingCase life, int month, int day) =>
        life.Came(new DateOnly(2026, month, day));

    public static StandingAnswer Ask(this StandingCase life, DateTimeOffset moment) =>
        StandingOf.At((life with { Moment = moment }).ToFacts(), moment);

    /// <summary>What the product says at that moment; the model has to say the same.</summary>
    public static Standing At(this StandingCase life, DateTimeOffset moment)
    {
        var standing = life.Ask(moment).Standing;
        new StandingModel(life.ToModel()).On(LocalDay.Of(moment)).ShouldBe(standing.ToString(), $"the model at {moment:u}");
        return standing;
    }

    public static Standing On(this StandingCase life, DateOnly day) => life.At(Supervised.NoonOn(day));

    public static Standing On(this StandingCase life, int month, int day) => life.On(new DateOnly(2026, month, day));

    public static Standing In2027(this StandingCase life, int month, int day) =>
        life.On(new DateOnly(2027, month, day));
}
