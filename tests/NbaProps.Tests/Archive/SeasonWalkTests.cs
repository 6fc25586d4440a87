using System.Globalization;

using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;
using NbaProps.Domain.Players;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Warehouse;
using NbaProps.Tests.Domain.Support;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Archive;

public sealed class SeasonWalkTests(SeasonWalk season) : IClassFixture<SeasonWalk>
{
    private static readonly GameDate Regular = new(2023, 4, 9);

    [SkippableFact]
    public async Task Every_player_line_of_2022_23_comes_through_as_the_file_has_it()
    {
        var days = await season.DaysAsync();
        var rows = days.Where(day => day.Date <= Regular).SelectMany(day => day.Players.Rows).ToDictionary(row => (row.GameId.ToString(), row.PlayerId.ToString()));
        var lines = RealRows.Csv(SharedData.Require("data/nba-gamelogs/player_gamelogs_2022-23.csv.gz")).ToArray();
        lines.Length.ShouldBe(25_895);
        rows.Count.ShouldBe(25_895);
        rows.Values.Select(row => row.GameId).Distinct().Count().ShouldBe(1_230);
        rows.Values.Count(row => row.Minutes == 0).ShouldBe(77);
        foreach (var line in lines)
        {
            var row = rows[(line["GAME_ID"], line["PLAYER_ID"])];
            (row.GameDate.ToString(), row.PlayerName, row.Team.Value, row.Won).ShouldBe((line["GAME_DATE"], line["PLAYER_NAME"], line["TEAM_ABBREVIATION"], line["WL"] == "W"));
            $"{row.Team} {(row.IsHome ? "vs." : "@")} {row.Opponent}".ShouldBe(line["MATCHUP"]);
            (row.Season.Label, row.SeasonPhase, row.Source).ShouldBe(("2022-23", "regular", "nba_leaguegamelog"));
            Counts(row).ShouldBe(Counts(line));
        }
    }

    [SkippableFact]
    public async Task Players_add_up_to_their_teams_and_teams_to_the_schedules_scores()
    {
        foreach (var day in await season.DaysAsync())
        {
            var scores = day.Schedule.Rows.SelectMany(row => new[] { (row.GameId, row.HomeTeam, row.HomeScore), (row.GameId, row.AwayTeam, row.AwayScore) });
            day.Teams.Rows.Select(row => (row.GameId, row.Team, (int?)row.Points)).ShouldBe(scores, ignoreOrder: true);
            foreach (var team in day.Teams.Rows)
            {
                var players = day.Players.Rows.Where(row => row.GameId == team.GameId && row.Team == team.Team).ToArray();
                players.Sum(row => row.Points).ShouldBe(team.Points);
                players.Sum(row => row.FieldGoalsAttempted).ShouldBe(team.FieldGoalsAttempted);
                players.Sum(row => row.FreeThrowsAttempted).ShouldBe(team.FreeThrowsAttempted);
                players.Sum(row => row.OffensiveRebounds).ShouldBe(team.OffensiveRebounds);
                players.Sum(row => row.Turnovers).ShouldBe(team.Turnovers);
                var opponent = day.Teams.Rows.Single(row => row.GameId == team.GameId && row.Team == team.Opponent);
                team.PlusMinus.ShouldBe(team.Points - opponent.Points);
                (team.Won, opponent.IsHome).ShouldBe((team.Points > opponent.Points, !team.IsHome));
            }
        }
    }

    [SkippableFact]
    public async Task The_known_day_has_its_known_figures()
    {
        var day = (await season.DaysAsync()).Single(day => day.Date == new GameDate(2022, 12, 27));
        day.Schedule.Rows.Count.ShouldBe(10);
        day.Players.Rows.Count.ShouldBe(223);
        day.Players.Rows.Sum(row => row.Points).ShouldBe(2_332);
        day.Players.Rows.Single(row => row.NameKey.Value == "luka doncic").Points.ShouldBe(60);
        day.Schedule.Rows.ShouldAllBe(row => row.GameStatus == 3 && row.TipOffAssumed && row.TipOff == day.Date.At(12, 0));
        day.Schedule.Rows.Single(row => row.HomeTeam.Value == "DAL").GameStatusText.ShouldBe("Final/OT");

        var context = day.Props.Rows.Where(row => row.SnapshotAt == day.Date.At(10, 0)).ToArray();
        context.Length.ShouldBe(103);
        day.Props.Rows.Count.ShouldBe(206);
        var doncic = context.Single(row => row.NameKey.Value == "luka doncic");
        (doncic.PointsLine, doncic.OverPrice, doncic.UnderPrice).ShouldBe((new PointsLine(31.5m), new AmericanOdds(-105), new AmericanOdds(-125)));
        (doncic.Bookmaker, doncic.Market, doncic.SnapshotAssumed, doncic.MinutesBeforeTipOff).ShouldBe(("draftkings", "player_points", true, null));
        (doncic.CapturedBeforeTipOff, doncic.CommenceTime, doncic.BookmakerLastUpdate).ShouldBe((true, null, null));
    }

