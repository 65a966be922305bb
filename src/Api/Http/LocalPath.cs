namespace Safeguard.Api.Http;

/// <summary>Where a page may send a browser on: only within this site.</summary>
public static class LocalPath
{
    public static bool IsLocal(string? path) =>
        path is { Length: > 0 and < 2_000 } && path[0] == '/'
        && (path.Length == 1 || path[1] is not ('/' or '\\')) && !path.Any(char.IsControl);
}
