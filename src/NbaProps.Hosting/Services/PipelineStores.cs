using Microsoft.Extensions.Logging;

using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Hosting.Services;

/// <summary>Opens an installation wherever it is.</summary>
public static class PipelineStores
{
    /// <summary>Opens it. One on this machine is given what it lacks of the pipeline's tables; those in BigQuery are changed by <c>schema apply</c> only.</summary>
    /// <exception cref="ConfigurationException">What the mode needs is not said.</exception>
    public static async Task<IPipelineStores> OpenAsync(
        NbaPropsOptions options, PipelineManifest manifest, TimeProvider time, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Mode == Mode.Cloud ? CloudStores.Open(options, time, loggers) : await EmbeddedStores.OpenAsync(options, manifest, time, loggers, cancellationToken);
    }
}