    [SkippableFact]
    public async Task No_day_fails_or_lacks_anything()
    {
        foreach (var day in await season.DaysAsync())
        {
            var states = new[] { day.Schedule.State, day.Players.State, day.Teams.State, day.Props.State, day.Registry.State, day.Unresolved.State };
            states.ShouldAllBe(state => state == RunState.Succeeded || state == RunState.NoData, $"{day.Date}: {day.Players.Reason}; {day.Props.Reason}");
            day.Players.State.ShouldBe(day.Schedule.State);
            day.Teams.Rows.Count.ShouldBe(2 * day.Schedule.Rows.Count);
        }
    }

    [SkippableFact]
    public async Task All_rows_keep_their_tables_rules()
    {
        foreach (var day in await season.DaysAsync())
        {
            Require(day.Date, day.Schedule.Rows);
            Require(day.Date, day.Players.Rows);
            Require(day.Date, day.Teams.Rows);
            Require(day.Date, day.Props.Rows);
            Require(day.Date, day.Registry.Rows);
            Require(day.Date, day.Unresolved.Rows);
        }
    }

    [SkippableFact]
    public async Task The_playoffs_are_there_with_their_phase()
    {
        var playoffs = (await season.DaysAsync()).Where(day => day.Date > Regular).ToArray();
        playoffs.Sum(day => day.Schedule.Rows.Count).ShouldBe(84);
        playoffs.Sum(day => day.Players.Rows.Count).ShouldBe(1_728);
        playoffs.SelectMany(day => day.Players.Rows).ShouldAllBe(row => row.SeasonPhase == "playoffs");
    }

    [SkippableFact]
    public async Task Every_served_line_is_a_row_of_each_capture_and_all_but_a_few_meet_a_result()
    {
        var days = await season.DaysAsync();
        days.Sum(day => day.Props.Rows.Count).ShouldBe(2 * 10_436);
        days.Sum(day => day.Props.Rows.Count(row => row.CapturedBeforeTipOff)).ShouldBe(2 * 10_436);

        // The others did not play.
        days.Sum(day => Joined(day)).ShouldBe(10_214);
    }

    [SkippableFact]
    public async Task Names_that_do_not_resolve_are_those_of_the_first_days_and_two_who_came_back_after_more_than_a_season()
    {
        var names = (await season.DaysAsync()).SelectMany(day => day.Unresolved.Rows).ToArray();
        names.ShouldAllBe(row => row.Reason == "unknown" && row.Occurrences == 2 && row.NameSource == "odds_api");
        names.Count(row => row.GameDate < new GameDate(2022, 11, 1)).ShouldBe(28);
        names.Where(row => row.GameDate >= new GameDate(2022, 11, 1)).Select(row => $"{row.GameDate} {row.PlayerName}").ShouldBe(["2022-11-15 jaren jackson jr", "2022-12-06 victor oladipo"]);
    }

    private static int Joined(GameDayTables day)
    {
        var played = day.Players.Rows.Select(row => PlayerAliases.Resolve(row.NameKey)).ToHashSet();
        return day.Props.Rows.Count(row => row.SnapshotAt == day.Date.At(10, 0) && played.Contains(PlayerAliases.Resolve(row.NameKey)));
    }

    private static void Require<TRow>(GameDate date, IReadOnlyList<TRow> rows)
        where TRow : WarehouseRow =>
        RowRules.Require(Table<TRow>.Instance.Schema, new Partition(date), [.. rows.Select(Table<TRow>.Instance.ToValues)]);

    private static int[] Counts(NbacPlayerBoxscoreRow row) =>
    [
        row.Minutes, row.FieldGoalsMade, row.FieldGoalsAttempted, row.ThreePointersMade, row.ThreePointersAttempted, row.FreeThrowsMade, row.FreeThrowsAttempted,
        row.OffensiveRebounds, row.DefensiveRebounds, row.Rebounds, row.Assists, row.Steals, row.Blocks, row.Turnovers, row.PersonalFouls, row.Points, row.PlusMinus!.Value,
    ];

    private static int[] Counts(IReadOnlyDictionary<string, string> line) =>
    [
        .. new[] { "MIN", "FGM", "FGA", "FG3M", "FG3A", "FTM", "FTA", "OREB", "DREB", "REB", "AST", "STL", "BLK", "TOV", "PF", "PTS", "PLUS_MINUS" }
            .Select(column => int.Parse(line[column], CultureInfo.InvariantCulture)),
    ];
}
