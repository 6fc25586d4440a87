using System.ComponentModel.DataAnnotations;

using NbaProps.Embedded;
using NbaProps.Embedded.Broker;
using NbaProps.GoogleCloud;
using NbaProps.GoogleCloud.BigQuery;
using NbaProps.GoogleCloud.PubSub;
using NbaProps.GoogleCloud.Storage;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Gates;

namespace NbaProps.Hosting.Configuration;

/// <summary>All that can be configured. Each section is a record of its own, with its defaults.</summary>
public sealed record NbaPropsOptions : IValidatableObject
{
    /// <summary>Where the ports are: all on this machine, state and bus on Google's emulators, or all on Google Cloud. Default embedded.</summary>
    public Mode Mode { get; init; } = Mode.Embedded;

    /// <summary>The folder of an embedded installation: all of its state, and this file. Default <c>.nbaprops</c> in the working directory.</summary>
    [Required]
    public string DataDirectory { get; init; } = ".nbaprops";

    /// <summary>Times of the runtime.</summary>
    public RuntimeOptions Runtime { get; init; } = new();

    /// <summary>Thresholds of the gates between phases.</summary>
    public GateOptions Gates { get; init; } = new();

    /// <summary>The sources that are scraped.</summary>
    public UpstreamsOptions Upstreams { get; init; } = new();

    /// <summary>The watcher.</summary>
    public OperationsOptions Operations { get; init; } = new();

    /// <summary>The clock of the game days.</summary>
    public ClockOptions Clock { get; init; } = new();

    /// <summary>Where traces go.</summary>
    public TelemetryOptions Telemetry { get; init; } = new();

    /// <summary>What is logged, and how it looks.</summary>
    public LoggingOptions Logging { get; init; } = new();

    /// <summary>Where the services listen.</summary>
    public PortsOptions Ports { get; init; } = new();

    /// <summary>Who may push to the services on Google Cloud.</summary>
    public PushOptions Push { get; init; } = new();

    /// <summary>What is deployed, against what is on main.</summary>
    public DeploymentOptions Deployment { get; init; } = new();

    // The adapters' sections: one property for each adapter's options record. Binding, validation and the reference page follow by themselves.

    /// <summary>The embedded warehouse, state and archive.</summary>
    public EmbeddedOptions Embedded { get; init; } = new();

    /// <summary>The embedded message broker.</summary>
    public BrokerOptions Broker { get; init; } = new();

    /// <summary>The project on Google Cloud, and how its interfaces are called. Counts in modes emulators and cloud.</summary>
    public GoogleCloudOptions GoogleCloud { get; init; } = new();

    /// <summary>The subscriptions on Pub/Sub. Counts in modes emulators and cloud.</summary>
    public PubSubOptions PubSub { get; init; } = new();

    /// <summary>The warehouse in BigQuery. Counts in mode cloud.</summary>
    public BigQueryOptions BigQuery { get; init; } = new();

    /// <summary>The raw archive in Cloud Storage. Counts in mode cloud.</summary>
    public CloudStorageOptions CloudStorage { get; init; } = new();

    /// <summary>What no single property can check.</summary>
    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        if (Mode == Mode.Cloud && string.IsNullOrEmpty(GoogleCloud.ProjectId))
        {
            yield return new("is not set; accepted in mode cloud: the project's id, such as my-project-1", [$"{nameof(GoogleCloud)}:{nameof(GoogleCloud.ProjectId)}"]);
        }

        if (Mode == Mode.Cloud && string.IsNullOrEmpty(CloudStorage.Bucket))
        {
            yield return new("is not set; accepted in mode cloud: the name of the archive's bucket, such as my-project-1-archive", [$"{nameof(CloudStorage)}:{nameof(CloudStorage.Bucket)}"]);
        }

        if (Gates.MinutesBlockPercent > Gates.MinutesWarnPercent)
        {
            yield return new(
                $"is {Gates.MinutesBlockPercent}; accepted: at most Gates:MinutesWarnPercent, which is {Gates.MinutesWarnPercent}",
                [$"{nameof(Gates)}:{nameof(Gates.MinutesBlockPercent)}"]);
        }

        if (Runtime.Lease <= Runtime.WriteTimeout)
        {
            yield return new(
                $"is {Runtime.Lease:c}; accepted: more than Runtime:WriteTimeout, which is {Runtime.WriteTimeout:c}",
                [$"{nameof(Runtime)}:{nameof(Runtime.Lease)}"]);
            yield break;
        }

        var longest = Runtime.Lease * 2 / 3;
        foreach (var (name, upstream) in Upstreams.All().Where(upstream => upstream.Options.Budget > longest))
        {
            yield return new(
                $"is {upstream.Budget:c}; accepted: at most {longest:c}, two thirds of Runtime:Lease, so that no run is overtaken while it waits for an answer",
                [$"{nameof(Upstreams)}:{name}:{nameof(upstream.Budget)}"]);
        }
    }
}

/// <summary>Where the ports are.</summary>
public enum Mode
{
    /// <summary>SQLite, files and a broker on this machine.</summary>
    Embedded,

    /// <summary>Google's Pub/Sub and Firestore emulators; warehouse and archive on this machine.</summary>
    Emulators,

    /// <summary>Google Cloud.</summary>
    Cloud,
}
