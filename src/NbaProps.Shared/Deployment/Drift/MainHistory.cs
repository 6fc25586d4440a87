namespace NbaProps.Shared.Deployment.Drift;

/// <summary>What is known of main: its newest commits, and for each service the newest one on its own paths, however old.</summary>
/// <param name="PublishedAt">When it was read from the repository, UTC.</param>
/// <param name="Commits">The commits of main's own line, newest first.</param>
/// <param name="Newest">By service the newest commit on its own paths.</param>
public sealed record MainHistory(DateTimeOffset PublishedAt, IReadOnlyList<MainCommit> Commits, IReadOnlyDictionary<string, string> Newest)
{
    /// <summary>The history that a list of all commits amounts to.</summary>
    /// <param name="publishedAt">When it was read, UTC.</param>
    /// <param name="all">All commits of main's own line, newest first.</param>
    public static MainHistory Of(DateTimeOffset publishedAt, IReadOnlyList<MainCommit> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        var newest = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var commit in all)
        {
            foreach (var service in commit.Services)
            {
                newest.TryAdd(service, commit.Commit);
            }
        }

        return new MainHistory(publishedAt, all, newest);
    }

    /// <summary>Where what runs as a service stands.</summary>
    public ServiceDrift DriftOf(DeployedBuild build)
    {
        ArgumentNullException.ThrowIfNull(build);
        if (!CommitText.IsOne(build.Commit))
        {
            return new(build, DriftState.Unsaid, []);
        }

        // Who is deployed only when something of his own changes may well run a commit of long ago, which no list has any more.
        if (Newest.TryGetValue(build.Service, out var newest) && CommitText.AreSame(newest, build.Commit))
        {
            return new(build, DriftState.Current, []);
        }

        var missing = new List<MainCommit>();
        foreach (var commit in Commits)
        {
            if (CommitText.AreSame(commit.Commit, build.Commit))
            {
                return new(build, missing.Count == 0 ? DriftState.Current : DriftState.Behind, missing);
            }

            if (commit.Touches(build.Service))
            {
                missing.Add(commit);
            }
        }

        return new(build, build.BuiltAt > PublishedAt ? DriftState.Newer : DriftState.Unlisted, []);
    }
}
