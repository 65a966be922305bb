namespace Safeguard.Domain.Programmes;

/// <summary>Form a panel, or open again one that was closed (R13).</summary>
public sealed record FormPanel(PanelId Panel, string? Name, PanelKind Kind)
{
    public static Decision<ProgrammeEvent> Decide(FormPanel command, Programme programme, ProgrammeContext context)
    {
        if (!context.MayKeepOffice) return new OfficeOnly(Rule.R13);
        if (!Slug.Is(command.Panel.Value)) return new UnusableId("panel", Rule.R13);
        if (string.IsNullOrWhiteSpace(command.Name)) return new Incomplete("panel.incomplete", Rule.R13, "name");
        var panel = new Panel(command.Panel, command.Name.Trim(), command.Kind, Closed: false);
        if (programme.Panels.TryGetValue(panel.Id, out var known))
        {
            if (known == panel) return Decision<ProgrammeEvent>.AlreadySo;
            if (!known.Closed) return new ExistsOtherwise("panel", Rule.R13);
        }

        return new PanelFormed(panel.Id, panel.Name, panel.Kind);
    }
}
