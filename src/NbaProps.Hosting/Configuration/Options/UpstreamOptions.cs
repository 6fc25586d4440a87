using System.ComponentModel.DataAnnotations;

namespace NbaProps.Hosting.Configuration;

/// <summary>How a source is asked.</summary>
public sealed record UpstreamOptions
{
    /// <summary>What the paths are below.</summary>
    [Required]
    public Uri BaseAddress { get; init; } = new("http://localhost");

    /// <summary>How long one attempt may take, to the last byte. Default 20 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:05:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How often a request is tried in all. Default 4.</summary>
    [Range(1, 20)]
    public int Attempts { get; init; } = 4;

    /// <summary>Wait after the first failed attempt; doubles with each further one, and is shortened at random by up to half. Default 2 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest wait between attempts, unless the source asks for a longer one. Default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan LongestRetryDelay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long one request may take in all: waits for its turn, attempts and pauses. Default 2 minutes; at most two thirds of <c>Runtime:Lease</c>, which is renewed before each request.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan Budget { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Most starts of attempts in a second, evenly spaced, from one process; none for no limit.</summary>
    [Range(0.001, 1000.0)]
    public double? RequestsPerSecond { get; init; }

    /// <summary>Most attempts under way at a time, from one process. Default 4.</summary>
    [Range(1, 100)]
    public int Concurrency { get; init; } = 4;

    /// <summary>The longest body that is read, in bytes after decompression. Default 64 MiB.</summary>
    [Range(1, 1_073_741_824)]
    public int LongestBody { get; init; } = 64 * 1024 * 1024;

    /// <summary>The key, a secret: sent as the query parameter <c>apiKey</c> and never written anywhere. Better set in the environment than in the file.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The User-Agent header.</summary>
    [Required]
    public string UserAgent { get; init; } = "Mozilla/5.0 (compatible; NbaProps/1.0)";

    /// <summary>Further request headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The address only: a record would print its key.</summary>
    public override string ToString() => $"{nameof(UpstreamOptions)} {{ {nameof(BaseAddress)} = {BaseAddress} }}";
}
