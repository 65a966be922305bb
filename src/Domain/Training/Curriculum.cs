namespace Safeguard.Domain.Training;

/// <summary>
/// What a trainee goes through (R11): versioned data, adopted whole. A cohort is judged by the version that was in
/// force when it was opened, whatever is adopted later.
/// </summary>
public sealed record Curriculum
{
    /// <summary>Ten sessions of three hours and the fifteen topics, as R11 lists them.</summary>
    public static Curriculum Default { get; } = new();

    /// <summary>0 for the one that ships with the product; 1 and up for adopted ones.</summary>
    public int Version { get; init; }

    public int Sessions { get; init; } = 10;

    public int MinutesPerSession { get; init; } = 180;

    /// <summary>Each has to be gone through at least once, in a session or in a catch-up.</summary>
    public IReadOnlyList<Topic> Topics { get; init; } =
    [
        new("confidentiality", "Confidentiality"),
        new("group-boundaries", "Group boundaries"),
        new("getting-to-know-a-stranger", "Getting to know a stranger"),
        new("welcoming-and-non-welcoming-behaviours", "Welcoming and non-welcoming behaviours"),
        new("effective-questioning", "Effective questioning"),
        new("identifying-and-labelling-feelings", "Identifying and labelling feelings"),
        new("advice-giving-vs-active-listening", "Advice giving vs active listening"),
        new("decision-making", "Decision making"),
        new("values-clarification", "Values clarification"),
        new("assertive-communication", "Assertive communication"),
        new("cultural-awareness", "Cultural awareness"),
        new("working-with-people-in-crisis", "Working with people in crisis"),
        new("suicide-prevention-education", "Suicide prevention education"),
        new("referrals", "Referrals"),
        new("limit-setting", "Limit-setting"),
    ];

    /// <summary>The minutes that a trainee needs. A method, so that it is not written into the stored event.</summary>
    public int MinutesNeeded() => Sessions * MinutesPerSession;

    /// <summary>Whether the two ask the same of a trainee, their versions aside.</summary>
    public bool ReadsAs(Curriculum other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Sessions == other.Sessions && MinutesPerSession == other.MinutesPerSession
            && Topics.SequenceEqual(other.Topics);
    }
}

/// <summary>Something that every trainee goes through.</summary>
/// <param name="Id">Its slug, by which sessions name it; stable from version to version.</param>
/// <param name="Words">As people read it.</param>
public sealed record Topic(string Id, string Words);
