namespace Safeguard.Api.CaseFiles;

/// <summary>The part of a case file that an address names: a contact, question, action, goal or disclosure.</summary>
internal static class CaseFilePart
{
    public static Guid Of(RouteValueDictionary route) => Guid.Parse((string)route["part"]!);
}
