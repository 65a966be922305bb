using System.Text;
using System.Text.Json;
using Safeguard.Domain;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Audit;

/// <summary>Whom events are about and who did them: any id of a person that stands in them.</summary>
internal static class PeopleNamed
{
    /// <param name="isPerson">Whether that is somebody's id.</param>
    public static IReadOnlySet<PersonId> In(IEnumerable<Recorded> events, Func<PersonId, bool> isPerson)
    {
        var (named, texts) = (new HashSet<PersonId>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var recorded in events)
        {
            named.Add(recorded.Stamp.By);
            var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(recorded.Stored.Json));
            while (json.Read())
                if (json.TokenType == JsonTokenType.String) texts.Add(json.GetString()!);
        }

        named.UnionWith(texts.Select(text => new PersonId(text)).Where(isPerson));
        return named;
    }
}
