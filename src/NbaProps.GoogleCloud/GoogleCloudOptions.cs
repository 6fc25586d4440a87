using System.ComponentModel.DataAnnotations;

namespace NbaProps.GoogleCloud;

/// <summary>The project on Google Cloud, and how patiently its interfaces are called.</summary>
public sealed record GoogleCloudOptions
{
    /// <summary>The project's id, such as <c>my-project-1</c>; emulators take any. Default <c>nbaprops</c>.</summary>
    [Required]
    public string ProjectId { get; init; } = "nbaprops";

    /// <summary>The Firestore database. Default <c>(default)</c>, the one that a project has by itself.</summary>
    [Required]
    public string FirestoreDatabase { get; init; } = "(default)";

    /// <summary>Where Google's Firestore emulator listens, as <c>host:port</c>. Needed in mode emulators.</summary>
    public string? FirestoreEmulator { get; init; }

    /// <summary>Where Google's Pub/Sub emulator listens, as <c>host:port</c>. Needed in mode emulators.</summary>
    public string? PubSubEmulator { get; init; }

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
}
