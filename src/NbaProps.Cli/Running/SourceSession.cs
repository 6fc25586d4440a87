using NbaProps.Archive;
using NbaProps.Cli.Commands;
using NbaProps.Domain.Calendar;
using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Pipeline.Days;

namespace NbaProps.Cli.Running;

/// <summary>Where a command's payloads come from: the live upstreams, or a folder of past seasons served in their formats.</summary>
internal sealed class SourceSession : IAsyncDisposable
{
    // The archive asks for a key, as The Odds API does, and takes any. A key is blacked out of every message: this one is no word of any.
    private const string AnyKey = "0a1r2c3h4i5v6e7k8e9y";

    private readonly ArchiveUpstream? _archive;
    private readonly HeldGameClock _held = new();
    private IReadOnlyList<Season>? _seasons;

    private SourceSession(string name, ArchiveUpstream? archive, NbaPropsOptions options)
    {
        Name = name;
        _archive = archive;
        Options = options;
        Clock = archive is null ? GameClock.Live(TimeProvider.System) : _held;
    }

    /// <summary>As it was asked for, a folder with its whole path.</summary>
    public string Name { get; }

    /// <summary>Whether moments that lie in the future must be waited for.</summary>
    public bool IsLive => _archive is null;

    /// <summary>The clock of the game days that are walked: the wall clock of a live source, otherwise the one that <see cref="SetNow"/> puts.</summary>
    public GameClock Clock { get; }

    /// <summary>The configuration with the upstreams' addresses.</summary>
    public NbaPropsOptions Options { get; }

    /// <summary>Opens a source.</summary>
    /// <exception cref="UsageException">There is no such source.</exception>
    public static async Task<SourceSession> OpenAsync(string? source, NbaPropsOptions options, CancellationToken cancellationToken)
    {
        const string accepted = "accepted is live, or archive:DIR";
        if (string.Equals(source, "live", StringComparison.Ordinal))
        {
            return new SourceSession("live", null, options);
        }

        if (source is null || !source.StartsWith("archive:", StringComparison.Ordinal))
        {
            throw new UsageException(source is null ? $"--source is missing: {accepted}" : $"--source {source} is not known: {accepted}");
        }

        var folder = source["archive:".Length..];
        if (folder.Length == 0)
        {
            throw new UsageException($"--source {source} names no folder: {accepted}");
        }

        var problems = ArchiveFolder.Problems(folder);
        if (problems.Count > 0)
        {
            throw new UsageException(string.Join('\n', problems));
        }

        var content = ArchiveFolder.Open(folder);
        var archive = await ArchiveUpstream.StartAsync(content, cancellationToken);
        return new SourceSession($"archive:{Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))}", archive, ServedBy(archive.BaseAddress, options)) { _seasons = content.Seasons };
    }

    /// <summary>Why dates cannot be walked with this source; null when they can.</summary>
    public string? Lacks(GameDateRange range)
    {
        if (_seasons is not { } seasons)
        {
            return null;
        }

        var asked = range.Select(Season.FromGameDate).Distinct().Where(season => !seasons.Contains(season)).ToArray();
        return asked.Length == 0
            ? null
            : $"{Name} has nothing of {string.Join(", ", asked)}: accepted are dates of {string.Join(", ", seasons)}";
    }

    /// <summary>Tells a simulated source which moment it is.</summary>
    public void SetNow(DateTimeOffset now)
    {
        _held.Hold(now);
        if (_archive is { } archive)
        {
            archive.Now = now;
        }
    }

    public ValueTask DisposeAsync() => _archive?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>The configuration with every upstream at one address of this machine, and none of a live site's patience.</summary>
    internal static NbaPropsOptions ServedBy(Uri address, NbaPropsOptions options)
    {
        UpstreamOptions Local(UpstreamOptions upstream, string? key) => upstream with
        {
            BaseAddress = address,
            RequestsPerSecond = null,
            Attempts = 2,
            RetryDelay = TimeSpan.FromMilliseconds(50),
            ApiKey = key,

            // What is served from a folder costs nothing.
            CreditsPerMonth = null,
        };
        var off = new UpstreamOptions { BaseAddress = address, Enabled = false };
        return options with
        {
            Upstreams = new UpstreamsOptions
            {
                NbaStats = Local(options.Upstreams.NbaStats, key: null),
                OddsApi = Local(options.Upstreams.OddsApi, AnyKey),

                // A folder of past seasons has nothing of these.
                NbaCdn = off,
                NbaOfficials = off,
                NbaInjuryReports = off,
                NbaGamebooks = off,
                Espn = off,
                EspnPages = off,
                BallDontLie = off,
                BettingPros = off,
                GoogleDrive = off,
            },
        };
    }
}
