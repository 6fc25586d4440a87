using NbaProps.Domain.Calendar;
using NbaProps.Shared.Resilience;

namespace NbaProps.Shared.Pipeline;

/// <summary>Fetches an upstream's payloads for a game date. What it returns is archived unchanged; it parses only what it needs to find the next address.</summary>
public interface IScraper
{
    /// <summary>Its line of the manifest.</summary>
    ProcessorDeclaration Declaration { get; }

    /// <summary>Fetches.</summary>
    /// <exception cref="Resilience.TransientException">The upstream did not answer usefully; a later attempt may.</exception>
    /// <exception cref="Resilience.PermanentException">The upstream answered with something that cannot be right.</exception>
    Task<Scrape> FetchAsync(ScrapeContext context, CancellationToken cancellationToken);
}

/// <summary>What a scraper is asked for.</summary>
/// <param name="Date">The game date.</param>
/// <param name="AsOf">The moment that the capture speaks for.</param>
/// <param name="Upstream">The way to the upstream: one GET with the source's resilience around it.</param>
public sealed record ScrapeContext(GameDate Date, DateTimeOffset AsOf, IUpstream Upstream)
{
    /// <summary>The tables that the scraper declares as inputs.</summary>
    public IInputs Inputs { get; init; } = NoInputs.Instance;

    /// <summary>Another way of the scraper's own, kept as <see cref="Upstream"/> is: the run's lease does not run out while it answers.</summary>
    public Func<IUpstream, IUpstream> Through { get; init; } = static other => other;

    /// <summary>The way to the upstream for what is looked up and not kept, such as a search.</summary>
    public IUpstream Lookup { get; init; } = Upstream;

    /// <summary>Waits within the run, its lease kept.</summary>
    public Func<TimeSpan, CancellationToken, Task> PauseAsync { get; init; } = static (_, _) => Task.CompletedTask;

    /// <summary>
    /// Items, such as game ids, that need not be asked for: this scraper has captured them at an earlier trigger, or the one that it stands in for has.
    /// </summary>
    public IReadOnlySet<string> Captured { get; init; } = new SortedSet<string>(StringComparer.Ordinal);

    /// <summary>Those of them that an earlier attempt of this very look has brought: also who asks for all at each trigger need not ask for these.</summary>
    public IReadOnlySet<string> Brought { get; init; } = new SortedSet<string>(StringComparer.Ordinal);
}

/// <summary>The way to an upstream.</summary>
public interface IUpstream
{
    /// <summary>
    /// One GET of a path below the source's base address, with the source's time-out, retries and limits. A 404 is answered as null:
    /// "not yet" is not an error.
    /// </summary>
    Task<FetchedPayload?> GetAsync(string pathAndQuery, CancellationToken cancellationToken);
}

/// <summary>A payload as it came.</summary>
/// <param name="Bytes">The body.</param>
/// <param name="Metadata">URL (without keys), status and headers that matter.</param>
public sealed record FetchedPayload(ReadOnlyMemory<byte> Bytes, IReadOnlyDictionary<string, string> Metadata)
{
    /// <summary>What of the date it is about, such as a game id; null where it is about the date as a whole. An item is asked for until it was brought.</summary>
    public string? Item { get; init; }
}

/// <summary>What a scraper brought.</summary>
/// <param name="State">Succeeded, NoData or Degraded.</param>
/// <param name="Reason">One sentence.</param>
/// <param name="Payloads">The payloads to archive.</param>
public sealed record Scrape(RunState State, string Reason, IReadOnlyList<FetchedPayload> Payloads)
{
    /// <summary>The contract that a payload broke, where others were brought all the same; null when none was refused for it.</summary>
    public ContractBreak? Break { get; init; }

    /// <summary>
    /// How parts of what was asked for failed, transiently if one of them did so; null when none failed. They are asked for again, and what was brought stands
    /// meanwhile. What the source says it does not have has not failed.
    /// </summary>
    public FaultKind? Fault { get; init; }

    /// <summary>Whether the source is switched off: what it changed into before concerns nobody any more.</summary>
    public bool IsSwitchedOff { get; init; }

    /// <summary>All that was asked for.</summary>
    public static Scrape Of(IReadOnlyList<FetchedPayload> payloads) => new(RunState.Succeeded, $"{payloads.Count} payloads", payloads);

    /// <summary>The upstream has nothing for the date, and says so.</summary>
    public static Scrape NoData(string reason) => new(RunState.NoData, reason, []);
}
