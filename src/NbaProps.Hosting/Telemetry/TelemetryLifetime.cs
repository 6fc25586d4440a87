using Microsoft.Extensions.Hosting;

using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Deployment;

using OpenTelemetry.Trace;

namespace NbaProps.Hosting.Telemetry;

/// <summary>Starts tracing before the service listens, and sends what is left after it has stopped.</summary>
internal sealed class TelemetryLifetime(TelemetryOptions options, BuildIdentity identity, ConfigurationInputs inputs) : IHostedService, IDisposable
{
    private TracerProvider? _provider;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _provider = TelemetrySetup.Build(options, identity, inputs);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _provider?.Shutdown((int)Patience.TotalMilliseconds);
        return Task.CompletedTask;
    }

    public void Dispose() => _provider?.Dispose();

    // A collector that does not answer must not use up the ten seconds that Cloud Run leaves a process.
    private static TimeSpan Patience => TimeSpan.FromSeconds(2);
}
