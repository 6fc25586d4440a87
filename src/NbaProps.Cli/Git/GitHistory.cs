using System.Globalization;

using NbaProps.Cli.Commands;
using NbaProps.Shared.Deployment;
using NbaProps.Shared.Deployment.Drift;

namespace NbaProps.Cli.Git;

/// <summary>The history of main in a working copy, as drift wants it.</summary>
internal static class GitHistory
{
    private const char Entry = '\u0001';
    private static readonly string[] Mains = ["refs/remotes/origin/main", "refs/heads/main", "HEAD"];

    /// <summary>The repository's folder that a folder lies in.</summary>
    /// <exception cref="UsageException">It lies in none.</exception>
    public static async Task<string> RootAsync(string folder, CancellationToken cancellationToken) => Directory.Exists(folder)
        ? (await new GitProcess(folder).AskAsync(["rev-parse", "--show-toplevel"], cancellationToken)).TrimEnd('\n', '\r')
        : throw new UsageException($"{folder} does not exist: accepted is a folder of the repository");

    /// <summary>All commits of main's own line, with what each made stale.</summary>
    /// <param name="root">The repository's folder.</param>
    /// <param name="revision">What main is called here; null for origin's main, else main, else what is checked out.</param>
    /// <param name="now">Wall clock, UTC.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="UsageException">The copy has only a part of the history, or no such revision.</exception>
    public static async Task<MainHistory> ReadAsync(string root, string? revision, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var git = new GitProcess(root);
        if ((await git.AskAsync(["rev-parse", "--is-shallow-repository"], cancellationToken)).Trim() == "true")
        {
            // Whoever counts in a part of the history finds too few, or takes a commit of main for none.
            throw new UsageException($"{root} has only a part of the history: git fetch --unshallow (on GitHub: fetch-depth: 0)");
        }

        var main = revision ?? await MainAsync(git, cancellationToken);
        return MainHistory.Of(now, Parse(await LogAsync(git, ["--first-parent", main, "--"], cancellationToken), ServiceClosure.OfAllServices(root)));
    }

    /// <summary>One commit, and what it makes stale.</summary>
    /// <param name="root">The repository's folder.</param>
    /// <param name="revision">The commit.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="UsageException">There is no such commit.</exception>
    public static async Task<MainCommit> CommitAsync(string root, string revision, CancellationToken cancellationToken) =>
        Parse(await LogAsync(new GitProcess(root), ["-1", revision, "--"], cancellationToken), ServiceClosure.OfAllServices(root)) is [var commit, ..]
            ? commit
            : throw new UsageException($"{revision} is no commit");

    /// <summary>The commits in a log: for each a mark, its name and its time, and the paths that it changed, all ended by NUL.</summary>
    internal static IReadOnlyList<MainCommit> Parse(string log, IReadOnlyList<ServiceClosure> closures)
    {
        var commits = new List<MainCommit>();
        foreach (var entry in log.Split(Entry, StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = entry.Split('\0', StringSplitOptions.RemoveEmptyEntries);
            var head = parts[0].Trim().Split(' ');
            string[] paths = [.. parts.Skip(1).Select(path => path.TrimStart('\n')).Where(path => path.Length > 0)];
            commits.Add(new MainCommit(head[0], DateTimeOffset.FromUnixTimeSeconds(long.Parse(head[1], CultureInfo.InvariantCulture)), [.. closures.Where(closure => closure.IsTouchedBy(paths)).Select(closure => closure.Service.Name).Order(StringComparer.Ordinal)]));
        }

        return commits;
    }

    // A merge is compared with what main was before it; what was renamed has left one path and come to another.
    private static Task<string> LogAsync(GitProcess git, IReadOnlyList<string> which, CancellationToken cancellationToken) =>
        git.AskAsync(["log", "-z", "--name-only", "--no-renames", "--diff-merges=first-parent", "--no-show-signature", "--format=%x01%H %ct", .. which], cancellationToken);

    private static async Task<string> MainAsync(GitProcess git, CancellationToken cancellationToken)
    {
        foreach (var main in Mains)
        {
            if (await git.TryAskAsync(["rev-parse", "--verify", "--quiet", main], cancellationToken) is not null)
            {
                return main;
            }
        }

        throw new UsageException("The repository has no commit yet");
    }
}
