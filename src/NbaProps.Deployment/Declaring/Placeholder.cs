namespace NbaProps.Deployment.Declaring;

/// <summary>
/// What differs from one installation to another, and is therefore not in the rendered files: they say <c>${NAME}</c>, and <c>deploy/fill.sh</c> puts in what
/// <c>deploy/project.env</c> says. Nothing is guessed, and a file with a value that is missing is not filled at all.
/// </summary>
/// <param name="Name">The variable's name.</param>
/// <param name="Meaning">What stands there.</param>
/// <param name="Example">What it may look like.</param>
public sealed record Placeholder(string Name, string Meaning, string Example)
{
    /// <summary>The project's id.</summary>
    public static Placeholder Project { get; } = new("PROJECT", "the project's id", "my-project-1");

    /// <summary>The project's number, which Google's own accounts and the addresses of services are made of.</summary>
    public static Placeholder ProjectNumber { get; } = new("PROJECT_NUMBER", "the project's number: `gcloud projects describe PROJECT --format='value(projectNumber)'`", "123456789012");

    /// <summary>Where services, schedules and images are.</summary>
    public static Placeholder Region { get; } = new("REGION", "where services, schedules and images are", "us-east4");

    /// <summary>Where tables and archive are.</summary>
    public static Placeholder Location { get; } = new("LOCATION", "where tables and archive are; never changed later", "US");

    /// <summary>Where state is: Firestore has names of its own for locations of several regions.</summary>
    public static Placeholder FirestoreLocation { get; } = new("FIRESTORE_LOCATION", "where state is, as Firestore names it; never changed later", "nam5");

    /// <summary>The archive's bucket.</summary>
    public static Placeholder Bucket { get; } = new("BUCKET", "the name of the archive's bucket, which is unique in the world", "my-project-1-archive");

    /// <summary>The commit that is deployed.</summary>
    public static Placeholder Commit { get; } = new("COMMIT", "the commit whose images are deployed, forty digits: `git rev-parse HEAD`", "0123456789abcdef0123456789abcdef01234567");

    /// <summary>Whom alerts go to.</summary>
    public static Placeholder AlertChannel { get; } = new("ALERT_CHANNEL", "the notification channel of alerts", "projects/my-project-1/notificationChannels/1234567890");

    /// <summary>The repository that may deploy.</summary>
    public static Placeholder Repository { get; } = new("GITHUB_REPOSITORY", "the repository on GitHub whose workflows may deploy", "owner/nbaprops");

    /// <summary>Whether BigDataBall's files are fetched.</summary>
    public static Placeholder BigDataBall { get; } = new("BIGDATABALL", "whether BigDataBall's play-by-play is fetched: true needs its folder shared with a service account", "false");

    /// <summary>All, in the order in which they are told.</summary>
    public static IReadOnlyList<Placeholder> All { get; } = [Project, ProjectNumber, Region, Location, FirestoreLocation, Bucket, Commit, AlertChannel, Repository, BigDataBall];

    /// <summary>As it stands in a file.</summary>
    public override string ToString() => $"${{{Name}}}";
}
