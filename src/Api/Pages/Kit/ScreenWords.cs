using Safeguard.Domain;
using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Pages.Kit;

/// <summary>
/// The domain's enumerations as people read them. One place, so that a word never drifts between pages.
/// </summary>
public static class ScreenWords
{
    public static string Label(this Band band) => band switch
    {
        Band.Immediate => "Immediate",
        Band.Within4Hours => "Within 4 hours",
        Band.Within24Hours => "Within 24 hours",
        Band.Within72Hours => "Within 72 hours",
        _ => "Next supervision",
    };

    public static IconName Icon(this Band band) => band switch
    {
        Band.Immediate => IconName.Octagon,
        Band.Within4Hours => IconName.Triangle,
        Band.Within24Hours => IconName.Square,
        Band.Within72Hours => IconName.Disc,
        _ => IconName.Ring,
    };

    public static string Label(this Answer? answer) => answer switch
    {
        Answer.Yes => "Yes",
        Answer.No => "No",
        Answer.Unsure => "Not sure",
        _ => "Not asked",
    };

    public static string Label(this ContactMode mode) => mode switch
    {
        ContactMode.InPerson => "In person",
        ContactMode.Phone => "By phone",
        ContactMode.Video => "By video",
        _ => "By message",
    };

    public static string Label(this Role role) => role switch
    {
        Role.SeniorMember => "Senior Member",
        Role.DataProtection => "Data Protection",
        _ => role.ToString(),
    };

    /// <summary>Who a rung is made of, as the caption under their names.</summary>
    public static string Label(this Rung rung) => rung switch
    {
        Rung.DutySeniorMember => "Senior Member on duty",
        Rung.Deputy => "Deputy",
        Rung.PanelAndSupervisor => "Senior Members of the panel, raiser’s supervisor",
        Rung.Coordinators => "Coordinators",
        _ => "Raiser’s supervisor",
    };

    /// <summary>Why a rung or a person was passed over.</summary>
    public static string Label(this SkipReason reason) => reason switch
    {
        SkipReason.NobodyOnDuty => "nobody was on duty",
        SkipReason.NoSupervisor => "the raiser has no supervisor",
        SkipReason.Conflict => "a conflict of interest",
        SkipReason.OwnEscalation => "they raised it themselves",
        SkipReason.NoLongerInRole => "no longer in the role",
        _ => "nobody to page",
    };

    /// <summary>What had to happen by a deadline, as a noun.</summary>
    public static string Label(this Deadline deadline) => deadline switch
    {
        Deadline.AcknowledgeBy => "“I have it”",
        Deadline.RespondBy or Deadline.ContactAfterAcknowledging => "Speaking with the student",
        Deadline.FollowUp => "Looking in on it again",
        Deadline.Closure => "Finishing the record",
        Deadline.Question => "An answer",
        Deadline.Action => "An action",
        Deadline.Disclosure => "The note of what was shared",
        _ => "The debrief",
    };

    /// <summary>
    /// The emergency service that was called, as the form names it; anything else stays as it was typed.
    /// </summary>
    public static string Service(string service) => service switch
    {
        "campusSecurity" => "Campus security was",
        "other" => "Somebody else was",
        _ => $"{service} was",
    };

    /// <summary>A policy fact that came with the raise, in words; none of them ever refused anything (R1).</summary>
    public static string? Fact(string code) => code switch
    {
        "raiser.trainee" => "In training, which changes nothing here.",
        "raiser.onLeave" => "On leave, which changes nothing here.",
        "raiser.stoodDown" => "Stood down for now, which changes nothing here.",
        "raiser.suspended" => "Suspended, which changes nothing here.",
        "raiser.lapsed" => "Lapsed for supervision, which changes nothing here.",
        "raiser.left" => "Has left the programme, which changes nothing here.",
        "cover.gap" => "Nobody was first on duty for the panel.",
        "cover.nobody" => "Nobody at all could be paged at first.",
        _ => null,
    };

    /// <summary>The JSON name of an enumeration's member, which the forms send as well.</summary>
    public static string FieldValue<T>(this T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
