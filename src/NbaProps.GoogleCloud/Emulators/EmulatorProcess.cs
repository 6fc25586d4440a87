using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

using NbaProps.Shared.Resilience;

namespace NbaProps.GoogleCloud.Emulators;

/// <summary>An emulator that runs on a free port of this machine, for as long as this process does and no longer.</summary>
public sealed class EmulatorProcess : IAsyncDisposable
{
    private const int LinesKept = 50;
    private const int MostPorts = 3;

    // Both emulators print Java's own words for it.
    private const string PortTaken = "Address already in use";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // The shell ends the emulator when its input closes, which it does also when this process is killed.
    private const string Guard = "\"$@\" </dev/null & child=$!; cat >/dev/null; kill $child; wait $child";

    private readonly Process _shell;

    private EmulatorProcess(Process shell, int port)
    {
        _shell = shell;
        Host = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");
    }

    /// <summary>Where it listens, as <c>host:port</c>.</summary>
    public string Host { get; }

    /// <summary>Starts an emulator and waits until it listens.</summary>
    /// <param name="emulator">Which one.</param>
    /// <param name="archive">Its archive; see <see cref="Emulator.Find"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="PermanentException">It did not start.</exception>
    public static Task<EmulatorProcess> StartAsync(Emulator emulator, string archive, CancellationToken cancellationToken) =>
        StartAsync(emulator, archive, FreePort, cancellationToken);

    internal static async Task<EmulatorProcess> StartAsync(Emulator emulator, string archive, Func<int> choosePort, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(emulator);

        // A port that was free may be somebody else's by the time Java has started. The emulators then print that and stay, listening nowhere.
        for (var left = MostPorts; ; left--)
        {
            if (await ListenAsync(emulator, archive, choosePort(), left == 1, cancellationToken) is { } process)
            {
                return process;
            }
        }
    }

    private static async Task<EmulatorProcess?> ListenAsync(Emulator emulator, string archive, int port, bool last, CancellationToken cancellationToken)
    {
        var lines = new ConcurrentQueue<string>();
        var listens = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var shell = new Process { StartInfo = Start(emulator, archive, port), EnableRaisingEvents = true };
        shell.OutputDataReceived += Hear;
        shell.ErrorDataReceived += Hear;
        shell.Exited += (_, _) => listens.TrySetException(Refused(emulator, lines));
        try
        {
            shell.Start();
        }
        catch (Win32Exception missing)
        {
            throw new PermanentException($"Google's {emulator.Name} emulator cannot be started: {missing.Message}", missing);
        }

        shell.BeginOutputReadLine();
        shell.BeginErrorReadLine();
        var process = new EmulatorProcess(shell, port);
        var kept = false;
        try
        {
            kept = await listens.Task.WaitAsync(Patience, cancellationToken);
            return kept ? process : last ? throw Refused(emulator, lines) : null;
        }
        catch (TimeoutException late)
        {
            throw Refused(emulator, lines, late);
        }
        finally
        {
            if (!kept)
            {
                await process.DisposeAsync();
            }
        }

        void Hear(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is null)
            {
                return;
            }

            lines.Enqueue(line.Data);
            while (lines.Count > LinesKept)
            {
                lines.TryDequeue(out _);
            }

            if (line.Data.Contains(emulator.Ready, StringComparison.Ordinal))
            {
                listens.TrySetResult(true);
            }
            else if (line.Data.Contains(PortTaken, StringComparison.Ordinal))
            {
                listens.TrySetResult(false);
            }
        }
    }

    /// <summary>Stops it.</summary>
    public async ValueTask DisposeAsync()
    {
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync(CancellationToken.None);
        _shell.Dispose();
    }

    private static ProcessStartInfo Start(Emulator emulator, string archive, int port) =>
        new("/bin/sh", ["-c", Guard, "sh", "java", .. emulator.Arguments(archive, port)])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static PermanentException Refused(Emulator emulator, ConcurrentQueue<string> lines, Exception? cause = null) =>
        new($"Google's {emulator.Name} emulator did not start; it needs Java. It said: {string.Join(Environment.NewLine, lines)}", cause);
}
