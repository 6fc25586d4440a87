using NbaProps.Cli.Running;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline.Days;

namespace NbaProps.Cli.Commands;

/// <summary>What <c>up</c> begins with when nobody says so: which source, and where the clock of a simulated league stands.</summary>
internal static class UpStart
{
    // The last moment of a date is at six in the morning after.
    private const int NightHours = 6;

    /// <summary>The simulated league that the folder holds, or the usual one: no live upstream is asked by whoever did not name it.</summary>
    public static async Task<string> SourceAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(context.Options.DataDirectory))
        {
            return SimulatedSource.Default;
        }

        var known = await context.WithStoresAsync((stores, _) => RecordedSource.FindAsync(stores.Ports.State, cancellationToken), cancellationToken);
        return known is { Source: var source } && SimulatedSource.IsMeant(source) ? source : SimulatedSource.Default;
    }

    /// <summary>The moment that the folder's days have come to, so that whoever starts again goes on; null of a folder without any.</summary>
    public static async Task<DateTimeOffset?> StoodAtAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(context.Options.DataDirectory))
        {
            return null;
        }

        return await context.WithStoresAsync(
            async (_, watcher) =>
            {
                var visits = (await watcher.Days.ListAsync(range: null, cancellationToken)).SelectMany(day => day.Visits).ToArray();
                return visits.Length == 0 ? (DateTimeOffset?)null : visits.Max(visit => visit.AsOf);
            },
            cancellationToken);
    }

    /// <summary>Just before the first look of the season's first date; null of a source that has no first date.</summary>
    public static DateTimeOffset? Usual(SourceSession source) => source.Opening?.At(9, 55);

    /// <summary>The game date to which a moment belongs: the night to its evening.</summary>
    public static GameDate DateAt(DateTimeOffset moment) => GameDate.FromInstant(moment.AddHours(-NightHours));
}
