using System.Text;
using System.Text.Json;

using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.BoxScores;
using NbaProps.RawProcessors.Players;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.RawProcessors.BoxScores;

public sealed class GameLogProcessorTests
{
    private static readonly GameDate Date = new(2025, 3, 15);
    private static readonly PlayerBoxscoresProcessor Processor = new();

    [SkippableFact]
    public void Every_player_of_the_real_payload_has_the_facts_of_the_reference_parse()
    {
        var run = Processor.OnPayload(Date, File.ReadAllBytes(SharedData.Require("payloads/nba_leaguegamelog/leaguegamelog_players_2025-03-15.json")));
        run.State.ShouldBe(RunState.Succeeded);
        run.Rows.Count.ShouldBe(157);
        using var reference = JsonDocument.Parse(File.ReadAllBytes(SharedData.Require("payloads/nba_leaguegamelog/reference_parse_2025-03-15.json")));
        var set = reference.RootElement.GetProperty("resultSets")[0];
        var headers = set.GetProperty("headers").EnumerateArray().Select((header, index) => (Name: header.GetString()!, index)).ToDictionary(pair => pair.Name, pair => pair.index);
        foreach (var line in set.GetProperty("rowSet").EnumerateArray())
        {
            JsonElement Cell(string header) => line[headers[header]];
            var row = run.Rows.Single(row => row.PlayerId.Id == Cell("PLAYER_ID").GetInt64());
            (row.GameId.ToString(), row.PlayerName, row.Team.Value, row.Won).ShouldBe((Cell("GAME_ID").GetString()!, Cell("PLAYER_NAME").GetString()!, Cell("TEAM_ABBREVIATION").GetString()!, Cell("WL").GetString() == "W"));
            $"{row.Team} {(row.IsHome ? "vs." : "@")} {row.Opponent}".ShouldBe(Cell("MATCHUP").GetString());
            int[] counts =
            [
                row.Minutes, row.FieldGoalsMade, row.FieldGoalsAttempted, row.ThreePointersMade, row.ThreePointersAttempted, row.FreeThrowsMade, row.FreeThrowsAttempted, row.OffensiveRebounds,
                row.DefensiveRebounds, row.Rebounds, row.Assists, row.Steals, row.Blocks, row.Turnovers, row.PersonalFouls, row.Points, row.PlusMinus!.Value,
            ];
            counts.ShouldBe(new[] { "MIN", "FGM", "FGA", "FG3M", "FG3A", "FTM", "FTA", "OREB", "DREB", "REB", "AST", "STL", "BLK", "TOV", "PF", "PTS", "PLUS_MINUS" }.Select(header => Cell(header).GetInt32()));
        }
    }

    [Fact]
    public void Lines_without_a_minute_are_no_result()
    {
        var run = Processor.OnPayload(Date, new Log().Line("A Player", "BOS", "BOS vs. PHI", "W", ("MIN", "0")).Line("B Player", "PHI", "PHI @ BOS", "L", ("MIN", "0")).Json());
        run.Rows.ShouldBeEmpty();
        run.Reason.ShouldNotBeNull().ShouldContain("the lines of game 0022400001 have no minutes: its box score is to come");
        Processor.OnPayload(Date, new Log().Line("A Player", "BOS", "BOS vs. PHI", "W", ("MIN", "0")).Line("B Player", "PHI", "PHI @ BOS", "L").Json()).Rows.Count.ShouldBe(2);
    }

    [Fact]
    public void Cells_are_found_by_header_wherever_it_stands()
    {
        var log = new Log().Line("A Player", "BOS", "BOS vs. PHI", "W").Line("B Player", "PHI", "PHI @ BOS", "L");
        var shuffled = Processor.OnPayload(Date, log.Json(headers => [.. headers.Reverse(), "NEW"]));
        shuffled.Rows.ShouldBe(Processor.OnPayload(Date, log.Json()).Rows);
        shuffled.Rows[0].Points.ShouldBe(11);
    }

    [Fact]
    public void A_missing_header_is_named_with_the_object_and_those_that_are_needed()
    {
        var error = Should.Throw<PermanentException>(() => Processor.OnPayload(Date, new Log().Line("A Player", "BOS", "BOS vs. PHI", "W").Json(headers => [.. headers.Where(header => header != "PTS")])));
        error.Message.ShouldStartWith("nba_player_gamelog/");
        error.Message.ShouldContain("header PTS is missing; there are SEASON_ID, ");
        error.Message.ShouldContain("needed are SEASON_ID, ");
    }

