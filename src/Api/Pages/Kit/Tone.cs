namespace Safeguard.Api.Pages.Kit;

/// <summary>
/// The weight of a tag, notice, figure or entry. Never the only sign: words and an icon stand beside it.
/// </summary>
public enum Tone
{
    Plain, Done, Note, Warn, Alarm,
}

/// <summary>The <c>data-tone</c> that the stylesheet knows.</summary>
public static class Tones
{
    public static string? Attribute(this Tone tone) => tone switch
    {
        Tone.Done => "done",
        Tone.Note => "note",
        Tone.Warn => "warn",
        Tone.Alarm => "alarm",
        _ => null,
    };
}
