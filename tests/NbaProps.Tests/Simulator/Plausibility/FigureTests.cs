using System.Globalization;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.Plausibility;
using NbaProps.Simulator.Plausibility.Figures;

namespace NbaProps.Tests.Simulator.Plausibility;

/// <summary>What each figure means, by a season of a few games that can be reckoned by hand.</summary>
public sealed class FigureTests
{
    private static readonly TeamTricode Boston = TeamTricode.Parse("BOS");
    private static readonly TeamTricode Chicago = TeamTricode.Parse("CHI");
    private static readonly GameDate First = new(2025, 11, 1);

    // Boston wins at home by 10, loses in Chicago the next day by 2 after an overtime, and both have rested before it loses to them at home by 4.
    private static readonly SeasonFacts Facts = new(
        [
            Line(1, 0, Boston, home: true, 1, 240, Counts(50)),
            Line(1, 0, Boston, home: true, 2, 0, Counts(60)),
            Line(1, 0, Chicago, home: false, 3, 240, Counts(100)),
            Line(2, 1, Chicago, home: true, 3, 265, Counts(102)),
            Line(2, 1, Boston, home: false, 1, 265, Counts(100)),
            Line(3, 8, Boston, home: true, 2, 240, Counts(86)),
            Line(3, 8, Chicago, home: false, 3, 240, Counts(90)),
        ],
        [Over(1, 10.5m, 14), Over(1, 20m, 20), Over(2, 12.5m, 11), Over(2, 9.5m, null), Over(3, 8.5m, 10)]);

    [Theory]
    [InlineData("points, mean", (50 + 60 + 100 + 102 + 100 + 86 + 90) / 7.0)]
    [InlineData("points, median", 90)]
    [InlineData("40 points or more", 1)]
    [InlineData("minutes, mean", 1_490 / 7.0)]
    [InlineData("players used", 7 / 6.0)]
    [InlineData("team points, mean", 588 / 6.0)]
    [InlineData("home wins", 2 / 3.0)]
    [InlineData("home margin", 8 / 3.0)]
    [InlineData("margin", 16 / 3.0)]
    [InlineData("overtime", 1 / 3.0)]
    [InlineData("share of wins, SD", 0.23570226039551584)]
    [InlineData("field goals made", 0.5)]
    [InlineData("threes made", 0.25)]
    [InlineData("free throws made", 0.75)]
    [InlineData("threes among shots", 0.4)]
    [InlineData("assists", 7 / 6.0 * 6)]
    [InlineData("fouls", 7 / 6.0 * 9)]
    [InlineData("lines", 5 / 3.0)]
    [InlineData("line, mean", 61 / 5.0)]
    [InlineData("void", 0.2)]
    [InlineData("line error", 6.5 / 4)]
    [InlineData("line bias", 3.5 / 4)]
    [InlineData("over", 2 / 3.0)]
    [InlineData("book's margin", (110 / 210.0 * 2) - 1)]
    public void A_figure_is_reckoned_as_it_says(string name, double expected) => Value(name, Facts).ShouldBe(expected, 1e-9);

    [Fact]
    public void Pace_is_both_teams_possessions_in_48_minutes()
    {
        // 20 + 0.44 x 4 + 5 - 2 possessions of each line: two lines of Boston's in the first game.
        const double Line = 24.76;
        Value("pace", Facts).ShouldBe(((1.5 * Line) + (Line * 48 / 53) + Line) / 3, 1e-9);
    }

    [Fact]
    public void Only_one_tired_team_shows_what_a_second_night_costs()
    {
        var facts = new SeasonFacts(
            [.. Game(1, 0, "BOS", "CHI", 6), .. Game(2, 1, "BOS", "DEN", -5), .. Game(3, 2, "MIA", "BOS", 8), .. Game(4, 3, "BOS", "MIA", 99), .. Game(5, 9, "BOS", "CHI", 12)], []);
        var home = (6 - 5 + 8 + 99 + 12) / 5.0;

        // Boston tired at home against Denver, and away in Miami; in the fourth game both are.
        Value("second night running", facts).ShouldBe(((-5 - home) + (home - 8)) / 2, 1e-9);
    }

    [Fact]
    public void Who_misses_games_is_seen_between_his_first_and_his_last()
    {
        // Boston's regular plays the first 21 of 30 games but the third; his substitute, of few minutes, every other one.
        var lines = Enumerable.Range(0, 30).SelectMany(day => new[] { (Player: 1, Minutes: 30, Plays: day is < 21 and not 2), (Player: 2, Minutes: 19, Plays: day % 2 == 0), (Player: 3, Minutes: 10, Plays: true) }
            .Where(player => player.Plays).Select(player => Line(day + 1, day, Boston, home: true, player.Player, player.Minutes, Counts(10)))
            .Append(Line(day + 1, day, Chicago, home: false, 9, 10, Counts(10))));

        Value("games missed", new SeasonFacts(lines, [])).ShouldBe(1 / 21.0, 1e-9);
    }

    [Theory]
    [InlineData(19, 1)]
    [InlineData(20, 2)]
    public void A_history_has_twenty_games(int games, int histories)
    {
        var lines = Enumerable.Range(0, 30).SelectMany(day => Enumerable.Range(1, 2).Where(player => player == 1 || day < games)
            .Select(player => Line(day + 1, day, Boston, home: true, player, 20, Counts(player + (day % 2)))).Append(Line(day + 1, day, Chicago, home: false, 50 + day, 20, Counts(1))));

        new SeasonFacts(lines.Reverse(), []).Histories.Select(history => history.Count).Count(count => count >= 19).ShouldBe(histories);
    }

