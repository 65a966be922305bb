namespace Safeguard.Api.Docs;

/// <summary>The API as people read it.</summary>
public sealed record DocsView(string About, IReadOnlyList<DocsArea> Areas);

/// <param name="Name">As in the document's tags: <c>escalations</c>, <c>rota</c>.</param>
public sealed record DocsArea(string Name, IReadOnlyList<DocsOperation> Operations);

/// <param name="Id">The operation's id in the document; also where the page can be entered.</param>
/// <param name="Example">A body as JSON; null where it takes none.</param>
public sealed record DocsOperation(
    string Id, string Method, string Path, string Summary, string WhoMay, IReadOnlyList<DocsPart> Parameters,
    string? Example, IReadOnlyList<DocsAnswer> Answers);

public sealed record DocsPart(string Name, string Where, string About);

/// <param name="Fields">The names of what a good answer holds.</param>
public sealed record DocsAnswer(string Status, string About, IReadOnlyList<string> Fields);
