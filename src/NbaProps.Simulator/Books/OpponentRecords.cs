using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Books;

/// <summary>What teams' results said at any moment of a season: a date counts once its last game is over.</summary>
internal sealed class OpponentRecords
{
    private readonly List<(DateTimeOffset From, TeamRatings Ratings)> _known = [(DateTimeOffset.MinValue, new TeamRatings())];

    public OpponentRecords(SimulatedSeason season)
    {
        var ratings = new TeamRatings();
        foreach (var date in season.Games.GroupBy(game => game.Scheduled.Date))
        {
            foreach (var game in date)
            {
                ratings.Learn(game, homeTired: false, awayTired: false);
            }

            _known.Add((date.Max(game => game.Ended), ratings.Copy()));
        }
    }

    /// <summary>What is known at a moment.</summary>
    public TeamRatings At(DateTimeOffset at) => _known.FindLast(known => known.From <= at).Ratings;
}
