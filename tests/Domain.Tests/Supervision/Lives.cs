using Safeguard.Domain.Supervision;
using Safeguard.Domain.Tests.Supervision.Model;

namespace Safeguard.Domain.Tests.Supervision;

/// <summary>How a life is told in a test, and what is asked about it.</summary>
internal static class Lives
{
    /// <summary>The first day of Michaelmas 2026, on which the supporter of these tests became one.</summary>
    private static readonly DateOnly Begins = new(2026, 10, 11);

    /// <summary>Weekly sessions to which the supporter does not come: nothing but days moves anything.</summary>
    public static StandingCase Weekly { get; } = new()
    {
        Terms = [new(new(2026, 10, 11), new(2026, 12, 5)), new(new(2027, 1, 17), new(2027, 3, 13))],
        Activated = Begins,
        Joined = Supervised.NoonOn(Begins),
        Sessions = [.. Enumerable.Range(1, 22).Select(week => Own(Begins.AddDays((7 * week) - 5)))],
    };

    public static OwnSession Own(DateOnly day, ModelMark? mark = null) =>
        new(day, MovedFrom: null, Cancelled: false, mark, FromOffice: false);

    public static OwnSession Own(int month, int day, ModelMark? mark = null) => Own(new(2026, month, day), mark);

    public static OwnSession Cancelled(int month, int day) => Own(month, day) with { Cancelled = true };

    /// <summary>The same life with that mark in the register of a session on that day.</summary>
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
        var model = new StandingModel(life.ToModel());
        model.On(LocalDay.Of(moment)).ShouldBe(standing.ToString(), $"the model at {moment:u}");
        return standing;
    }

    public static Standing On(this StandingCase life, DateOnly day) => life.At(Supervised.NoonOn(day));

    public static Standing On(this StandingCase life, int month, int day) => life.On(new DateOnly(2026, month, day));

    public static Standing In2027(this StandingCase life, int month, int day) =>
        life.On(new DateOnly(2027, month, day));
}
