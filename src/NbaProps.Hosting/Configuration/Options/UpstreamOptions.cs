using System.ComponentModel.DataAnnotations;

using NbaProps.Shared.Credits;

namespace NbaProps.Hosting.Configuration;

/// <summary>How a source is asked.</summary>
public sealed record UpstreamOptions
{
    /// <summary>Whether the source is asked at all. Default true; switched off it has nothing for any date, and those that stand in for it are asked.</summary>
    public bool Enabled { get; init; } = true;

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

    /// <summary>So many attempts in a row without an answer, and the source is left alone for <see cref="OpenFor"/>. Default 8.</summary>
    [Range(2, 1000)]
    public int FailuresToOpen { get; init; } = 8;

    /// <summary>How long a source that did not answer is left alone; then one attempt tries it. Default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", "1.00:00:00")]
    public TimeSpan OpenFor { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Statuses that say that there is nothing: no failure, and no attempt more. Default 404 and 204.</summary>
    public IReadOnlyList<int> NothingThere { get; init; } = [404, 204];

    /// <summary>How often what is not there yet (404) is asked for again within a run. Default 0: the next trigger asks.</summary>
    [Range(0, 10)]
    public int MissingAttempts { get; init; }

    /// <summary>Wait before what was not there is asked for again; doubles. Default 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan MissingDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Most starts of attempts in a second, evenly spaced, from one process; none for no limit.</summary>
    [Range(0.001, 1000.0)]
    public double? RequestsPerSecond { get; init; }

    /// <summary>Most attempts under way at a time, from one process. Default 4.</summary>
    [Range(1, 100)]
    public int Concurrency { get; init; } = 4;

    /// <summary>The longest body that is read, in bytes after decompression. Default 64 MiB.</summary>
    [Range(1, 1_073_741_824)]
    public int LongestBody { get; init; } = 64 * 1024 * 1024;

    /// <summary>The key, a secret: sent as the query parameter <c>apiKey</c> or in <c>ApiKeyHeader</c>, and never written anywhere. Better set in the environment than in the file.</summary>
    [Secret]
    public string? ApiKey { get; init; }

    /// <summary>The request header that carries the key; none for the query parameter <c>apiKey</c>.</summary>
    public string? ApiKeyHeader { get; init; }

    /// <summary>A proxy for a source that refuses the addresses of data centres, such as <c>http://host:port</c>; user and password may stand in it. Default none.</summary>
    [Secret]
    public Uri? Proxy { get; init; }

    /// <summary>For Google's interfaces: the key file of the service account whose token is sent. Default none.</summary>
    public string? ServiceAccountFile { get; init; }

    /// <summary>For a source that counts credits: how many may be used in a month; the lower of this and what the source itself says counts. None for a source that does not count.</summary>
    [Range(1, 100_000_000)]
    public int? CreditsPerMonth { get; init; }

    /// <summary>Day of the month on which a source that counts credits begins anew, UTC: the first, or the day on which the plan was taken. Default 1.</summary>
    [Range(1, 28)]
    public int CreditsResetDay { get; init; } = 1;

    /// <summary>The User-Agent header.</summary>
    [Required]
    public string UserAgent { get; init; } = "Mozilla/5.0 (compatible; NbaProps/1.0)";

    /// <summary>Further request headers. No place for a key: they are not kept from what is written down.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>What may be asked in a month; null for a source that does not count credits.</summary>
    public CreditAllowance? AllowanceOf(string name) => CreditsPerMonth is { } most ? new CreditAllowance(name, most, CreditsResetDay) : null;

    /// <summary>The address only: a record would print its key.</summary>
    public override string ToString() => $"{nameof(UpstreamOptions)} {{ {nameof(BaseAddress)} = {BaseAddress} }}";
}
