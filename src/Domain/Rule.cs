namespace Safeguard.Domain;

/// <summary>
/// The numbered rules of the programme. <c>docs/rules.md</c> lists each with the tests that prove it.
/// </summary>
public enum Rule
{
    /// <summary>No rule: the request itself cannot be read, or names what does not exist.</summary>
    None = 0,
    /// <summary>Raising is unconditional.</summary>
    R1 = 1,
    /// <summary>No delete, no silent edit.</summary>
    R2,
    /// <summary>A question never closes.</summary>
    R3,
    /// <summary>One owner, one next wake-up.</summary>
    R4,
    /// <summary>Crisis goes to a Senior Member, and keeps going until one answers.</summary>
    R5,
    /// <summary>Bands go up freely, down with a reason.</summary>
    R6,
    /// <summary>Sharing in an emergency never waits for consent.</summary>
    R7,
    /// <summary>It survives an outage.</summary>
    R8,
    /// <summary>Supporters stay current on supervision.</summary>
    R9,
    /// <summary>The supervisor is usually the trainer.</summary>
    R10,
    /// <summary>The training gate.</summary>
    R11,
    /// <summary>Senior Member cover.</summary>
    R12,
    /// <summary>Panels are scopes.</summary>
    R13,
    /// <summary>The supporter is looked after.</summary>
    R14,
    /// <summary>Need to know, and conflicts of interest.</summary>
    R15,
    /// <summary>Group supervision is de-identified.</summary>
    R16,
    /// <summary>Break-glass.</summary>
    R17,
    /// <summary>The raiser's receipt.</summary>
    R18,
    /// <summary>Retention, legal hold, erasure.</summary>
    R19,
    /// <summary>A record good enough for an inquest.</summary>
    R20,
    /// <summary>Trusted contacts.</summary>
    R21,
    /// <summary>Referral.</summary>
    R22,
    /// <summary>Two people close a case file.</summary>
    R23,
    /// <summary>The auditor.</summary>
    R24,
    /// <summary>Safe to use under stress.</summary>
    R25,
    /// <summary>Programmes of other kinds.</summary>
    R26,
    /// <summary>Outreach events.</summary>
    R27,
    /// <summary>Evaluation and feedback.</summary>
    R28,
    /// <summary>Policy is versioned data.</summary>
    R29,
}
