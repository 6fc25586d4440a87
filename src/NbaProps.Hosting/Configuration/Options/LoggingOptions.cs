using Microsoft.Extensions.Logging;

namespace NbaProps.Hosting.Configuration;

/// <summary>What is logged, and how it looks.</summary>
public sealed record LoggingOptions
{
    /// <summary>The least severe entries that are written. Default information.</summary>
    public LogLevel Level { get; init; } = LogLevel.Information;

    /// <summary>How entries look. Default auto: JSON on Cloud Run, text elsewhere.</summary>
    public LogFormat Format { get; init; } = LogFormat.Auto;

    /// <summary>The Google Cloud project, which links entries with traces; none takes the environment variable <c>GOOGLE_CLOUD_PROJECT</c>.</summary>
    public string? Project { get; init; }
}

/// <summary>How log entries look.</summary>
public enum LogFormat
{
    /// <summary>JSON where <c>K_SERVICE</c> is set, that is on Cloud Run; text elsewhere.</summary>
    Auto,

    /// <summary>One JSON object a line, in Cloud Logging's structure.</summary>
    Json,

    /// <summary>For people.</summary>
    Text,
}
