using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.BallDontLie;
using NbaProps.RawProcessors.BoxScores;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Manifest.Reference;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;
using NbaProps.Tests.RawProcessors.BoxScores;
using NbaProps.Tests.Support;
using static NbaProps.Tests.RawProcessors.Chains.ChainPayloads;

namespace NbaProps.Tests.RawProcessors.Chains;

public sealed class PlayerBoxscoreChainTests
{
    private const string Log = "nba_player_gamelog";
    private const string Cdn = "nba_cdn_boxscore";
    private const string Espn = "espn_boxscore";
    private const string BallDontLie = "balldontlie_box_scores";
    private const string CdnId = "0022500775";

    private static readonly GameDate Date = new(2026, 2, 11);
    private static readonly DateTimeOffset Morning = Date.At(30);
    private static readonly PlayerBoxscoresProcessor Processor = new();

    [SkippableFact]
    public void The_real_box_score_of_the_content_network_gives_the_rows_that_the_log_would_have()
    {
        var inputs = Inputs(Scheduled(CdnId, Date, "CHA", "ATL", 110, 107)).WithCapture(Cdn, Morning, Parsing.Bytes("payloads/nba_cdn_boxscore/boxscore_0022500775.json.gz"), item: CdnId);
        var run = Processor.Compute(inputs, Runs.Of(Date));
        run.State.ShouldBe(RunState.Succeeded, run.Reason);
        run.Rows.ShouldObeyTheirTable();
        run.Rows.ShouldAllBe(row => row.Source == Cdn && row.GameDate == Date && row.AsOf == Morning && row.Won == (row.Team.Value == "CHA") && row.IsHome == (row.Team.Value == "CHA"));
        (Points(run, "CHA"), Points(run, "ATL")).ShouldBe((110, 107));
        foreach (var team in run.Rows.GroupBy(row => row.Team))
        {
            team.Sum(row => row.Minutes).ShouldBeInRange(235, 245);
        }
    }

    [SkippableFact]
    public void The_real_box_scores_of_balldontlie_give_ten_whole_games_once_their_players_are_known()
    {
        var payload = Parsing.Bytes("payloads/balldontlie/box_scores.json");
        var read = Parsing.Read<object>("balldontlie", "box_scores", payload).Rows;
        var date = new GameDate(2026, 1, 9);
        var schedule = read.OfType<BallDontLieGame>().Select((game, index) => Scheduled($"00225{index + 500:00000}", date, game.Home.Value, game.Away.Value, game.HomeScore, game.AwayScore)).ToArray();
        var known = read.OfType<BallDontLiePlayerLine>().Select(line => Known((int)(line.PlayerNumber % 1_000_000_000), line.PlayerName, line.Team.Value, date)).ToArray();
        var run = Processor.Compute(Inputs(schedule).With(known).WithCapture(BallDontLie, date.At(30), payload), Runs.Of(date));
        (run.State, run.Rows.Count).ShouldBe((RunState.Succeeded, 208), run.Reason);
        run.Rows.ShouldObeyTheirTable();
        run.Rows.ShouldAllBe(row => row.Source == "balldontlie");
        foreach (var game in schedule)
        {
            var rows = run.Rows.Where(row => row.GameId == game.GameId).ToArray();
            (rows.Where(row => row.IsHome).Sum(row => row.Points), rows.Where(row => !row.IsHome).Sum(row => row.Points)).ShouldBe((game.HomeScore!.Value, game.AwayScore!.Value));
        }

        var without = Processor.Compute(Inputs(schedule).With(known.Where(one => one.PlayerName != "Jaylen Brown").ToArray()).WithCapture(BallDontLie, date.At(30), payload), Runs.Of(date));
        (without.State, without.Rows.Count).ShouldBe((RunState.Degraded, 207));
        without.Reason.ShouldBe($"207 lines of 10 games; Jaylen Brown (BOS) of balldontlie in game {schedule.Single(game => game.HomeTeam.Value == "BOS").GameId} is nobody known");
    }

