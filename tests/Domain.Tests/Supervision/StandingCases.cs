using FsCheck;
using FsCheck.Fluent;
using Safeguard.Domain.Tests.Supervision.Model;

namespace Safeguard.Domain.Tests.Supervision;

/// <summary>
/// Any life of a supporter: terms of any length around leap days and clock changes, sessions kept, moved and cancelled,
/// absences of every kind, made-up sessions, groups joined late or never, long lapses confirmed or not.
/// </summary>
internal static class StandingCases
{
    private static readonly DateOnly[] Starts =
        [new(2026, 1, 18), new(2026, 3, 1), new(2026, 10, 11), new(2027, 10, 10), new(2028, 1, 16), new(2028, 2, 20)];

    private static readonly Gen<DateOnly> FirstDays =
        from start in Gen.Elements(Starts)
        from days in Gen.Choose(-10, 10)
        select start.AddDays(days);

    /// <summary>Mostly eight weeks and a vacation, but also terms of a day and terms that touch.</summary>
    private static readonly Gen<(int Length, int Vacation)> TermLengths =
        from length in Gen.Frequency((3, Gen.Choose(40, 70)), (1, Gen.Choose(1, 30)))
        from vacation in Gen.Frequency((3, Gen.Choose(20, 45)), (1, Gen.Choose(0, 10)))
        select (length, vacation);

    private static readonly Gen<OwnSessionDraft> Sessions =
        from gap in Gen.Frequency((4, Gen.Choose(10, 18)), (1, Gen.Choose(1, 40)))
        from moved in Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(-6, 6)))
        from cancelled in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        from mark in Gen.Elements<ModelMark?>(
            ModelMark.Attended, ModelMark.Attended, ModelMark.Attended, ModelMark.Excused, ModelMark.Excused,
            ModelMark.Unexplained, ModelMark.Unexplained, ModelMark.SaysMadeUp, null)
        from office in Gen.Elements(true, false, false)
        select new OwnSessionDraft(gap, moved, cancelled, mark, office);

    /// <summary>Many of them on a day on which the own group met as well.</summary>
    private static readonly Gen<GuestDraft> Guests =
        from day in Gen.Choose(-10, 250)
        from with in Gen.Elements(0, 0, 1, 3, 5)
        from office in Gen.Elements(true, false)
        select new GuestDraft(day, with, office);

    /// <summary>Evenings and small hours above all, where the day in Britain and the day in UTC differ.</summary>
    private static readonly Gen<int> Minutes =
        Gen.OneOf(Gen.Choose(0, 1439), Gen.Choose(1370, 1439), Gen.Choose(0, 10));

    public static Gen<StandingCase> All { get; } =
        from first in FirstDays
        from terms in Several(TermLengths, 1, 4)
        from active in Gen.Frequency((9, Gen.Choose(-20, 120)), (1, Gen.Constant(int.MaxValue)))
        from joined in Gen.Frequency(
            (5, Gen.Constant(0)), (3, Gen.Choose(-30, 60)), (1, Gen.Constant(int.MaxValue)))
        from joinedAt in Minutes
        from sessions in Several(Sessions, 0, 14)
        from guests in Several(Guests, 0, 3)
        from confirmed in Several(Gen.Choose(0, 250), 0, 2)
        from spells in Gen.Frequency((4, Gen.Constant<SpellDraft[]>([])), (1, Several(SpellDrafts, 1, 3)))
        from asked in Gen.Choose(-5, 260)
        from askedAt in Minutes
        select Case(
            first, terms, active, joined, joinedAt, sessions, guests, confirmed, spells,
            At(first.AddDays(asked), askedAt));

    private static Gen<SpellDraft> SpellDrafts =>
        from spell in Gen.Elements(Enum.GetValues<ModelSpell>())
        from start in Gen.Choose(-5, 120)
        from length in Gen.Choose(0, 60)
        select new SpellDraft(spell, start, length);

    private static StandingCase Case(
        DateOnly first, (int Length, int Vacation)[] lengths, int active, int joined, int joinedAt,
        OwnSessionDraft[] sessions, GuestDraft[] guests, int[] confirmed, SpellDraft[] spells, DateTimeOffset moment)
    {
        var today = LocalDay.Of(moment);
        var activated = active == int.MaxValue ? (DateOnly?)null : first.AddDays(active);
        var from = activated ?? first;
        var own = SessionsOf(first, sessions);
        return new StandingCase
        {
            Terms = TermsOf(first, lengths),
            Activated = activated,
            Joined = joined == int.MaxValue ? null : At(from.AddDays(joined), joinedAt),
            Sessions = own,
            Guests =
            [
                .. guests.Select(guest => new GuestSession(
                    guest.With > 0 && own.Count > guest.With ? own[guest.With].Day : from.AddDays(guest.Day),
                    guest.FromOffice)),
            ],
            Confirmed = [.. confirmed.Select(day => from.AddDays(day))],
            Spells = [.. SpellsOf(from, today, spells)],
            Moment = moment,
        };
    }

    private static List<ModelTerm> TermsOf(DateOnly first, (int Length, int Vacation)[] lengths)
    {
        var terms = new List<ModelTerm>();
        foreach (var (length, vacation) in lengths)
        {
            terms.Add(new ModelTerm(first, first.AddDays(length - 1)));
            first = first.AddDays(length + vacation);
        }

        return terms;
    }

    /// <summary>On days of their own, as the product keeps them; a moved one lies where it was moved to.</summary>
    private static List<OwnSession> SessionsOf(DateOnly first, OwnSessionDraft[] drafts)
    {
        var sessions = new List<OwnSession>();
        var day = first.AddDays(-10);
        foreach (var draft in drafts)
        {
            day = day.AddDays(draft.Gap);
            var moved = day.AddDays(draft.MovedBy);
            if (sessions.Exists(session => session.Day == moved)) continue;
            sessions.Add(new OwnSession(
                moved, draft.MovedBy == 0 ? null : day, draft.Cancelled, draft.Cancelled ? null : draft.Mark,
                draft.FromOffice));
        }

        return sessions;
    }

    /// <summary>Only what has begun, and ended, by the day that is asked about; leaving does not end.</summary>
    private static IEnumerable<ModelAway> SpellsOf(DateOnly from, DateOnly today, SpellDraft[] drafts)
    {
        foreach (var draft in drafts.DistinctBy(draft => draft.Spell))
        {
            var start = from.AddDays(draft.Start);
            var back = start.AddDays(draft.Length);
            if (start >= today) continue;
            yield return new ModelAway(
                draft.Spell, start, draft.Spell == ModelSpell.Left || back >= today ? null : back);
        }
    }

    private static DateTimeOffset At(DateOnly day, int minutes) =>
        new(day.ToDateTime(TimeOnly.MinValue).AddMinutes(minutes), TimeSpan.Zero);

    private static Gen<T[]> Several<T>(Gen<T> one, int least, int most) =>
        from count in Gen.Choose(least, most)
        from all in one.ArrayOf(count)
        select all;

    private sealed record OwnSessionDraft(int Gap, int MovedBy, bool Cancelled, ModelMark? Mark, bool FromOffice);

    private sealed record GuestDraft(int Day, int With, bool FromOffice);

    private sealed record SpellDraft(ModelSpell Spell, int Start, int Length);
}
