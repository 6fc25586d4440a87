using NbaProps.Cli.Running;
using NbaProps.Domain.Calendar;

namespace NbaProps.Cli.Commands;

/// <summary>Where the clock of a simulated league begins when nobody says so.</summary>
internal static class UpStart
{
    // The last moment of a date is at six in the morning after.
    private const int NightHours = 6;

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