    [Theory]
    [InlineData("PTS", "\"eleven\"", "row 1, PTS is \"eleven\"; accepted is a whole number")]
    [InlineData("PTS", "12", "row 1 contradicts itself: Points is 12, its shots add up to 11")]
    [InlineData("FGA", "2", "FieldGoalsMade is 4, more than FieldGoalsAttempted, 2")]
    [InlineData("AST", "1.5", "row 1, AST is 1.5; accepted is a whole number")]
    [InlineData("GAME_ID", "22401001", "row 1, GAME_ID is 22401001; accepted is a game id of ten digits")]
    [InlineData("GAME_DATE", "\"2025-03-14\"", "accepted is the date that was asked for, 2025-03-15")]
    [InlineData("SEASON_ID", "\"42024\"", "accepted is the season of game 0022400001, 22024")]
    [InlineData("MATCHUP", "\"NYK vs. PHI\"", "accepted is 'BOS vs. PHI' at home or 'BOS @ PHI' away, with another team")]
    [InlineData("TEAM_ABBREVIATION", "\"STP\"", "accepted is one of the thirty tricodes")]
    [InlineData("WL", "\"T\"", "accepted is W, L, or null while the game is not over")]
    [InlineData("PLAYER_ID", "0", "accepted is the league's person id")]
    public void A_wrong_cell_is_named_with_row_header_and_what_is_accepted(string header, string value, string says) =>
        Should.Throw<PermanentException>(() => Processor.OnPayload(Date, new Log().Line("A Player", "BOS", "BOS vs. PHI", "W", (header, value)).Json())).Message.ShouldContain(says);

    [Fact]
    public void Two_lines_of_a_player_in_a_game_are_refused()
    {
        var log = new Log().Line("A Player", "BOS", "BOS vs. PHI", "W", ("PLAYER_ID", "7")).Line("A Player", "BOS", "BOS vs. PHI", "W", ("PLAYER_ID", "7"));
        Should.Throw<PermanentException>(() => Processor.OnPayload(Date, log.Json())).Message.ShouldContain("two lines of A Player in game 0022400001");
    }

    [Fact]
    public void A_game_of_which_one_team_is_missing_or_that_is_not_over_degrades_the_date()
    {
        var run = Processor.OnPayload(Date, new Log().Line("A Player", "BOS", "BOS vs. PHI", null).Json());
        (run.State, run.Reason).ShouldBe((RunState.Degraded, "1 lines of 1 games; 0022400001 has rows of BOS only; 0022400001 is not over"));
        run.Rows.Single().Won.ShouldBeNull();
    }

    [Fact]
    public void Zero_minutes_are_kept_as_they_are() =>
        Processor.OnPayload(Date, new Log().Line("A Player", "BOS", "BOS vs. PHI", "W", ("MIN", "0")).Line("B Player", "PHI", "PHI @ BOS", "L").Json()).Rows.Count(row => row.Minutes == 0).ShouldBe(1);

    [Fact]
    public void The_newest_log_of_each_part_of_the_season_counts()
    {
        var first = new Log().Line("A Player", "BOS", "BOS vs. PHI", "W", ("AST", "1")).Line("B Player", "PHI", "PHI @ BOS", "L");
        var corrected = new Log().Line("A Player", "BOS", "BOS vs. PHI", "W", ("AST", "2")).Line("B Player", "PHI", "PHI @ BOS", "L");
        var inputs = new FakeInputs().Of(Processor.Declaration)
            .WithCapture("nba_player_gamelog", Date.At(30), Encoding.UTF8.GetBytes(first.Json()))
            .WithCapture("nba_player_gamelog", Date.At(30).AddHours(1), Encoding.UTF8.GetBytes(corrected.Json()))
            .WithCapture("nba_player_gamelog", Date.At(30).AddHours(1), Encoding.UTF8.GetBytes(new Log { SeasonType = "Playoffs" }.Json()));
        var rows = Processor.Compute(inputs, Runs.Of(Date)).Rows;
        (rows.Count, rows[0].Assists, rows[0].AsOf).ShouldBe((2, 2, Date.At(30).AddHours(1)));
    }

    [Fact]
    public void A_later_log_that_says_less_takes_nothing_back()
    {
        var whole = new Log().Line("A Player", "BOS", "BOS vs. PHI", "W", ("AST", "1")).Line("B Player", "PHI", "PHI @ BOS", "L");
        var toCome = new Log().Line("A Player", "BOS", "BOS vs. PHI", "W", ("MIN", "0")).Line("B Player", "PHI", "PHI @ BOS", "L", ("MIN", "0"));
        foreach (var later in new[] { new Log(), toCome })
        {
            var inputs = new FakeInputs().Of(Processor.Declaration)
                .WithCapture("nba_player_gamelog", Date.At(30), Encoding.UTF8.GetBytes(whole.Json()))
                .WithCapture("nba_player_gamelog", Date.At(30).AddHours(8), Encoding.UTF8.GetBytes(later.Json()));
            var computed = Processor.Compute(inputs, Runs.Of(Date));
            (computed.State, computed.Rows.Count, computed.Rows[0].AsOf).ShouldBe((RunState.Succeeded, 2, Date.At(30)));
        }
    }

