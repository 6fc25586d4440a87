using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Deployment;
using NbaProps.Shared.Observability;

using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace NbaProps.Hosting.Telemetry;

/// <summary>Builds the tracing of one service.</summary>
internal static class TelemetrySetup
{
    /// <summary>OpenTelemetry's own variable for the collector's address; the SDK reads it and its companions itself.</summary>
    public const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string TracesPath = "v1/traces";

    /// <summary>
    /// The provider. It listens also when nothing is exported, so that messages carry their trace and log lines can be joined by it.
    /// </summary>
    public static TracerProvider Build(TelemetryOptions options, BuildIdentity identity, ConfigurationInputs inputs)
    {
        var builder = OpenTelemetry.Sdk.CreateTracerProviderBuilder()
            .AddSource(PipelineActivity.SourceNameOf(identity.Service))
            .SetResourceBuilder(ResourceBuilder.CreateDefault().AddService(identity.Service, serviceNamespace: "nbaprops", serviceVersion: identity.Commit))

            // All of them: a day has some thousand spans, and the request around a push is not sampled by anybody else.
            .SetSampler(new AlwaysOnSampler());
        return Exports(options, inputs) ? builder.AddOtlpExporter(exporter => Point(exporter, options)).Build() : builder.Build();
    }

    /// <summary>Whether a collector is configured.</summary>
    public static bool Exports(TelemetryOptions options, ConfigurationInputs inputs) =>
        options.OtlpEndpoint is not null || inputs.Variable(EndpointVariable) is not null;

    private static void Point(OtlpExporterOptions exporter, TelemetryOptions options)
    {
        if (options.OtlpEndpoint is not { } endpoint)
        {
            return;
        }

        exporter.Protocol = options.Protocol == OtlpProtocol.Grpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = options.Protocol == OtlpProtocol.Grpc ? endpoint : WithPath(endpoint);
    }

    /// <summary>The exporter adds the path to the variable's address, not to one that is set in code.</summary>
    internal static Uri WithPath(Uri endpoint) =>
        endpoint.AbsolutePath.TrimEnd('/').EndsWith("/" + TracesPath, StringComparison.Ordinal)
            ? endpoint
            : new Uri(endpoint.AbsoluteUri.TrimEnd('/') + "/" + TracesPath);
}
