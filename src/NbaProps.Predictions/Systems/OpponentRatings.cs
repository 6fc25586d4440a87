using NbaProps.Domain.Calendar;
using NbaProps.Domain.Statistics;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Manifest.Analytics;

namespace NbaProps.Predictions.Systems;

/// <summary>Defensive ratings as they stood before any date: as the feature opponent_def_rating is reckoned, for past games.</summary>
internal sealed class OpponentRatings(History<TeamTricode, TeamDefenseGameSummaryRow> defense)
{
    private const int Games = 15;

    private readonly Dictionary<(TeamTricode Team, GameDate Date), double?> _known = [];

    /// <summary>Mean rating of a team's last fifteen games before a date; null when none is known.</summary>
    public double? Before(TeamTricode team, GameDate date)
    {
        if (_known.TryGetValue((team, date), out var known))
            return known;
        var ratings = defense.Of(team).SkipWhile(game => game.GameDate >= date).Take(Games).Select(game => game.DefensiveRating).OfType<double>();
        return _known[(team, date)] = SampleStatistics.Mean(ratings);
    }
}
