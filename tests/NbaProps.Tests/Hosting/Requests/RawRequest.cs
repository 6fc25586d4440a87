using System.Net.Sockets;
using System.Text;

namespace NbaProps.Tests.Hosting.Requests;

/// <summary>A connection on which a test writes what no client would.</summary>
internal sealed class RawRequest : IDisposable
{
    private readonly TcpClient _client = new();

    private RawRequest()
    {
    }

    public static async Task<RawRequest> OpenAsync(Uri address)
    {
        var request = new RawRequest();
        await request._client.ConnectAsync(address.Host, address.Port);
        return request;
    }

    public async Task SendAsync(string text) => await _client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text));

    /// <summary>What comes until the server hangs up.</summary>
    public async Task<string> AnswerAsync()
    {
        var heard = new MemoryStream();
        try
        {
            await _client.GetStream().CopyToAsync(heard);
        }
        catch (IOException)
        {
            // It hung up while we still had something to say: what it said before counts.
        }

        return Encoding.UTF8.GetString(heard.ToArray());
    }

    public void Dispose() => _client.Dispose();
}
