using NbaProps.Domain;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;

namespace NbaProps.RawProcessors.Schedule;

/// <summary>The date's games that are over by the schedule.</summary>
/// <param name="Final">All of them, by id.</param>
/// <param name="Counted">Those that count for statistics: of them results are expected.</param>
internal sealed record DateGames(IReadOnlyDictionary<GameId, NbacScheduleRow> Final, IReadOnlyList<GameId> Counted)
{
    /// <summary>Reads them.</summary>
    public static DateGames Of(IInputs inputs, RunContext context)
    {
        var final = inputs.Rows<NbacScheduleRow>().Where(game => game.GameDate == context.Date && game.IsFinal()).ToArray();
        return new(final.ToDictionary(game => game.GameId), [.. final.Where(game => CountedGames.Counts(game.SeasonPhase)).Select(game => game.GameId)]);
    }
}
