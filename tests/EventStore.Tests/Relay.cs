using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Safeguard.EventStore.Tests;

/// <summary>
/// Stands between a node and PostgreSQL and passes everything on, until it is told to keep back what the node has to
/// say last: Sync, which ends a call in PostgreSQL's protocol. That is how a process looks from the server that was
/// stopped, or cut off, at the worst moment: the call has arrived, and nothing comes after it.
/// </summary>
internal sealed class Relay : IAsyncDisposable
{
    private const byte Sync = (byte)'S';

    /// <summary>A message's kind, and its length, which counts itself.</summary>
    private const int Head = 5;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly TaskCompletionSource letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource keptBack = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly NpgsqlConnectionStringBuilder server;
    private readonly Task accepting;
    private volatile bool keepsBack;

    public Relay(EventStoreOptions options)
    {
        server = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        listener.Start();
        var here = (IPEndPoint)listener.LocalEndpoint;
        Options = options with
        {
            ConnectionString = new NpgsqlConnectionStringBuilder(options.ConnectionString)
            {
                Host = here.Address.ToString(),
                Port = here.Port,
                SslMode = SslMode.Disable,
                GssEncryptionMode = GssEncryptionMode.Disable,
            }.ConnectionString,
        };
        accepting = AcceptAsync();
    }

    /// <summary>For the node whose connections go through here.</summary>
    public EventStoreOptions Options { get; }

    /// <summary>From the next message on. Every connection must be at rest.</summary>
    public void KeepBackSync() => keepsBack = true;

    /// <summary>Something has been kept back: the server has everything that came before it.</summary>
    public Task KeptBackAsync() => keptBack.Task.WaitAsync(TimeSpan.FromSeconds(10));

    /// <summary>What was kept back goes on its way.</summary>
    public void LetGo()
    {
        keepsBack = false;
        letGo.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        letGo.TrySetResult();
        listener.Dispose();
        await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> passing = [];
        try
        {
            while (true) passing.Add(PassAsync(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException)
        {
            await Task.WhenAll(passing);
        }
    }

    private async Task PassAsync(TcpClient node)
    {
        using var from = node;
        using var to = new TcpClient();
        try
        {
            await to.ConnectAsync(server.Host!, server.Port, stop.Token);
            await Task.WhenAny(AskAsync(from.GetStream(), to.GetStream()),
                to.GetStream().CopyToAsync(from.GetStream(), stop.Token));
        }
        catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException)
        {
            // One of the two has hung up; both ends are closed.
        }
    }

    private async Task AskAsync(NetworkStream node, NetworkStream postgres)
    {
        // The first message has no kind, and is the only one so.
        await postgres.WriteAsync(await MessageAsync(node, Head - 1), stop.Token);
        while (true)
        {
            var message = await MessageAsync(node, Head);
            if (keepsBack && message[0] == Sync)
            {
                keptBack.TrySetResult();
                await letGo.Task;
            }

            await postgres.WriteAsync(message, stop.Token);
        }
    }

    private async Task<byte[]> MessageAsync(NetworkStream from, int headLength)
    {
        var head = new byte[headLength];
        await from.ReadExactlyAsync(head, stop.Token);
        var length = BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(headLength - sizeof(int)));
        var message = new byte[headLength - sizeof(int) + length];
        head.CopyTo(message, 0);
        await from.ReadExactlyAsync(message.AsMemory(headLength), stop.Token);
        return message;
    }
}