    [Fact]
    public void A_log_without_rows_or_no_log_at_all_is_no_data()
    {
        Processor.OnPayload(Date, new Log().Json()).State.ShouldBe(RunState.NoData);
        Processor.Compute(new FakeInputs().Of(Processor.Declaration), Runs.Of(Date)).Reason.ShouldBe("no game log was captured");
    }

    [Fact]
    public void Teams_are_read_by_the_same_rules()
    {
        var log = new Log().Line("A", "BOS", "BOS vs. PHI", "W", ("MIN", "240")).Line("B", "PHI", "PHI @ BOS", "L", ("MIN", "239"), ("PLUS_MINUS", "-1.0"));
        var rows = new TeamBoxscoreProcessor().OnPayload(Date, log.Json(headers => [.. headers.Where(header => !header.StartsWith("PLAYER_", StringComparison.Ordinal))])).Rows;
        rows.Select(row => (row.Team.Value, row.Opponent.Value, row.IsHome, row.Minutes, row.PlusMinus)).ShouldBe([("BOS", "PHI", true, 240, 3), ("PHI", "BOS", false, 239, -1)], ignoreOrder: true);
    }

    [Fact]
    public void The_registry_lists_who_appeared_for_whom()
    {
        var players = Processor.OnPayload(Date, new Log().Line("Luka Dončić", "BOS", "BOS vs. PHI", "W").Line("B Player", "PHI", "PHI @ BOS", "L").Json()).Rows;
        var rows = new PlayersRegistryProcessor().Compute(new FakeInputs().With<NbacPlayerBoxscoreRow>(players), Runs.Of(Date)).Rows;
        rows.Select(row => (row.NameKey.Value, row.Team.Value)).ShouldBe([("luka doncic", "BOS"), ("b player", "PHI")], ignoreOrder: true);
    }

    private sealed class Log
    {
        private static readonly (string Header, string Value)[] Cells =
        [
            ("SEASON_ID", "\"22024\""), ("PLAYER_ID", "1"), ("PLAYER_NAME", "\"\""), ("TEAM_ABBREVIATION", "\"\""), ("GAME_ID", "\"0022400001\""), ("GAME_DATE", "\"2025-03-15\""), ("MATCHUP", "\"\""),
            ("WL", "null"), ("MIN", "30"), ("FGM", "4"), ("FGA", "9"), ("FG3M", "1"), ("FG3A", "3"), ("FTM", "2"), ("FTA", "2"), ("OREB", "1"), ("DREB", "2"), ("REB", "3"), ("AST", "4"),
            ("STL", "1"), ("BLK", "0"), ("TOV", "2"), ("PF", "3"), ("PTS", "11"), ("PLUS_MINUS", "3"),
        ];

        private readonly List<Dictionary<string, string>> _lines = [];

        public string SeasonType { get; init; } = "Regular Season";

        public Log Line(string player, string team, string matchup, string? result, params (string Header, string Value)[] others)
        {
            var line = Cells.ToDictionary(cell => cell.Header, cell => cell.Value, StringComparer.Ordinal);
            (line["PLAYER_ID"], line["PLAYER_NAME"], line["TEAM_ABBREVIATION"]) = (FormattableString.Invariant($"{_lines.Count + 1}"), $"\"{player}\"", $"\"{team}\"");
            (line["MATCHUP"], line["WL"]) = ($"\"{matchup}\"", result is null ? "null" : $"\"{result}\"");
            foreach (var (header, value) in others)
            {
                line[header] = value;
            }

            _lines.Add(line);
            return this;
        }

        public string Json(Func<IEnumerable<string>, string[]>? arrange = null)
        {
            var headers = (arrange ?? (all => [.. all]))(Cells.Select(cell => cell.Header));
            var rows = _lines.Select(line => $"[{string.Join(',', headers.Select(header => line.GetValueOrDefault(header, "\"?\"")))}]");
            return $$"""{"parameters":{"SeasonType":"{{SeasonType}}"},"resultSets":[{"name":"LeagueGameLog","headers":["{{string.Join("\",\"", headers)}}"],"rowSet":[""" + string.Join(",\n", rows) + "]}]}";
        }
    }
}