    [Fact]
    public void A_game_that_has_half_of_its_minutes_or_other_points_than_its_score_is_left_out()
    {
        var whole = Bdl(48, 48, 48, 48, 48);
        Run(whole).State.ShouldBe(RunState.Succeeded);
        Run(Bdl(53, 53, 53, 53, 53)).State.ShouldBe(RunState.Succeeded);
        Run(Bdl(24, 24, 24, 24, 24)).Reason.ShouldBe(
            "0 lines of 0 games; 0022500775 is final and no source has it; balldontlie_box_scores/20260212T110000Z_00: game 0022500775 is left out: its minutes are 120 @ 120, a whole game has 240 and 25 more per overtime");
        Run(Bdl(48, 48, 48, 48, 42)).State.ShouldBe(RunState.Degraded);
        Run(whole, homeScore: 21).Reason.ShouldContain("game 0022500775 is left out: its points are 20 @ 20, the score is 20 @ 21");
        Run(whole, homeScore: null).Reason.ShouldContain("the schedule states no score to hold it against");

        static Computation<NbacPlayerBoxscoreRow> Run(string payload, int? homeScore = 20) => Processor.Compute(
            Inputs(Scheduled(CdnId, Date, "BOS", "TOR", homeScore, 20)).With(Enumerable.Range(0, 10).Select(one => Known(one + 1, Player(one), one < 5 ? "BOS" : "TOR")).ToArray()).WithCapture(BallDontLie, Morning, payload), Runs.Of(Date));
    }

