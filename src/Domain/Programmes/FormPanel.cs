namespace Safeguard.Domain.Programmes;

/// <summary>Form a panel, or open again one that was closed (R13).</summary>
public sealed record FormPanel(PanelId Panel, string? Name, PanelKind Kind)
{
    public static Decision<ProgrammeEvent> Decide(FormPanel command, Programme programme, ProgrammeContext context)
    {
        if (!context.MayKeepOffice) return new OfficeOnly(Rule.R13);
        if (!Slug.Is(command.Panel.Value)) return new PanelIdUnusable();
        if (string.IsNullOrWhiteSpace(command.Name)) return new PanelNameMissing { Missing = ["name"] };
        var panel = new Panel(command.Panel, command.Name.Trim(), command.Kind, Closed: false);
        if (programme.Panels.TryGetValue(panel.Id, out var known))
        {
            if (known == panel) return Decision<ProgrammeEvent>.AlreadySo;
            if (!known.Closed) return new PanelExists();
        }

        return new PanelFormed(panel.Id, panel.Name, panel.Kind);
    }
}

public sealed record PanelIdUnusable() : Rejection(
    "panel.id", Rule.R13, "An id has lower-case letters, digits and single hyphens, at most 64. Choose such an id.")
{
    public override RejectionKind Kind => RejectionKind.SaysNothing;
}

public sealed record PanelNameMissing() : Rejection(
    "panel.nameMissing", Rule.R13, "A panel needs a name. Say what people call it.")
{
    public override RejectionKind Kind => RejectionKind.SaysNothing;
}

public sealed record PanelExists() : Rejection(
    "panel.exists", Rule.R13, "There is another panel with this id. Choose another id, or close that one first.");
