using NbaProps.Domain;
using NbaProps.RawProcessors.BoxScores;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;

namespace NbaProps.Tests.Simulator.Serving.Nba;

/// <summary>Game logs and box scores, read back, are what happened: every count of every player and team.</summary>
public sealed class BoxScoreRoundTripTests
{
    public static TheoryData<long> Seeds { get; } = [1, 2, 3, 17];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_game_logs_of_a_pocket_season_are_what_happened(long seed)
    {
        await using var served = await Served.Of(Leagues.Pocket(seed));
        await LogsAgree(served, "Regular Season", served.Season.Games);
    }

    [Fact]
    public async Task The_game_logs_of_a_full_season_are_what_happened_by_part_of_it()
    {
        await using var served = await Served.Of(Leagues.Full);
        foreach (var (type, phase) in new[] { ("Regular Season", 2), ("PlayIn", 5), ("Playoffs", 4) })
        {
            var games = served.Season.Games.Where(game => (int)game.Scheduled.Id.Phase == phase).ToArray();
            games.ShouldNotBeEmpty();
            await LogsAgree(served, type, games);
        }

        (await served.Rows<NbacPlayerBoxscoreRow>("nba_leaguegamelog", NbaAddresses.Log("P", "Pre Season"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_game_log_of_a_date_has_that_dates_games_only()
    {
        await using var served = await Served.Of(Leagues.Full);
        var date = served.Season.Games[600].Scheduled.Date;
        var rows = await served.Rows<NbacTeamBoxscoreRow>("nba_leaguegamelog", NbaAddresses.Log("T", "Regular Season", date));
        rows.Select(row => row.GameId).Distinct().ShouldBe(served.Season.ByDate[date].Select(game => game.Scheduled.Id), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Box_scores_of_a_pocket_season_are_what_happened_in_each_of_their_three_forms(long seed)
    {
        await using var served = await Served.Of(Leagues.Pocket(seed));
        foreach (var game in served.Season.Games)
        {
            await BoxesAgree(served, game);
        }
    }

    [Fact]
    public async Task Box_scores_of_a_date_of_the_full_league_are_what_happened()
    {
        await using var served = await Served.Of(Leagues.Full);
        foreach (var game in served.Season.ByDate[served.Season.Games[700].Scheduled.Date].Append(served.Season.Games[^1]))
        {
            await BoxesAgree(served, game);
        }
    }

    [Fact]
    public async Task Who_does_not_play_is_listed_with_the_reason()
    {
        await using var served = await Served.Of(Leagues.Full);
        var game = served.Season.Games.First(each => each.HomeAbsences.Any(absence => !absence.Plays && absence.Reason.Contains("Knee", StringComparison.Ordinal)));
        var hurt = game.HomeAbsences.First(absence => !absence.Plays && absence.Reason.Contains("Knee", StringComparison.Ordinal));
        var leftOut = (await served.Read("nba_cdn_boxscore", NbaAddresses.CdnBox(game))).LeftOut;
        leftOut.ShouldContain($"did not play: {hurt.Player.FullName} ({game.Scheduled.Home}): INACTIVE_INJURY, {hurt.Reason["Injury/Illness - ".Length..]}");
    }

    private static async Task LogsAgree(Served served, string type, IReadOnlyList<SimulatedGame> games)
    {
        var players = await served.Rows<NbacPlayerBoxscoreRow>("nba_leaguegamelog", NbaAddresses.Log("P", type));
        BoxTruth.Same(players.Select(row => (
            $"{row.GameDate} {row.GameId} {row.PlayerId} {row.PlayerName} {row.Team} {row.Opponent} {row.IsHome} {row.Won} {row.Minutes}",
            Counts(row.FieldGoalsMade, row.FieldGoalsAttempted, row.ThreePointersMade, row.ThreePointersAttempted, row.FreeThrowsMade, row.FreeThrowsAttempted, row.OffensiveRebounds,
                row.DefensiveRebounds, row.Assists, row.Steals, row.Blocks, row.Turnovers, row.PersonalFouls, row.Points, row.PlusMinus))),
            games.SelectMany(game => BoxTruth.Players(game).Select(line => ($"{game.Scheduled.Date} {BoxTruth.Who(game, line)} {(line.Seconds + 30) / 60}", BoxTruth.Counts(line)))));

        var teams = await served.Rows<NbacTeamBoxscoreRow>("nba_leaguegamelog", NbaAddresses.Log("T", type));
        BoxTruth.Same(teams.Select(row => (
            $"{row.GameDate} {row.GameId} {row.Team} {row.Opponent} {row.IsHome} {row.Won}",
            Counts(row.FieldGoalsMade, row.FieldGoalsAttempted, row.ThreePointersMade, row.ThreePointersAttempted, row.FreeThrowsMade, row.FreeThrowsAttempted, row.OffensiveRebounds,
                row.DefensiveRebounds, row.Assists, row.Steals, row.Blocks, row.Turnovers, row.PersonalFouls, row.Points, row.PlusMinus))),
            games.SelectMany(game => BoxTruth.Sides.Select(side => ($"{game.Scheduled.Date} {BoxTruth.Who(game, side)}", BoxTruth.Counts(game, side)))));
        teams.Where(row => Math.Abs(row.Minutes - 240 - (25 * served.Season.ById[row.GameId].Box.Overtimes)) > 6).ShouldBeEmpty();
    }

    private static async Task BoxesAgree(Served served, SimulatedGame game)
    {
        foreach (var (source, address, knowsSides) in new[]
        {
            ("nba_cdn_boxscore", NbaAddresses.CdnBox(game), true), ("nba_team_boxscore", NbaAddresses.Traditional(game), true), ("nba_team_boxscore", NbaAddresses.Traditional(game, version: 2), false),
        })
        {
            var lines = (await served.Rows<BoxCounts>(source, address)).ToArray();
            lines.OfType<PlayerBoxScoreLine>().Select(line => ($"{Key(line.GameId, line.PlayerId)} {line.PlayerName} {line.Team} {line.Starter} {line.SecondsPlayed}", Counts(line))).Order()
                .ShouldBe(BoxTruth.Players(game).Select(line => ($"{Key(game.Scheduled.Id, line.Player.Id)} {line.Player.FullName} {game.Plan.Of(line.Side).Team} {line.Starter} {line.Seconds}", BoxTruth.Counts(line))).Order());
            lines.OfType<TeamBoxScoreLine>().Select(line => ($"{line.Team} {line.Opponent} {line.SecondsPlayed}", Counts(line))).Order()
                .ShouldBe(BoxTruth.Sides.Select(side => ($"{game.Plan.Of(side).Team} {game.Plan.Of(side.Other()).Team} {14_400 + (1_500 * game.Box.Overtimes)}", BoxTruth.Counts(game, side))).Order());
            lines.OfType<PlayerBoxScoreLine>().ShouldAllBe(line => line.IsHome == (knowsSides ? line.Team == game.Scheduled.Home : null));
        }
    }

    private static string Key(GameId game, PlayerKey player) => $"{game} {player}";

    private static string Counts(BoxCounts line) => Counts(
        line.FieldGoalsMade, line.FieldGoalsAttempted, line.ThreePointersMade, line.ThreePointersAttempted, line.FreeThrowsMade, line.FreeThrowsAttempted, line.OffensiveRebounds,
        line.DefensiveRebounds, line.Assists, line.Steals, line.Blocks, line.Turnovers, line.PersonalFouls, line.Points, line.PlusMinus);

    private static string Counts(params int?[] counts) => string.Join(' ', counts);
}
