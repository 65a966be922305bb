namespace Safeguard.Domain.CaseFiles;

/// <summary>Contacts, questions, actions, disclosures, goals and handovers, and the deadlines of them all.</summary>
public sealed partial record CaseFile
{
    private CaseFile WhenPartChanged(CaseFileEvent happened, DateTimeOffset at) => happened switch
    {
        ContactPlanned e => this with { Planned = [.. Planned, new(e.Contact, e.At, at)] },
        ContactLogged e => WhenContactLogged(e, at),
        ContactCorrected e => Settling(e.Correction) with { Contacts = [.. Contacts.Select(c => Corrected(c, e))] },
        Signposted e => Settling(e.Signpost),
        ReceivedAttached e => Settling(e.Attachment),
        CaseQuestionAsked e => Asking(e.Of) with { Questions = [.. Questions, new(e.Question, e.Of, e.DueBy, at)] },
        CaseQuestionAnswered e => Settling(e.Question) with
        {
            Questions = [.. Questions.Where(question => question.Id != e.Question)],
        },
        CaseActionRecorded { Done: true } e => Settling(e.Action),
        CaseActionRecorded e => Asking(e.Owner) with
        {
            Actions = [.. Actions, new(e.Action, e.Owner, e.DueBy, at)],
        },
        CaseActionDone e => Settling(e.Action) with { Actions = [.. Actions.Where(todo => todo.Id != e.Action)] },
        InvolvementRecorded e => this with { DisclosureBy = Earlier(DisclosureBy, e.DisclosureBy) },
        CaseDisclosureRecorded e => WhenDisclosed(e, at),
        DisclosureSeconded e => this with
        {
            SecondNames = [.. SecondNames.Where(owed => owed.Disclosure != e.Disclosure)],
        },
        GoalSet e => this with { Goals = [.. Goals, new(e.Goal, IsMet: false)] },
        GoalMet e => this with { Goals = [.. Goals.Select(g => g.Id == e.Goal ? g with { IsMet = true } : g)] },
        HandoverOffered e => this with { Offer = new(e.To, e.AnswerBy) },
        HandoverDeclined or HandoverOfferLapsed => this with { Offer = null },
        HandoverAsked e => this with { HandoverTask = new(e.Of, e.RemindAt) },
        HandoverTaskCancelled => this with { HandoverTask = null },
        CaseItemReassigned e => WhenItemReassigned(e),
        CaseDeadlineMissed e => WhenMissed(e, at),
        CaseReminderSent e => WhenReminded(e, at),
        HighLoadNoticed or CaseDeadlineExplained => this,
        _ => throw new InvalidOperationException($"{happened.GetType().Name} is not an event of a case file."),
    };

    private CaseFile WhenContactLogged(ContactLogged e, DateTimeOffset at) => this with
    {
        Contacts = [.. Contacts, new(e.Contact, e.By, e.Mode, e.Channel, e.Reached, e.Day, e.Band)],
        Planned = [.. Planned.Where(planned => planned.Id != e.Contact)],
        LastContactAt = at,
        ReviewAt = at + Timings.ReviewEvery,
    };

    private static LoggedContact Corrected(LoggedContact contact, ContactCorrected e) => contact.Id != e.Contact
        ? contact
        : contact with { Mode = e.Mode, Channel = e.Channel, Reached = e.Reached, Day = e.Day, Band = e.Band };

    private CaseFile WhenDisclosed(CaseDisclosureRecorded e, DateTimeOffset at)
    {
        var settled = Settling(e.Disclosure) with { DisclosureBy = null };
        return e.SecondNameBy is { } by
            ? settled with { SecondNames = [.. SecondNames, new(e.Disclosure, e.DecidedBy, by, at)] }
            : settled;
    }

    private CaseFile WhenMissed(CaseDeadlineMissed e, DateTimeOffset at) =>
        (this with { Missed = [.. Missed, new(e.Which, e.Item, e.DueBy)] })
            .Reminding(e.Which, e.Item, at, at + Timings.FollowUpEvery);

    private CaseFile WhenReminded(CaseReminderSent e, DateTimeOffset at) => Reminding(e.About, e.Item, at, e.NextAt);

    private CaseFile Reminding(CaseDeadline about, Guid? item, DateTimeOffset at, DateTimeOffset next) => about switch
    {
        CaseDeadline.Question => this with
        {
            Questions = [.. Questions.Select(q => q.Id == item ? q with { RemindedAt = at } : q)],
        },
        CaseDeadline.Action => this with
        {
            Actions = [.. Actions.Select(a => a.Id == item ? a with { RemindedAt = at } : a)],
        },
        CaseDeadline.PlannedContact => this with
        {
            Planned = [.. Planned.Select(p => p.Id == item ? p with { RemindedAt = at } : p)],
        },
        CaseDeadline.Disclosure => this with { DisclosureRemindedAt = at },
        CaseDeadline.SecondName => this with
        {
            SecondNames = [.. SecondNames.Select(o => o.Disclosure == item ? o with { RemindedAt = at } : o)],
        },
        CaseDeadline.HandoverTask when HandoverTask is { } task => this with
        {
            HandoverTask = task with { RemindAt = next },
        },
        CaseDeadline.Closure when Closing is { } closing => this with { Closing = closing with { AskAt = next } },
        CaseDeadline.Review => this with { ReviewAt = next },
        _ => this,
    };

    private CaseFile Asking(PersonId person) =>
        Asked.Contains(person) ? this : this with { Asked = [.. Asked, person] };

    private CaseFile WhenItemReassigned(CaseItemReassigned e) => e.Which switch
    {
        CaseDeadline.Question => Asking(e.To) with
        {
            Questions = [.. Questions.Select(q => q.Id == e.Item ? q with { Of = e.To } : q)],
        },
        CaseDeadline.Action => Asking(e.To) with
        {
            Actions = [.. Actions.Select(a => a.Id == e.Item ? a with { Owner = e.To } : a)],
        },
        CaseDeadline.HandoverTask when HandoverTask is { } task => this with
        {
            HandoverTask = task with { Of = e.To },
        },
        CaseDeadline.Closure when Closing is { } closing => this with { Closing = closing with { Of = e.To } },
        _ => this,
    };

    private static DateTimeOffset Earlier(DateTimeOffset? one, DateTimeOffset other) =>
        one is { } first && first < other ? first : other;
}
