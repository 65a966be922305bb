using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Safeguard.Api.Http;

namespace Safeguard.Api.Pages.Kit;

/// <summary>
/// The stylesheet, script and icon. They are inside the binary, so that no start directory can lose them, under an
/// address that holds the hash of all of them: a browser keeps them for good, and a new release has new addresses.
/// One folder for all lets the script's modules import each other by plain relative names.
/// </summary>
public static class SiteFiles
{
    private const string Prefix = "site/";

    private static readonly Dictionary<string, SiteFile> Files = Load();
    private static readonly string Hash = HashOfAll();

    /// <summary>The address of one file; an unknown name is a bug and throws.</summary>
    public static string Address(string name) => $"/assets/{Hash}/{Files[name].Name}";

    /// <summary>What is in one file, for a place that has no server; an unknown name is a bug and throws.</summary>
    public static string Text(string name) => System.Text.Encoding.UTF8.GetString(Files[name].Plain);

    /// <summary>Serves every file to everybody, signed in or not: there is nothing confidential in them.</summary>
    public static void MapSiteFiles(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/assets/{hash}/{name}", Serve).For(Access.Public).ExcludeFromDescription();

    private static IResult Serve(string hash, string name, HttpContext http)
    {
        if (hash != Hash || !Files.TryGetValue(name, out var file)) return Results.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.Vary = "Accept-Encoding";
        var brotli = http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.OrdinalIgnoreCase);
        if (brotli) http.Response.Headers.ContentEncoding = "br";
        return Results.Bytes(brotli ? file.Brotli : file.Plain, file.ContentType);
    }

    private static Dictionary<string, SiteFile> Load()
    {
        var binary = Assembly.GetExecutingAssembly();
        var names = binary.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal));
        return names.Select(name => Read(binary, name)).ToDictionary(file => file.Name, StringComparer.Ordinal);
    }

    private static SiteFile Read(Assembly binary, string resource)
    {
        using var stream = binary.GetManifestResourceStream(resource)!;
        using var plain = new MemoryStream();
        stream.CopyTo(plain);
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize)) brotli.Write(plain.ToArray());
        return new(resource[Prefix.Length..], plain.ToArray(), packed.ToArray());
    }

    private static string HashOfAll()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files.Values.OrderBy(file => file.Name, StringComparer.Ordinal))
            hash.AppendData(file.Plain);
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private sealed record SiteFile(string Name, byte[] Plain, byte[] Brotli)
    {
        public string ContentType => Path.GetExtension(Name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            _ => "image/svg+xml",
        };
    }
}
