namespace Safeguard.Domain.Programmes;

/// <summary>
/// Close a panel: nothing new is offered for it. Its people, its rota and whatever is open for it stay as they are,
/// so that nothing raised for it is lost (R4).
/// </summary>
public sealed record ClosePanel(PanelId Panel)
{
    public static Decision<ProgrammeEvent> Decide(ClosePanel command, Programme programme, ProgrammeContext context)
    {
        if (!context.MayKeepOffice) return new OfficeOnly(Rule.R13);
        if (!programme.Panels.TryGetValue(command.Panel, out var panel)) return new PanelUnknown();
        if (panel.Closed) return Decision<ProgrammeEvent>.AlreadySo;
        return new PanelClosed(command.Panel);
    }
}