    [Fact]
    public void What_lies_within_and_between_players_and_what_lasts_is_seen_over_their_histories()
    {
        // One scores 10 and 20 in turn, the other 24 and 26: half of the squares within is 25 and 1 of a game, and each game is followed by its opposite.
        var lines = Enumerable.Range(0, 20).SelectMany(day => new[] { (Player: 1, Points: day % 2 == 0 ? 10 : 20, Minutes: day % 2 == 0 ? 20 : 30), (Player: 2, Points: day % 2 == 0 ? 24 : 26, Minutes: 30) }
            .Select(player => Line(day + 1, day, Boston, home: true, player.Player, player.Minutes, Counts(player.Points))).Append(Line(day + 1, day, Chicago, home: false, 50 + day, 20, Counts(1))));
        var facts = new SeasonFacts(lines.OrderBy(line => line.Counts.Points), []);

        var within = ((20 * 25) + (20 * 1)) / 38.0;
        Value("points within a player, SD", facts).ShouldBe(Math.Sqrt(within), 1e-9);
        Value("points between players, SD", facts).ShouldBe(Math.Sqrt(((2 * 20 * 25) - within) / 20), 1e-9);
        Value("points within a player of 20 or more, SD", facts).ShouldBe(Math.Sqrt(20 / 19.0), 1e-9);
        Value("points, autocorrelation", facts).ShouldBe(-1, 1e-9);
        Value("minutes, autocorrelation", facts).ShouldBe(-1, 1e-9);
        Value("points with minutes, correlation", facts).ShouldBe(20 * 25 / Math.Sqrt(20 * 26.0 * 20 * 25), 1e-9);
    }

    [Theory]
    [InlineData(12, "14.5", 1.0)]
    [InlineData(12, "15", 1.0)]
    [InlineData(12, "15.5", null)]
    [InlineData(12, "19", null)]
    [InlineData(12, "19.5", 1.0)]
    [InlineData(12, "16", null)]
    [InlineData(11, "8.5", 1.0)]
    [InlineData(7, "17.5", 0.0)]
    [InlineData(3, "0.5", 1.0)]
    [InlineData(2, "5.5", null)]
    public void A_simple_bettor_believes_the_last_games_and_bets_where_they_are_far_from_the_line(int game, string line, double? right)
    {
        // Nothing, five times 10, five times 20, and 16 at last: of that the twelfth game is expected to bring 0.5 x 20 + 0.3 x 15 + 0.2 x 150/11 = 17.2.
        int[] points = [0, .. Enumerable.Repeat(10, 5), .. Enumerable.Repeat(20, 5), 16];
        var lines = points.SelectMany((scored, day) => new[] { Line(day + 1, day, Boston, home: true, 1, 240, Counts(scored)), Line(day + 1, day, Chicago, home: false, 2, 240, Counts(1)) });
        var facts = new SeasonFacts(lines, [Over(game, decimal.Parse(line, CultureInfo.InvariantCulture), points[game - 1]), Over(12, 3.5m, null)]);

        Value("simple bets right", facts).ShouldBe(right ?? double.NaN);
    }

    [Fact]
    public void Only_the_regular_season_counts()
    {
        PlayerGame Playoff(TeamTricode team, bool home) => Line(1, 200, team, home, 1, 240, Counts(200)) with { Game = GameId.Create(new Season(2025), SeasonPhase.Playoffs, 101) };
        var facts = new SeasonFacts([.. Facts.Players, Playoff(Boston, true), Playoff(Chicago, false)], [.. Facts.Lines, Over(1, 5.5m, 30) with { Game = GameId.Create(new Season(2025), SeasonPhase.Playoffs, 101) }]);

        (facts.Players.Count, facts.Teams.Count, facts.Games.Count, facts.Lines.Count).ShouldBe((7, 6, 3, 5));
    }

    private static double Value(string name, SeasonFacts facts) => FigureList.All.Single(figure => figure.Name == name).Of(facts);

    private static IEnumerable<PlayerGame> Game(int number, int day, string home, string away, int margin) =>
        [Line(number, day, TeamTricode.Parse(home), home: true, 1, 240, Counts(100 + margin)), Line(number, day, TeamTricode.Parse(away), home: false, 2, 240, Counts(100))];

    private static PlayerGame Line(int number, int day, TeamTricode team, bool home, long player, double minutes, BoxCounts counts) =>
        new(Game(number), First.AddDays(day), team, home, new PlayerKey(player), minutes, counts);

    private static LineOutcome Over(int number, decimal line, int? points) => new(Game(number), new PointsLine(line), new TwoWayPrice(new AmericanOdds(-110), new AmericanOdds(-110)),
        points is { } scored ? Line(number, number - 1, Boston, home: true, 1, 240, Counts(scored)) : null);

    private static GameId Game(int number) => GameId.Create(new Season(2025), SeasonPhase.Regular, number);

    private static BoxCounts Counts(int points) => new(points, 10, 20, 2, 8, 3, 4, 2, 5, 6, 7, 8, 5, 9);
}
