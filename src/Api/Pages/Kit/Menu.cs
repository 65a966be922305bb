using Safeguard.Domain;

namespace Safeguard.Api.Pages.Kit;

/// <summary>One page that somebody's menu names.</summary>
public sealed record MenuItem(string Address, string Label)
{
    private static readonly (MenuItem Item, Role[] For)[] Pages =
    [
        (new("/", "Home"), Enum.GetValues<Role>()),
        (new("/overview", "Overview"), [Role.Coordinator]),
        (new("/open-items", "Open items"), [Role.Coordinator]),
        (new("/queue", "Urgent contacts"), [Role.SeniorMember, Role.Coordinator, Role.Supervisor]),
        (new("/case-files", "Case files"),
            [Role.Supporter, Role.SeniorMember, Role.Supervisor, Role.Coordinator, Role.DataProtection]),
        (new("/referrals", "Referrals"), [Role.Supporter, Role.SeniorMember, Role.Supervisor, Role.Coordinator]),
        (new("/duty", "My duty"), [Role.SeniorMember]),
        (new("/my-supervision", "My supervision"), [Role.Supporter, Role.Trainee]),
        (new("/groups", "Groups"), [Role.Supervisor, Role.Coordinator]),
        (new("/supervisor-tasks", "Requests"), [Role.Supervisor]),
        (new("/debriefs", "Debriefs"), [Role.Supervisor]),
        (new("/standing", "Standing"), [Role.Coordinator, Role.Supervisor]),
        (new("/cohorts", "Training"), [Role.Coordinator, Role.Supervisor]),
        (new("/rota/gaps", "Cover"), [Role.Coordinator]),
        (new("/people", "People"), [Role.Coordinator, Role.Administrator]),
        (new("/reports", "Reports"), [Role.Coordinator, Role.Auditor]),
        (new("/policy", "Policy"), [Role.Coordinator]),
        (new("/import", "Import"), [Role.Coordinator, Role.Administrator]),
        (new("/break-glass", "Open a record"), [Role.SeniorMember, Role.Supervisor]),
        (new("/audit", "Find a record"), [Role.Auditor]),
        (new("/audit/deadlines", "Deadlines"), [Role.Auditor]),
        (new("/audit/samples", "Samples"), [Role.Auditor]),
        (new("/audit/findings", "Findings"), [Role.Auditor]),
        (new("/receipts", "Receipts"), [.. Enum.GetValues<Role>().Except([Role.Coordinator, Role.Administrator])]),
        (new("/services", "Services"), [.. Enum.GetValues<Role>().Except([Role.Auditor, Role.DataProtection])]),
    ];

    /// <summary>The menu of somebody with these roles; a person without any still has home and receipts.</summary>
    public static IReadOnlyList<MenuItem> For(IReadOnlyCollection<Role> roles) =>
        roles.Count == 0
            ? [.. Pages.Where(page => page.Item.Address is "/" or "/receipts").Select(page => page.Item)]
            : [.. Pages.Where(page => page.For.Any(roles.Contains)).Select(page => page.Item)];
}
