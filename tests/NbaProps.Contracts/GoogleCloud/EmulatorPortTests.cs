using System.Net;
using System.Net.Sockets;

using NbaProps.GoogleCloud.Emulators;
using NbaProps.Shared.Resilience;

namespace NbaProps.Contracts.GoogleCloud;

/// <summary>Between choosing a free port and listening on it Java takes a second, in which another process may have it.</summary>
[Trait("Part", "emulators")]
public sealed class EmulatorPortTests : IDisposable
{
    private readonly TcpListener _taken = new(IPAddress.Loopback, 0);

    public EmulatorPortTests() => _taken.Start();

    private int TakenPort => ((IPEndPoint)_taken.LocalEndpoint).Port;

    public static TheoryData<string> Names => new(Emulator.PubSub.Name, Emulator.Firestore.Name);

    public void Dispose() => _taken.Dispose();

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public async Task A_port_that_was_taken_meanwhile_is_given_up_for_another(string name)
    {
        GoogleEmulators.Require();
        var chosen = new Queue<int>([TakenPort, FreePort()]);

        await using var process = await EmulatorProcess.StartAsync(Named(name), Archive(name), chosen.Dequeue, default);

        Assert.Empty(chosen);
        Assert.DoesNotContain($":{TakenPort}", process.Host, StringComparison.Ordinal);
        using var caller = new TcpClient();
        await caller.ConnectAsync(IPEndPoint.Parse(process.Host));
    }

    [SkippableFact]
    public async Task An_emulator_that_gets_no_port_says_so()
    {
        GoogleEmulators.Require();

        var refused = await Assert.ThrowsAsync<PermanentException>(
            () => EmulatorProcess.StartAsync(Emulator.PubSub, Archive(Emulator.PubSub.Name), () => TakenPort, default));

        Assert.Contains("Address already in use", refused.Message, StringComparison.Ordinal);
    }

    private static Emulator Named(string name) => name == Emulator.PubSub.Name ? Emulator.PubSub : Emulator.Firestore;

    private static string Archive(string name) => Named(name).Find(GoogleCloudSdk.Root)!;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
