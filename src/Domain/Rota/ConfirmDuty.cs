namespace Safeguard.Domain.Rota;

/// <summary>"I am on duty": said at the start, or shortly before (R12).</summary>
public sealed record ConfirmDuty(Guid Shift)
{
    /// <summary>How long before its start a duty can be confirmed. No source: the evening before a morning.</summary>
    public static TimeSpan Earliest { get; } = TimeSpan.FromHours(12);

    public static Decision<RotaEvent> Decide(ConfirmDuty command, PanelRota rota, RotaContext context)
    {
        if (rota.Find(command.Shift) is not { } shift) return new ShiftUnknown();
        var person = context.Caller.Person;
        var own = shift.Stretches().Where(stretch => stretch.Person == person).ToList();
        if (own.Count == 0) return new NotYourShift();
        if (shift.Confirmed.Contains(person)) return Decision<RotaEvent>.AlreadySo;
        if (own[^1].Ends <= context.Now) return new ShiftIsOver();
        var next = own.First(stretch => stretch.Ends > context.Now);
        if (next.Starts - Earliest > context.Now) return new TooEarlyToConfirm { Since = next.Starts };
        return new DutyConfirmed(context.Panel, shift.Id, person);
    }
}

/// <summary>A confirmation is a person's own word.</summary>
public sealed record NotYourShift() : Rejection(
    "duty.notYours", Rule.R12, "This duty is somebody else's, and only they can confirm it. Cover it to take it.")
{
    public override RejectionKind Kind => RejectionKind.RoleMayNot;
}

/// <summary>A word given long before says nothing about the night itself.</summary>
public sealed record TooEarlyToConfirm() : Rejection(
    "duty.tooEarly", Rule.R12, "A duty is confirmed in the 12 hours before it starts. Come back then.");
