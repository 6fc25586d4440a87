using System.Globalization;

using NbaProps.Shared.Objects;
using NbaProps.Shared.Resilience;

namespace NbaProps.Shared.Deployment.Drift;

/// <summary>What was found of main in the object store.</summary>
/// <param name="History">What is known of main; null when nothing is.</param>
/// <param name="Warning">What is wrong with it, in one sentence without a full stop: missing, unreadable or too old; null when nothing is.</param>
public sealed record HeadReading(MainHistory? History, string? Warning)
{
    /// <summary>Older than this, it is not known what has come to main since.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromHours(48);

    /// <summary>Reads <see cref="HeadFile.Path"/>.</summary>
    /// <param name="objects">Where it is.</param>
    /// <param name="now">Wall clock, UTC.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <exception cref="TransientException">The object store did not answer.</exception>
    public static async Task<HeadReading> FindAsync(IObjectStore objects, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(objects);
        try
        {
            return await objects.GetAsync(HeadFile.Path, cancellationToken) is { } stored
                ? Of(HeadFile.Read(stored.Bytes.Span), now)
                : new(null, $"{HeadFile.Path} is missing");
        }
        catch (PermanentException unreadable)
        {
            return new(null, $"{HeadFile.Path} cannot be read: {unreadable.Message}");
        }
    }

    private static HeadReading Of(MainHistory history, DateTimeOffset now) => new(history, now - history.PublishedAt > GoodFor
        ? string.Create(CultureInfo.InvariantCulture, $"{HeadFile.Path} is of {history.PublishedAt:u}, more than {GoodFor.TotalHours:0} hours ago")
        : null);
}
