namespace Safeguard.Domain.CaseFiles;

/// <summary>
/// The urgent contact that a case file's decision sets off: it is raised in the same transaction, never by a second
/// click (R5). Where one by that id was raised before, the same raise becomes an addition and lifts its band.
/// </summary>
/// <param name="Id">The contact's id, or the correction's where the contact's urgent contact is finished.</param>
/// <param name="Raiser">Who logged the contact that it comes from.</param>
/// <param name="CaseFile">The file's code.</param>
public sealed record EscalationToRaise(
    Guid Id, PersonId Raiser, PanelId Panel, string CaseFile, Band Band, Confidential What)
{
    /// <summary>What has to be raised because of these events; null where nothing has.</summary>
    /// <param name="before">The file before them.</param>
    public static EscalationToRaise? In(IReadOnlyList<CaseFileEvent> happened, CaseFile before, PersonId caller)
    {
        ArgumentNullException.ThrowIfNull(happened);
        ArgumentNullException.ThrowIfNull(before);
        return happened.FirstOrDefault(one => one is ContactLogged or ContactCorrected) switch
        {
            ContactLogged { Band: { } band } e when band.IsCrisis() =>
                new(e.Contact, e.By, before.Panel, before.Code, band, e.Note),
            ContactCorrected { Band: { } band } e when band.IsCrisis() => Corrected(e, band, before, caller),
            _ => null,
        };
    }

    private static EscalationToRaise? Corrected(
        ContactCorrected e, Band band, CaseFile before, PersonId caller)
    {
        var contact = before.Contacts.First(known => known.Id == e.Contact);
        if (Crisis.RaisedBy(e.Contact, e.Correction, band, contact, before) is not { } id) return null;
        var raiser = id == e.Contact ? contact.By : caller;
        return new(id, raiser, before.Panel, before.Code, band, e.Note);
    }
}

/// <summary>Whether a contact's band asks for an urgent contact, and under which id.</summary>
internal static class Crisis
{
    public static bool IsNew(Band? band, Guid id, CaseCourse course) =>
        band?.IsCrisis() == true && !course.State.Escalations.Any(linked => linked.Id == id && linked.IsOpen);

    public static Guid? RaisedBy(CorrectContact command, LoggedContact contact, CaseFile before) =>
        RaisedBy(command.Contact, command.Correction, command.Band, contact, before);

    /// <summary>Null where the band did not rise, or is no crisis.</summary>
    public static Guid? RaisedBy(
        Guid contactId, Guid correction, Band? band, LoggedContact contact, CaseFile before)
    {
        if (band?.IsCrisis() != true || (contact.Band is { } was && was >= band)) return null;
        return before.Escalations.Any(linked => linked.Id == contactId && !linked.IsOpen) ? correction : contactId;
    }
}
