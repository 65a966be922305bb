using Safeguard.Api.Pages.Kit;
using Safeguard.Domain.People;

namespace Safeguard.Api.People;

/// <summary>The grounds of a conflict of interest (R15) in words.</summary>
public static class ConflictWords
{
    public static IReadOnlyList<Choice> Grounds { get; } =
        [.. Enum.GetValues<ConflictGround>().Select(ground => new Choice(ground.FieldValue(), ground.Label()))];

    public static string Label(this ConflictGround ground) => ground switch
    {
        ConflictGround.Subject => "It is about one of them",
        ConflictGround.Tutor => "Tutor of the student",
        ConflictGround.DisciplineRole => "A part in discipline",
        _ => "Another relationship",
    };
}
