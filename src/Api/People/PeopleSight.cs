using Safeguard.Domain;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.People;

/// <summary>What somebody may know of a person's record.</summary>
public enum Sight
{
    /// <summary>Not even that there is such a person.</summary>
    None,

    /// <summary>Id, roles and status: auditors and data protection work without names (R24).</summary>
    WithoutNames,

    /// <summary>Name, e-mail and phone as well: the programme office, a supervisor's own supporters, oneself.</summary>
    Whole,
}

/// <summary>Who may know what of whom (R13, R24).</summary>
public static class PeopleSight
{
    public static Sight Of(Caller reader, PersonFacts person)
    {
        if (reader.Person == person.Id || reader.KeepsPeople()) return Sight.Whole;
        if (reader.Is(Role.Supervisor) && person.Supervisor == reader.Person) return Sight.Whole;
        return reader.Is(Role.Auditor) || reader.Is(Role.DataProtection) ? Sight.WithoutNames : Sight.None;
    }

    public static bool KeepsPeople(this Caller caller) => caller.Is(Role.Coordinator) || caller.Is(Role.Administrator);
}
