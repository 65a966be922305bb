using Safeguard.Api.Pages.Kit;

namespace Safeguard.Api.Supervision;

/// <summary>
/// What is wrong with a register, at the line that it is about: the rules name people by id, a page by name.
/// </summary>
internal static class RegisterFaults
{
    private const string PersonField = "].person";

    public static Refused InWords(Refused refused, RegisterView view)
    {
        var form = FormOf(view.Session.Taken);
        if (refused.Form is "register" or "correction" && (refused.Form != form || !view.Session.IsToCome
            && !view.Session.Taken))
            return refused.Homeless();
        return refused with { Faults = [.. refused.Faults.Select(fault => Of(fault, refused, view)).Distinct()] };
    }

    /// <summary>The name of the form on the page.</summary>
    public static string FormOf(bool isTaken) => isTaken ? "correction" : "register";

    /// <summary><c>attendance[3].</c> of whoever was sent in that row.</summary>
    public static string? RowOf(Refused refused, string person) =>
        refused.Typed.FirstOrDefault(field => field.Value == person
            && field.Key.EndsWith(PersonField, StringComparison.Ordinal)).Key is { } key
            ? key[..^"person".Length] : null;

    private static Fault Of(Fault fault, Refused refused, RegisterView view)
    {
        if (fault.Field == "attendance")
            return new(null, view.Session.Taken
                ? "Nothing is different from what stands there. Change somebody, or leave it as it is."
                : "Nobody is marked yet. Tap one answer for each person.");
        if (refused.Form == "note") return fault with { Field = "note" };
        if (fault.Field is null or "reason") return fault;
        for (var row = 0; row < view.Lines.Count; row++)
        {
            if (view.Lines[row] is var line && line.Person != fault.Field) continue;
            return new($"attendance[{row}].attendance", refused.Code == "supervision.registerIncomplete"
                ? $"Say whether {line.Name} was here"
                : $"Look at {line.Name} again");
        }

        return new(null, "A guest is a supporter of another group who was here, and is named once.");
    }
}
