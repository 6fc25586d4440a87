using System.Net;
using System.Net.Sockets;

using NbaProps.EndToEnd.Support;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

/// <summary>A port that another program listens on when a service begins.</summary>
public sealed class TakenPortTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("operations", 0)]
    [InlineData("scrapers", 1)]
    [InlineData("predictions", 5)]
    public void A_service_whose_port_is_taken_says_so_in_one_line_and_begins_nothing(string service, int place)
    {
        var ports = FreePorts.Find(7);
        using var other = new TcpListener(IPAddress.Loopback, ports + place);
        other.Start();

        var run = CommandLine.Run("serve", "--service", service, "--data", _folder.Of("data"), "--set", $"Ports:Base={ports}");

        ShouldName(run, service, ports + place);
        Directory.Exists(_folder.Of("data")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("operations", 0)]
    [InlineData("precompute", 4)]
    public void Everything_in_one_process_does_not_begin_when_one_of_the_ports_is_taken(string service, int place)
    {
        var ports = FreePorts.Find(7);
        using var other = new TcpListener(IPAddress.Loopback, ports + place);
        other.Start();
        var archive = SmallArchive.Write(_folder.Of("archive"));

        var run = CommandLine.Run(
            "up", "--source", $"archive:{archive}", "--start", "2022-10-18T09:00:00-04:00", "--data", _folder.Of("data"), "--set", $"Ports:Base={ports}");

        ShouldName(run, service, ports + place);
        Directory.EnumerateFileSystemEntries(_folder.Of("data")).Select(Path.GetFileName).ShouldBe(["dispatcher.lock"]);
    }

    private static void ShouldName(CommandResult run, string service, int port)
    {
        (run.ExitCode, run.Output).ShouldBe((2, string.Empty), run.Errors);
        var line = run.Errors.TrimEnd('\n').Split('\n').ShouldHaveSingleItem();
        line.ShouldStartWith($"http://127.0.0.1:{port}, where {service} listens, is taken by another program: stop that one, or ");
        line.ShouldContain("--set Ports:Base=N");
    }
}
