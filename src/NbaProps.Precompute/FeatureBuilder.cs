using NbaProps.Domain.Calendar;
using NbaProps.Domain.Features;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Manifest.Precompute;

namespace NbaProps.Precompute;

/// <summary>What the features of one player and game are made of.</summary>
/// <param name="Player">The player's context.</param>
/// <param name="Team">His team's context; null when it is missing.</param>
/// <param name="Opponent">The opponent's context; null when it is missing.</param>
/// <param name="Cache">The player's figures; null when they are missing.</param>
/// <param name="TeamIsStale">Whether his team has a finished game without summary.</param>
/// <param name="OpponentIsStale">Whether the opponent has.</param>
internal sealed record FeatureSources(
    UpcomingPlayerGameContextRow Player,
    UpcomingTeamGameContextRow? Team,
    UpcomingTeamGameContextRow? Opponent,
    PlayerDailyCacheRow? Cache,
    bool TeamIsStale,
    bool OpponentIsStale);

/// <summary>The one place where features are made, for serving as for training. What is not known is null; nothing has a default.</summary>
internal static class FeatureBuilder
{
    private const int LongestRestAdvantage = 2;

    /// <summary>The features in the order of the contract.</summary>
    public static FeatureVector Build(FeatureSources from)
    {
        var (player, cache) = (from.Player, from.Cache);
        var values = new double?[FeatureContract.Count];
        values[FeatureIndex.HomeAway] = Flag(player.HomeGame);
        values[FeatureIndex.PlayoffGame] = Flag(SeasonPhases.Parse(player.SeasonPhase) == SeasonPhase.Playoffs);
        AddLine(values, player);
        if (!from.TeamIsStale)
        {
            AddForm(values, cache);
            AddTeam(values, cache);
            values[FeatureIndex.FatigueScore] = FatigueScore.Of(
                player.DaysRest, player.GamesInLast7Days, player.MinutesInLast7Days, player.BackToBacksLast14Days);
            values[FeatureIndex.BackToBack] = player.BackToBack is { } backToBack ? Flag(backToBack) : null;
        }

        if (!from.OpponentIsStale)
        {
            values[FeatureIndex.OpponentDefRating] = cache?.OpponentDefRatingLast15;
            values[FeatureIndex.OpponentPace] = cache?.OpponentPaceLast15;
        }

        if (!from.TeamIsStale && !from.OpponentIsStale)
        {
            // Half the difference is what the game's expected pace, the mean of both, is above the team's own.
            values[FeatureIndex.PaceScore] = (cache?.OpponentPaceLast10 - cache?.TeamPaceLast10) / 2;
            values[FeatureIndex.RestAdvantage] = from.Team?.TeamDaysRest - from.Opponent?.TeamDaysRest is { } days
                ? Math.Clamp(days, -LongestRestAdvantage, LongestRestAdvantage)
                : null;
        }

        return new FeatureVector(values);
    }

    private static void AddForm(double?[] values, PlayerDailyCacheRow? cache)
    {
        values[FeatureIndex.PointsAvgLast5] = cache?.PointsAvgLast5;
        values[FeatureIndex.PointsAvgLast10] = cache?.PointsAvgLast10;
        values[FeatureIndex.PointsAvgSeason] = cache?.PointsAvgSeason;
        values[FeatureIndex.PointsStdLast10] = cache?.PointsStdLast10;
        values[FeatureIndex.GamesInLast7Days] = cache?.GamesInLast7Days;
        values[FeatureIndex.RecentTrend] = FeatureLevels.RecentTrend(cache?.PointsTrendLast5);
        values[FeatureIndex.MinutesChange] = FeatureLevels.MinutesChange(cache?.MinutesAvgLast10, cache?.MinutesAvgSeason);
        values[FeatureIndex.PctFreeThrow] = cache?.FreeThrowPointShareLast10 is { } share ? Math.Min(share, 0.5) : null;
        values[FeatureIndex.AvgPointsVsOpponent] = cache?.PointsAvgVsOpponent;
        values[FeatureIndex.GamesVsOpponent] = cache?.GamesVsOpponent;
        values[FeatureIndex.MinutesAvgLast10] = cache?.MinutesAvgLast10;
        values[FeatureIndex.PpmAvgLast10] = cache?.PointsPerMinuteLast10;
    }

    private static void AddTeam(double?[] values, PlayerDailyCacheRow? cache)
    {
        values[FeatureIndex.TeamPace] = cache?.TeamPaceLast10;
        values[FeatureIndex.TeamOffRating] = cache?.TeamOffRatingLast10;
        values[FeatureIndex.TeamWinPct] = cache?.TeamWinPct;
    }

    private static void AddLine(double?[] values, UpcomingPlayerGameContextRow player)
    {
        values[FeatureIndex.VegasPointsLine] = player.CurrentPointsLine?.ToDouble();
        values[FeatureIndex.VegasOpeningLine] = player.OpeningPointsLine?.ToDouble();
        values[FeatureIndex.VegasLineMove] = player.LineMovement;
        values[FeatureIndex.HasVegasLine] = player.HasPropLine is { } hasLine ? Flag(hasLine) : null;
    }

    private static double Flag(bool value) => value ? 1 : 0;
}
