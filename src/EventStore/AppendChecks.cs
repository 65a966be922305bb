using System.Text;
using System.Text.Json;

namespace Safeguard.EventStore;

/// <summary>
/// Refuses before sending what PostgreSQL would refuse after: a broken row in a batch costs everybody in it a retry.
/// No message holds what was refused.
/// </summary>
internal static class AppendChecks
{
    /// <summary>Characters of a name (type, kind, table): Marten's <c>varchar(500)</c> is the narrowest.</summary>
    private const int MaxName = 500;

    /// <summary>
    /// Characters of a key that is indexed: a third of a page, PostgreSQL's limit, at four bytes each.
    /// </summary>
    private const int MaxKey = 600;

    /// <summary>Bytes of one wrapped key: 32 of key, 28 of nonce and tag, and room for a KMS's envelope.</summary>
    private const int MaxWrappedKey = 4096;

    /// <summary>Rows of each other sort in one command; as many as it may have events.</summary>
    private const int MaxRows = StoreLimits.MaxEventsPerCommand;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public static void Check(Append append)
    {
        Name(append.By, "The person's id");
        if (append.CorrelationId is { } correlation) Name(correlation, "The correlation id");
        if (append.CausationId is { } causation) Name(causation, "The causation id");
        if (append.Answer is { } answer) Json(answer, "The answer", mustBeObject: false);
        CheckEvents(append);
        Few(append.RestsOn.Count, "streams rested on");
        Few(append.WakeUps.Count, "wake-ups");
        Few(append.Outbox.Count, "outbox messages");
        Few(append.Rows.Count, "rows");
        Few(append.Keys.Count, "keys");
        Once(append.WakeUps.Select(w => (w.Stream, w.Kind)), "wake-up");
        Once(append.Rows.Select(r => (r.Table, r.Key)), "row");
        Once(append.Keys.Select(k => k.Subject), "subject's key");
        foreach (var wakeUp in append.WakeUps) Name(wakeUp.Kind, "A wake-up's kind");
        foreach (var message in append.Outbox)
        {
            Name(message.Kind, "A message's kind");
            Json(message.Json, "A message's body");
        }

        foreach (var row in append.Rows)
        {
            Name(row.Table, "A table's name");
            Key(row.Key);
            if (row.Doc is { } doc) Json(doc, "A row's document");
        }

        foreach (var key in append.Keys)
        {
            Name(key.KeyEncryptionKey, "A key-encryption key's id");
            if (key.Wrapped.Length is 0 or > MaxWrappedKey) throw Refusal("A wrapped key", "has an impossible length");
        }
    }

    private static void CheckEvents(Append append)
    {
        var count = 0;
        foreach (var stream in append.Streams)
        {
            Name(stream.StreamType, "A stream's type");
            if (stream.Events.Count == 0) throw Refusal("A stream", "is to be changed by no event");
            if (stream.ExpectedVersion < 0) throw Refusal("An expected version", "is below 0");
            count += stream.Events.Count;
            foreach (var happened in stream.Events)
            {
                Name(happened.Type, "An event's type");
                Json(happened.Json, "An event");
                if (happened.Headers is { } headers) Json(headers, "An event's headers");
            }
        }

        if (count > StoreLimits.MaxEventsPerCommand) throw Refusal("A command", "has too many events");
        Once(append.Streams.Select(s => s.Stream), "stream");
    }

    /// <summary>Of two changes to one thing in one command, one would be lost, and nobody could say which.</summary>
    private static void Once<T>(IEnumerable<T> things, string what)
    {
        var seen = new HashSet<T>();
        if (!things.All(seen.Add)) throw Refusal("A command", $"changes one {what} twice");
    }

    private static void Few(int count, string what)
    {
        if (count > MaxRows) throw Refusal("A command", $"has too many {what}");
    }

    private static void Name(string text, string what)
    {
        if (text.Length is 0 or > MaxName) throw Refusal(what, $"is empty or longer than {MaxName} characters");
        Storable(text, what);
    }

    private static void Key(string text)
    {
        if (text.Length is 0 or > MaxKey) throw Refusal("A row's key", $"is empty or longer than {MaxKey} characters");
        Storable(text, "A row's key");
    }

    private static void Storable(string text, string what)
    {
        if (text.Contains('\0')) throw Refusal(what, "holds U+0000, which PostgreSQL cannot store");
        Utf8Length(text, what);
    }

    private static int Utf8Length(string text, string what)
    {
        try
        {
            return StrictUtf8.GetByteCount(text);
        }
        catch (EncoderFallbackException)
        {
            throw Refusal(what, "holds half of a surrogate pair");
        }
    }

    private static void Json(string text, string what, bool mustBeObject = true)
    {
        if (Utf8Length(text, what) > StoreLimits.MaxEventBytes)
        {
            throw Refusal(what, $"is longer than {StoreLimits.MaxEventBytes} bytes");
        }

        try
        {
            var reader = new Utf8JsonReader(StrictUtf8.GetBytes(text));
            if (!reader.Read() || (mustBeObject && reader.TokenType != JsonTokenType.StartObject))
            {
                throw Refusal(what, "is not a JSON object");
            }

            do
            {
                // Only an escape can smuggle in what the plain text may not hold: U+0000 or half a surrogate pair.
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName
                    && reader.ValueIsEscaped && reader.GetString()!.Contains('\0'))
                {
                    throw Refusal(what, "holds U+0000, which PostgreSQL cannot store");
                }
            }
            while (reader.Read());
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            throw Refusal(what, "is not JSON");
        }
    }

    private static UnstorableCommandException Refusal(string what, string why) => new($"{what} {why}.");
}
