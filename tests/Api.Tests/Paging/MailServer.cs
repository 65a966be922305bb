using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Safeguard.Api.Tests.Paging;

/// <summary>A mail server that speaks as much SMTP as a client of ours asks for, and keeps what it was given.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<Letter> _letters = new();
    private readonly Task _serving;

    private MailServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public static MailServer Start() => new();

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string[] Settings => ["--SAFEGUARD_SMTP_HOST=127.0.0.1", $"--SAFEGUARD_SMTP_PORT={Port}"];

    /// <summary>Answers every sender with "try later".</summary>
    public bool Fails { get; set; }

    public IReadOnlyList<Letter> Letters => [.. _letters];

    /// <summary>Waits until so many letters are here.</summary>
    public async Task<IReadOnlyList<Letter>> ReceiveAsync(int letters)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (_letters.Count < letters) await Task.Delay(20, patience.Token);
        return Letters;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = TalkAsync(client);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
            await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { AutoFlush = true };
            writer.NewLine = "\r\n";
            await writer.WriteLineAsync("220 mail.example");
            var to = "";
            while (await reader.ReadLineAsync() is { } line)
            {
                if (line.StartsWith("RCPT TO:", StringComparison.OrdinalIgnoreCase)) to = line[8..].Trim('<', '>', ' ');
                if (line.Equals("DATA", StringComparison.OrdinalIgnoreCase))
                {
                    await writer.WriteLineAsync("354 go on");
                    _letters.Enqueue(new(to, await ReadAsync(reader)));
                    await writer.WriteLineAsync("250 taken");
                }
                else
                {
                    await writer.WriteLineAsync(AnswerTo(line));
                }
            }
        }
    }

    private string AnswerTo(string line) => line.Split(' ', ':')[0].ToUpperInvariant() switch
    {
        "MAIL" when Fails => "451 try later",
        "QUIT" => "221 bye",
        _ => "250 fine",
    };

    private static async Task<string> ReadAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line and not ".") text.Append(line).Append('\n');
        return text.ToString();
    }
}

/// <summary>One letter as it came over the wire.</summary>
internal sealed record Letter(string To, string Text)
{
    public string Head => Text[..Text.IndexOf("\n\n", StringComparison.Ordinal)];

    /// <summary>The body as its reader sees it: line ends that were only for the way are gone.</summary>
    public string Plain => Body.Replace("=\n", "", StringComparison.Ordinal)
        .Replace("=0D=0A", "\n", StringComparison.Ordinal).Trim();

    private string Body => Text[(Text.IndexOf("\n\n", StringComparison.Ordinal) + 2)..];
}
