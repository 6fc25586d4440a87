using NbaProps.Archive;
using NbaProps.Cli.Commands;
using NbaProps.Domain.Calendar;
using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Objects;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Simulator.Faults;

namespace NbaProps.Cli.Running;

/// <summary>Where a command's payloads come from: the live upstreams, or one that serves in their formats on this machine: a simulated league, a folder of past seasons.</summary>
internal sealed class SourceSession : IAsyncDisposable
{
    // The Odds API asks for a key, and so does who stands for it; it takes any. A key is blacked out of every message: this one is no word of any.
    private const string AnyKey = "0a1r2c3h4i5v6e7k8e9y";

    /// <summary>The upstreams that the configuration names.</summary>
    public const string Live = "live";

    private const string Archive = "archive:";

    private const string Accepted = "accepted is live, sim[:seed], or archive:DIR";

    // What a folder of past seasons has something of.
    private static readonly string[] OfArchives = [nameof(UpstreamsOptions.NbaStats), nameof(UpstreamsOptions.OddsApi)];
    private static readonly string[] WithKey = [nameof(UpstreamsOptions.OddsApi), nameof(UpstreamsOptions.BallDontLie), nameof(UpstreamsOptions.BettingPros)];

    private readonly ServedSource? _served;
    private readonly HeldGameClock _held = new();

    private SourceSession(ServedSource? served, NbaPropsOptions options)
    {
        _served = served;
        Options = served is null ? options : ServedBy(served.BaseAddress, options, served.Sections);
        Clock = served is null ? GameClock.Live(TimeProvider.System) : _held;
    }

    /// <summary>The sections of the configuration that name an upstream.</summary>
    public static IReadOnlyList<string> Sections { get; } = [.. new UpstreamsOptions().All().Select(section => section.Name)];

    /// <summary>As it was asked for, a folder with its whole path.</summary>
    public string Name => _served?.Name ?? Live;

    /// <summary>Whether moments that lie in the future must be waited for.</summary>
    public bool IsLive => _served is null;

    /// <summary>The clock of the game days that are walked: the wall clock of a live source, otherwise the one that <see cref="SetNow"/> puts.</summary>
    public GameClock Clock { get; }

    /// <summary>The configuration with the upstreams' addresses.</summary>
    public NbaPropsOptions Options { get; }

    /// <summary>The first date on which something happens; null where that is not known.</summary>
    public GameDate? Opening => _served?.Opening;

    /// <summary>What takes the text out of the source's PDFs; null for the tool that does it for everybody's.</summary>
    public IPdfText? Pdfs => _served?.Pdfs;

    /// <summary>Whether there is a source of this name; a folder that it names need not be there.</summary>
    public static bool IsKnown(string source) =>
        source is Live || source.StartsWith(Archive, StringComparison.Ordinal) || (SimulatedSource.IsMeant(source) && SimulatedSource.SeedOf(source) is not null);

    /// <summary>Opens a source.</summary>
    /// <param name="source">Its name.</param>
    /// <param name="faults">How often what goes wrong there; a simulated league only.</param>
    /// <param name="options">The configuration.</param>
    /// <param name="first">The first date that will be asked for; null when nobody knows yet. A simulated league plays its season.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="UsageException">There is no such source.</exception>
    public static async Task<SourceSession> OpenAsync(string? source, FaultRates faults, NbaPropsOptions options, GameDate? first, CancellationToken cancellationToken)
    {
        if (source is Live)
        {
            return new SourceSession(null, options);
        }

        if (SimulatedSource.IsMeant(source))
        {
            var seed = SimulatedSource.SeedOf(source!) ?? throw new UsageException($"--source {source} has no number for its seed: accepted is one such as {SimulatedSource.Default}");
            return new SourceSession(await SimulatedSource.OpenAsync(seed, faults, first, cancellationToken), options);
        }

        if (source is null || !source.StartsWith(Archive, StringComparison.Ordinal))
        {
            throw new UsageException(source is null ? $"--source is missing: {Accepted}" : $"--source {source} is not known: {Accepted}");
        }

        var folder = source[Archive.Length..];
        return folder.Length == 0
            ? throw new UsageException($"--source {source} names no folder: {Accepted}")
            : new SourceSession(await ArchiveAsync(folder, cancellationToken), options);
    }

    /// <summary>Why dates cannot be walked with this source; null when they can.</summary>
    public string? Lacks(GameDateRange range) => _served?.Lacks(range);

    /// <summary>Tells a source of this machine which moment it is.</summary>
    public void SetNow(DateTimeOffset now)
    {
        _held.Hold(now);
        _served?.Tell(now);
    }

    public ValueTask DisposeAsync() => _served?.Upstream.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>The configuration with an archive's upstreams at one address of this machine, and the others off.</summary>
    internal static NbaPropsOptions ServedBy(Uri address, NbaPropsOptions options) => ServedBy(address, options, OfArchives);

    /// <summary>The configuration with a simulated league's upstreams, which are all, at one address of this machine.</summary>
    internal static NbaPropsOptions SimulatedBy(Uri address, NbaPropsOptions options) => ServedBy(address, options, Sections);

    private static async Task<ServedSource> ArchiveAsync(string folder, CancellationToken cancellationToken)
    {
        var problems = ArchiveFolder.Problems(folder);
        if (problems.Count > 0)
        {
            throw new UsageException(string.Join('\n', problems));
        }

        var content = ArchiveFolder.Open(folder);
        var archive = await ArchiveUpstream.StartAsync(content, cancellationToken);
        var name = $"{Archive}{Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))}";
        return new ServedSource
        {
            Name = name,
            BaseAddress = archive.BaseAddress,
            Tell = now => archive.Now = now,
            Lacks = range => range.Select(Season.FromGameDate).Distinct().Where(season => !content.Seasons.Contains(season)).ToArray() is { Length: > 0 } asked
                ? $"{name} has nothing of {string.Join(", ", asked)}: accepted are dates of {string.Join(", ", content.Seasons)}"
                : null,
            Upstream = archive,
            Sections = OfArchives,
        };
    }

    // None of a live site's patience; what is not served is not asked.
    private static NbaPropsOptions ServedBy(Uri address, NbaPropsOptions options, IReadOnlyList<string> sections) => options with
    {
        Upstreams = options.Upstreams.With((section, upstream) => sections.Contains(section, StringComparer.Ordinal)
            ? upstream with
            {
                BaseAddress = address,
                RequestsPerSecond = null,
                Attempts = 2,
                RetryDelay = TimeSpan.FromMilliseconds(50),
                ApiKey = WithKey.Contains(section, StringComparer.Ordinal) ? AnyKey : null,

                // What is not there at a moment does not come while that moment stands still; and nothing that is served here costs anything.
                MissingAttempts = 0,
                CreditsPerMonth = null,
            }
            : new UpstreamOptions { BaseAddress = address, Enabled = false }),
    };
}
