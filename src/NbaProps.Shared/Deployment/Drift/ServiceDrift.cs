using System.Globalization;

using NbaProps.Shared.Notifications;

namespace NbaProps.Shared.Deployment.Drift;

/// <summary>Where what runs as a service stands against main.</summary>
/// <param name="Build">What runs.</param>
/// <param name="State">How it stands.</param>
/// <param name="Missing">The commits on the service's own paths that it lacks, newest first; empty in every state but <see cref="DriftState.Behind"/>.</param>
public sealed record ServiceDrift(DeployedBuild Build, DriftState State, IReadOnlyList<MainCommit> Missing)
{
    /// <summary>Commits behind on the service's own paths; those of others do not count.</summary>
    public int Commits => Missing.Count;

    /// <summary>Since when it has been behind, UTC; null when it is not.</summary>
    public DateTimeOffset? Since => Missing.Count == 0 ? null : Missing.Min(commit => commit.At);

    /// <summary>Whether nobody can tell how far behind it is: that is not the same as being up to date.</summary>
    public bool IsUnknown => State is DriftState.Unlisted or DriftState.Unsaid or DriftState.Newer;

    /// <summary>How long it has been behind; zero when it is not.</summary>
    /// <param name="now">Wall clock, UTC.</param>
    public TimeSpan AgeAt(DateTimeOffset now) => Since is { } since && now > since ? now - since : TimeSpan.Zero;

    /// <summary>How bad that is; null for a service that is up to date. One of which nobody knows is a warning, and one that is newer than what is known of main is not yet trouble.</summary>
    /// <param name="now">Wall clock, UTC.</param>
    public Severity? SeverityAt(DateTimeOffset now) => State switch
    {
        DriftState.Behind => DriftRule.Of(Commits, AgeAt(now)),
        DriftState.Unlisted or DriftState.Unsaid => Severity.Warning,
        _ => null,
    };

    /// <summary>In one sentence, without a full stop.</summary>
    /// <param name="now">Wall clock, UTC.</param>
    public string TextAt(DateTimeOffset now) => State switch
    {
        DriftState.Current => $"{Build.Service} runs the newest commit of its own paths",
        DriftState.Behind => string.Create(
            CultureInfo.InvariantCulture, $"{Build.Service} runs {Build.Commit} and is {Commits} {(Commits == 1 ? "commit" : "commits")} behind on its own paths, for {AgeAt(now).TotalHours:0.0} h"),
        DriftState.Newer => $"{Build.Service} runs {Build.Commit}, which was built after what is known of main was written",
        DriftState.Unlisted => $"{Build.Service} runs {Build.Commit}, which is none of the commits that are known of main",
        DriftState.Unsaid => $"{Build.Service} does not say which commit it runs",
        _ => throw new InvalidOperationException($"Unknown state {State}."),
    };
}

/// <summary>How what runs stands against main.</summary>
public enum DriftState
{
    /// <summary>Nothing on its own paths has come since.</summary>
    Current,

    /// <summary>Commits on its own paths have come since.</summary>
    Behind,

    /// <summary>Its commit is not known of main, and what is known of main was written before the build: main may have it by now.</summary>
    Newer,

    /// <summary>Its commit is not known of main: it never was on main, or long ago.</summary>
    Unlisted,

    /// <summary>It names no commit.</summary>
    Unsaid,
}