    [Fact]
    public void ESPNs_players_are_found_by_name_and_who_is_not_is_left_out_by_name()
    {
        var schedule = Scheduled(CdnId, Date, "UTA", "NYK", 20, 39);
        PlayersRegistryRow[] known = [Known(7, "Jalen Brunson", "NYK"), Known(8, "Josh Hart", "NYK"), Known(9, "Lauri Markkanen", "UTA")];
        var run = Processor.Compute(Inputs(schedule).With(known).WithCapture(Espn, Morning, EspnBox, CdnId), Runs.Of(Date));
        run.State.ShouldBe(RunState.Succeeded, run.Reason);
        run.Rows.ShouldObeyTheirTable();
        run.Rows.Select(row => (row.PlayerId.Id, row.Team.Value, row.Opponent.Value, row.IsHome, row.Won, row.Minutes, row.Points, row.PlusMinus, row.Source)).ShouldBe(
            [(7, "NYK", "UTA", false, true, 36, 34, -5, "espn"), (8, "NYK", "UTA", false, true, 28, 5, 11, "espn"), (9, "UTA", "NYK", true, false, 30, 20, 0, "espn")]);

        var two = Processor.Compute(Inputs(schedule).With([known[0], Known(10, "Josh Hart", "UTA"), .. known[1..]]).WithCapture(Espn, Morning, EspnBox, CdnId), Runs.Of(Date));
        (two.State, two.Rows.Count, two.Reason).ShouldBe((RunState.Degraded, 2, "2 lines of 1 games; Josh Hart (NYK) of espn in game 0022500775 is several players"));
        Processor.Compute(Inputs(schedule).WithCapture(Espn, Morning, EspnBox, CdnId), Runs.Of(Date)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public void Two_of_ESPNs_names_that_are_one_player_are_both_left_out()
    {
        var known = new[] { Known(7, "Jalen Brunson", "NYK"), Known(7, "Josh Hart", "NYK"), Known(9, "Lauri Markkanen", "UTA") };
        var run = Processor.Compute(Inputs(Scheduled(CdnId, Date, "UTA", "NYK", 20, 39)).With(known).WithCapture(Espn, Morning, EspnBox, CdnId), Runs.Of(Date));
        (run.State, run.Rows.Single().PlayerId.Id).ShouldBe((RunState.Degraded, 9));
        run.Reason.ShouldContain("Jalen Brunson and Josh Hart of espn in game 0022500775 are one player");
    }

    [Fact]
    public void ESPNs_box_score_of_other_teams_or_of_a_game_that_was_still_on_does_not_pass()
    {
        var known = new[] { Known(7, "Jalen Brunson", "NYK"), Known(9, "Lauri Markkanen", "UTA") };
        Should.Throw<PermanentException>(() => Processor.Compute(Inputs(Scheduled(CdnId, Date, "BOS", "TOR", 20, 39)).With(known).WithCapture(Espn, Morning, EspnBox, CdnId), Runs.Of(Date)))
            .Message.ShouldStartWith("espn_boxscore/20260212T110000Z_00: a box score of game 0022500775 between NYK and UTA");
        Processor.Compute(Inputs(Scheduled(CdnId, Date, "UTA", "NYK", 101, 99)).With(known).WithCapture(Espn, Morning, EspnBox, CdnId), Runs.Of(Date)).Reason
            .ShouldContain("game 0022500775 is left out: its points are 39 @ 20, the score is 99 @ 101");
    }

    [Fact]
    public void Each_game_is_taken_from_the_first_that_has_it_and_the_log_that_comes_late_supersedes()
    {
        var (first, second) = (Scheduled("0022500001", Date, "BOS", "PHI", 11, 11), CdnGame());
        var inputs = Inputs(first, second).WithCapture(Log, Morning, LogOf("0022500001")).WithCapture(Cdn, Morning, CdnBox(), CdnId).WithCapture(Espn, Morning, "<html>", CdnId);
        var run = Processor.Compute(inputs, Runs.Of(Date));
        run.State.ShouldBe(RunState.Succeeded, run.Reason);
        run.Rows.Select(row => (row.GameId.ToString(), row.Source)).Distinct().ShouldBe([("0022500001", "nba_leaguegamelog"), (CdnId, Cdn)]);

        inputs.WithCapture(Log, Morning.AddHours(5), LogOf("0022500001", CdnId));
        var late = Processor.Compute(inputs, Runs.Of(Date));
        (late.State, late.Rows.Count).ShouldBe((RunState.Succeeded, 4));
        late.Rows.ShouldAllBe(row => row.Source == "nba_leaguegamelog" && row.AsOf == Morning.AddHours(5));
    }

    [Fact]
    public void A_game_that_only_the_schedule_knows_to_be_final_is_named_and_one_that_is_not_is_not_asked_of_the_others()
    {
        var live = CdnGame() with { GameStatus = 2 };
        var run = Processor.Compute(Inputs(Scheduled("0022500001", Date, "BOS", "PHI", 1, 0), live).WithCapture(Cdn, Morning, CdnBox(), CdnId), Runs.Of(Date));
        (run.State, run.Reason).ShouldBe((RunState.Degraded, "0 lines of 0 games; 0022500001 is final and no source has it"));
    }

    [Fact]
    public void A_log_that_cannot_be_read_leaves_its_games_to_the_others_and_is_named()
    {
        var run = Processor.Compute(Inputs(CdnGame()).WithCapture(Log, Morning, "<html>").WithCapture(Cdn, Morning, CdnBox(), CdnId), Runs.Of(Date));
        (run.State, run.Rows.Count).ShouldBe((RunState.Degraded, 2));
        run.Reason.ShouldBe("2 lines of 1 games; nba_player_gamelog/20260212T110000Z_00: is a page of HTML or XML; accepted is JSON");
    }

    [Fact]
    public void A_bad_box_score_is_named_beside_a_good_one_and_an_older_good_one_of_the_game_counts()
    {
        var other = Scheduled("0022500776", Date, "CLE", "WAS", 1, 0);
        var run = Processor.Compute(
            Inputs(CdnGame(), other).WithCapture(Cdn, Morning, CdnBox(), CdnId).WithCapture(Cdn, Morning.AddHours(1), "{", CdnId).WithCapture(Cdn, Morning, CdnBox(), "0022500776"), Runs.Of(Date));
        (run.State, run.Rows.Count).ShouldBe((RunState.Degraded, 2));
        run.Reason.ShouldContain("0022500776 is final and no source has it; nba_cdn_boxscore/20260212T120000Z_01: is no JSON");
        run.Reason.ShouldContain("nba_cdn_boxscore/20260212T110000Z_02: a box score of game 0022500775 between CHA and ATL");
    }

    private static NbacScheduleRow CdnGame() => Scheduled(CdnId, Date, "CHA", "ATL", 18, 17);

    // Eighteen and seventeen: a final game has a winner.
    private static string CdnBox()
    {
        var box = BoxScorePayloads.Cdn();
        var away = box.IndexOf("awayTeam", StringComparison.Ordinal);
        return box[..away] + box[away..].Replace("\"freeThrowsMade\":4", "\"freeThrowsMade\":3", StringComparison.Ordinal).Replace("\"points\":18", "\"points\":17", StringComparison.Ordinal).Replace("\"score\":18", "\"score\":17", StringComparison.Ordinal);
    }

    private static FakeInputs Inputs(params NbacScheduleRow[] schedule) => new FakeInputs().Of(Processor.Declaration).With(schedule);

    private static int Points(Computation<NbacPlayerBoxscoreRow> run, string team) => run.Rows.Where(row => row.Team.Value == team).Sum(row => row.Points);

    private static PlayersRegistryRow Known(int id, string name, string team, GameDate? date = null) => new()
    {
        GameDate = (date ?? Date).AddDays(-1), PlayerId = new PlayerKey(id), Team = TeamTricode.Parse(team), PlayerName = name, NameKey = NameKey.From(name), Source = "test", AsOf = Date.At(0),
    };

    private static string Player(int number) => $"Player {(char)('A' + number)}";

    private static string Bdl(params int[] minutes)
    {
        string Players(int first) => string.Join(',', minutes.Select((played, index) => FormattableString.Invariant(
            $$$"""{"min":"{{{played}}}","fgm":2,"fga":3,"fg3m":0,"fg3a":0,"ftm":0,"fta":0,"oreb":1,"dreb":1,"reb":2,"ast":0,"stl":0,"blk":0,"turnover":0,"pf":0,"pts":4,"plus_minus":0,"player":{"id":{{{first + index + 1}}},"first_name":"","last_name":"{{{Player(first + index)}}}"}}""")));
        return """{"data":[{"id":5,"date":"2026-02-11","status":"Final","postseason":false,"home_team_score":20,"visitor_team_score":20,"home_team":{"id":2,"abbreviation":"BOS","players":["""
            + Players(0) + """]},"visitor_team":{"id":28,"abbreviation":"TOR","players":[""" + Players(5) + "]}}]}";
    }

    private static string LogOf(params string[] games)
    {
        var lines = games.SelectMany((game, index) => new[]
        {
            FormattableString.Invariant($"[\"22025\",{index * 2 + 1},\"A Player\",\"BOS\",\"{game}\",\"2026-02-11\",\"BOS vs. PHI\",\"W\",30,4,9,1,3,2,2,1,2,3,4,1,0,2,3,11,3]"),
            FormattableString.Invariant($"[\"22025\",{index * 2 + 2},\"B Player\",\"PHI\",\"{game}\",\"2026-02-11\",\"PHI @ BOS\",\"L\",30,4,9,1,3,2,2,1,2,3,4,1,0,2,3,11,3]"),
        });
        return """{"parameters":{"SeasonType":"Regular Season"},"resultSets":[{"name":"LeagueGameLog","headers":["SEASON_ID","PLAYER_ID","PLAYER_NAME","TEAM_ABBREVIATION","GAME_ID","GAME_DATE","MATCHUP","WL","MIN","FGM","FGA","FG3M","FG3A","FTM","FTA","OREB","DREB","REB","AST","STL","BLK","TOV","PF","PTS","PLUS_MINUS"],"rowSet":["""
            + string.Join(',', lines) + "]}]}";
    }

    private const string EspnBox = """
        [{"tm":{"id":"18","abbrev":"NY"},"stats":[
          {"type":"starters","athlts":[{"athlt":{"id":"3934672","dspNm":"Jalen Brunson"},"stats":["36","12-24","3-8","7-8","1","4","5","9","2","0","3","2","-5","34"]}]},
          {"type":"bench","athlts":[{"athlt":{"id":"3062679","dspNm":"Josh Hart"},"stats":["28","2-4","1-2","0-0","0","7","7","3","1","1","0","4","+11","5"]}]}]},
         {"tm":{"id":"26","abbrev":"UTAH"},"stats":[
          {"type":"starters","athlts":[{"athlt":{"id":"4066336","dspNm":"Lauri Markkanen"},"stats":["30","7-15","2-6","4-4","2","6","8","1","0","0","1","1","0","20"]}]}]}]
        """;
}
