using NbaProps.Domain.Calendar;
using NbaProps.Shared.Objects;

namespace NbaProps.Cli.Running;

/// <summary>A source that is served on this machine, and knows which moment it is only by being told.</summary>
internal sealed record ServedSource
{
    /// <summary>Names it, the same one always the same.</summary>
    public required string Name { get; init; }

    /// <summary>Where it listens.</summary>
    public required Uri BaseAddress { get; init; }

    /// <summary>Tells it the moment.</summary>
    public required Action<DateTimeOffset> Tell { get; init; }

    /// <summary>Why dates cannot be walked with it; null when they can.</summary>
    public required Func<GameDateRange, string?> Lacks { get; init; }

    /// <summary>What serves.</summary>
    public required IAsyncDisposable Upstream { get; init; }

    /// <summary>The upstreams that it stands for, by the names of their sections of the configuration. The others are switched off.</summary>
    public required IReadOnlyList<string> Sections { get; init; }

    /// <summary>The first date on which something happens, where a clock that nobody set begins; null when it has to be set.</summary>
    public GameDate? Opening { get; init; }

    /// <summary>What takes the text out of its PDFs; null for the tool that does it for everybody's.</summary>
    public IPdfText? Pdfs { get; init; }
}
