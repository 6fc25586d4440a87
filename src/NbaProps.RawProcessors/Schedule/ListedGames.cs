using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.Schedule;

/// <summary>The games that a captured schedule lists for a date to come.</summary>
/// <param name="Games">How many, postponed ones left out.</param>
/// <param name="FirstTip">Start of the first, UTC; null where none states its start.</param>
public sealed record ListedGames(int Games, DateTimeOffset? FirstTip)
{
    /// <summary>The games of each date of the league's schedule, in the form of its site or of its content network.</summary>
    /// <param name="path">Where the payload lies, for errors.</param>
    /// <param name="bytes">The payload.</param>
    /// <exception cref="PermanentException">It is no schedule.</exception>
    public static IReadOnlyDictionary<GameDate, ListedGames> Of(string path, ReadOnlyMemory<byte> bytes)
    {
        using var payload = new RawPayload(path, bytes);
        return SchedulePayload.Games(payload.Json(), date: null, DateTimeOffset.MinValue).Rows
            .Where(game => !game.Postponed)
            .GroupBy(game => game.GameDate)
            .ToDictionary(
                games => games.Key,
                games => new ListedGames(games.Count(), games.Where(game => !game.TipOffAssumed).Select(game => (DateTimeOffset?)game.TipOff).Min()));
    }
}
