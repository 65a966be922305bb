using Safeguard.Domain.Training;

namespace Safeguard.Api.Training;

/// <summary>What a trainee still lacks, in words.</summary>
public static class TrainingWords
{
    public static string Missing(string item, Curriculum curriculum)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(curriculum);
        return item switch
        {
            "hours" => "Hours",
            "signOff" => "The trainer’s sign-off",
            "agreement:codeOfConduct" => "Their yes to the code of conduct",
            "agreement:confidentiality" => "Their yes to the confidentiality agreement",
            "panel" => "A panel",
            "group" => "A supervision group",
            _ => curriculum.Topics.FirstOrDefault(topic =>
                string.Equals($"topic:{topic.Id}", item, StringComparison.Ordinal))?.Words ?? item,
        };
    }
}
