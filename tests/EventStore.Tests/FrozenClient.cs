using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace Safeguard.EventStore.Tests;

/// <summary>
/// A client that speaks PostgreSQL's protocol up to Execute and then falls silent, before Sync: what a process looks
/// like from the server that was stopped, or cut off, at the worst moment.
/// </summary>
internal sealed class FrozenClient : IAsyncDisposable
{
    private readonly TcpClient connection = new();

    public static async Task<FrozenClient> SendAsync(EventStoreOptions options, string sql)
    {
        var where = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        var client = new FrozenClient();
        await client.connection.ConnectAsync(where.Host!, where.Port);
        var stream = client.connection.GetStream();
        await stream.WriteAsync(Message(
            null,
            [0, 3, 0, 0],
            Text("user"), Text(where.Username!), Text("database"), Text(where.Database!),
            Text("options"), Text($"-c search_path={options.Schema} -c role={options.ServerRole}"), [0]));
        await UntilAsync(stream, 'Z');
        await stream.WriteAsync(Message('P', Text(""), Text(sql), [0, 0]));
        await stream.WriteAsync(Message('B', Text(""), Text(""), [0, 0, 0, 0, 0, 0]));
        await stream.WriteAsync(Message('E', Text(""), [0, 0, 0, 0]));
        await stream.WriteAsync(Message('H'));
        await UntilAsync(stream, 'C');
        return client;
    }

    public ValueTask DisposeAsync()
    {
        connection.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task UntilAsync(NetworkStream stream, char kind)
    {
        var head = new byte[5];
        do
        {
            await stream.ReadExactlyAsync(head);
            var body = new byte[BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(1)) - 4];
            await stream.ReadExactlyAsync(body);
            if (head[0] == 'E') throw new InvalidOperationException(Encoding.UTF8.GetString(body));
        }
        while (head[0] != kind);
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text + "\0");

    private static byte[] Message(char? kind, params byte[][] parts)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, 4 + parts.Sum(p => p.Length));
        return [.. kind is { } k ? [(byte)k] : Array.Empty<byte>(), .. length, .. parts.SelectMany(p => p)];
    }
}
