using System.ComponentModel.DataAnnotations;

namespace NbaProps.GoogleCloud;

/// <summary>The project on Google Cloud, and how patiently its interfaces are called.</summary>
public sealed record GoogleCloudOptions
{
    /// <summary>The project on emulators where none is said: they take any.</summary>
    public const string EmulatedProject = "nbaprops";

    /// <summary>The project's id, such as <c>my-project-1</c>. Needed in mode cloud; emulators take any, and get <c>nbaprops</c> where none is said.</summary>
    [RegularExpression("[a-z][a-z0-9.:-]{4,98}[a-z0-9]")]
    public string? ProjectId { get; init; }

    /// <summary>The Firestore database. Default <c>(default)</c>, the one that a project has by itself.</summary>
    [Required]
    public string FirestoreDatabase { get; init; } = "(default)";

    /// <summary>Where Google's Firestore emulator listens, as <c>host:port</c>. Needed in mode emulators. In mode cloud it takes the place of Google's Firestore, for tests: without a token, and unencrypted.</summary>
    public string? FirestoreEmulator { get; init; }

    /// <summary>Where Google's Pub/Sub emulator listens, as <c>host:port</c>. Needed in mode emulators. In mode cloud it takes the place of Google's Pub/Sub, for tests.</summary>
    public string? PubSubEmulator { get; init; }

    /// <summary>Where something listens, as <c>host:port</c>, that takes the place of Google's BigQuery in mode cloud, for tests: it is sent no token. None by default.</summary>
    public string? BigQueryEmulator { get; init; }

    /// <summary>Where something listens, as <c>host:port</c>, that takes the place of Google's Cloud Storage in mode cloud, for tests: it is sent no token. None by default.</summary>
    public string? StorageEmulator { get; init; }

    /// <summary>Where something listens, as <c>host:port</c>, that takes the place of what a deployment changes and asks, for tests: Cloud Run and its services, Cloud Scheduler, Secret Manager and policies. It is sent no token. None by default.</summary>
    public string? DeploymentEmulator { get; init; }

    /// <summary>How long one attempt may take, to the last byte of the answer. Default 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a call that may be repeated is tried in all. Default 5; a call that may not be is tried once.</summary>
    [Range(1, 20)]
    public int Attempts { get; init; } = 5;

    /// <summary>Wait after the first failed attempt; doubles with each further one, and is shortened at random by up to half. Default 500 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Longest wait between attempts, unless Google asks for a longer one. Default 15 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan LongestRetryDelay { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long one call may take in all, attempts and pauses; a pause that does not fit in any more is not begun. Default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:30:00")]
    public TimeSpan Budget { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest answer that is read, in bytes. Default 128 MiB.</summary>
    [Range(1, 1_073_741_824)]
    public int LongestAnswer { get; init; } = 128 * 1024 * 1024;

    /// <summary>Which of Google's interfaces something else takes the place of, and what.</summary>
    public IEnumerable<(string Interface, string Address, string Setting)> StandIns()
    {
        (string Interface, string? Address, string Setting)[] all =
        [
            ("Firestore", FirestoreEmulator, nameof(FirestoreEmulator)), ("Pub/Sub", PubSubEmulator, nameof(PubSubEmulator)),
            ("BigQuery", BigQueryEmulator, nameof(BigQueryEmulator)), ("Cloud Storage", StorageEmulator, nameof(StorageEmulator)),
            ("Cloud Run, Cloud Scheduler, Secret Manager and policies", DeploymentEmulator, nameof(DeploymentEmulator)),
        ];
        return all.Where(one => !string.IsNullOrEmpty(one.Address)).Select(one => (one.Interface, one.Address!, $"GoogleCloud:{one.Setting}"));
    }
}
