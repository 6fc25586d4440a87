using System.Net;
using System.Net.Sockets;

namespace NbaProps.EndToEnd.Support;

/// <summary>Ports of this machine that nobody listens on.</summary>
internal static class FreePorts
{
    private static int _taken;

    /// <summary>Neighbours below those that the system hands out by itself: nobody who asks for any port takes one in between.</summary>
    /// <returns>The first of them.</returns>
    public static int Find(int neighbours)
    {
        // Another test of this process may have found ports that it does not listen on yet.
        var from = Environment.ProcessId + Interlocked.Increment(ref _taken) * 7;
        return Enumerable.Range(0, 1_500)
            .Select(block => 20_000 + (((from + block) % 1_500) * 8))
            .First(first => Enumerable.Range(first, neighbours).All(IsFree));
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
