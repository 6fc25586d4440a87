namespace NbaProps.Hosting.Configuration;

/// <summary>Where traces go.</summary>
public sealed record TelemetryOptions
{
    /// <summary>
    /// The collector that traces are sent to; none sends nothing, unless the environment variable <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set.
    /// </summary>
    public Uri? OtlpEndpoint { get; init; }

    /// <summary>How it is spoken to; counts only with the endpoint set here. Default httpProtobuf.</summary>
    public OtlpProtocol Protocol { get; init; } = OtlpProtocol.HttpProtobuf;
}

/// <summary>How an OTLP collector is spoken to.</summary>
public enum OtlpProtocol
{
    /// <summary>HTTP, usually on port 4318; <c>/v1/traces</c> is added where the address lacks it.</summary>
    HttpProtobuf,

    /// <summary>gRPC, usually on port 4317.</summary>
    Grpc,
}
