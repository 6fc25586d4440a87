using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Gamebook;
using NbaProps.RawProcessors.Names;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Manifest.Reference;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Quality;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.RawProcessors.Names;

public sealed class UnresolvedPlayerNamesTests
{
    [Fact]
    public void Names_of_all_sources_are_counted_each_for_itself()
    {
        var run = Run(Inputs()
            .With([Prop("Ann Odd"), Prop("Ann Odd") with { Bookmaker = "fanduel" }, Prop("Known Man"), Prop("Ben Even") with { Source = "bettingpros" }])
            .With([Injury("Ann Odd", "nba_injury_report"), Injury("Carl Cook", "balldontlie"), Injury("Known Man", "espn")])
            .With([Inactive("Dole", "not_found"), Inactive("Eddy", "ambiguous"), Inactive("Known", "resolved", 1)])
            .WithCapture("espn_rosters", GameRows.Day.At(10), Roster("BOS", "Frank Fox", "Known Man"), "BOS")
            .WithCapture("espn_rosters", GameRows.Day.At(10), Roster("MIA", "Somebody Elsewhere"), "MIA")
            .WithCapture("balldontlie_box_scores", GameRows.Day.At(30), BoxScores("Gil Gray")));

        run.Rows.Select(row => (row.NameSource, row.NameKey.Value, row.Reason, row.Occurrences)).ShouldBe(
        [
            ("balldontlie", "carl cook", "unknown", 1), ("balldontlie", "gil gray", "unknown", 1), ("bettingpros", "ben even", "unknown", 1), ("espn", "frank fox", "unknown", 1),
            ("nba_gamebook", "dole", "unknown", 1), ("nba_gamebook", "eddy", "ambiguous", 1), ("nba_injury_report", "ann odd", "unknown", 1), ("odds_api", "ann odd", "unknown", 2),
        ]);
        run.Rows.ShouldAllBe(row => row.GameId == GameRows.Game && row.HomeTeam == GameRows.Bos);
        (run.State, run.Reason).ShouldBe((RunState.Succeeded, "8 of 11 names are nobody's or several players'"));
    }

    [Fact]
    public void A_roster_that_came_twice_counts_once()
    {
        var run = Run(Inputs()
            .WithCapture("espn_rosters", GameRows.Day.At(10), Roster("BOS", "Frank Fox"), "BOS")
            .WithCapture("espn_rosters", GameRows.Day.At(11), Roster("BOS", "Frank Fox"), "BOS"));
        run.Rows.Single().Occurrences.ShouldBe(1);
    }

    [Fact]
    public void A_source_that_says_the_team_is_believed_and_two_of_a_name_in_one_game_are_told_apart()
    {
        PlayersRegistryRow[] two = [Seen(1, "Same Name", GameRows.Bos), Seen(2, "Same Name", GameRows.Nyk)];
        Run(Inputs(two).With([Injury("Same Name", "espn")])).Rows.ShouldBeEmpty();
        Run(Inputs(two).With([Prop("Same Name")])).Rows.Single().Reason.ShouldBe("ambiguous");
    }

    [Fact]
    public void A_payload_that_cannot_be_read_is_named_and_the_other_sources_count()
    {
        var run = Run(Inputs().With([Prop("Ann Odd")]).WithCapture("espn_rosters", GameRows.Day.At(10), "<html>", "BOS"));
        (run.State, run.Rows.Count).ShouldBe((RunState.Degraded, 1));
        run.Reason.ShouldContain("is a page of HTML or XML");
    }

    [Fact]
    public void Where_the_newest_roster_cannot_be_read_the_one_before_it_counts()
    {
        var run = Run(Inputs().WithCapture("espn_rosters", GameRows.Day.At(10), Roster("BOS", "Frank Fox"), "BOS").WithCapture("espn_rosters", GameRows.Day.At(11), "<html>", "BOS"));
        (run.State, run.Rows.Single().NameKey.Value).ShouldBe((RunState.Degraded, "frank fox"));
    }

    [Fact]
    public void A_name_with_an_alias_is_none_for_review_unless_nothing_is_known_of_whom_it_names()
    {
        var inputs = Inputs().With([Prop("Ann Odd"), Prop("Ben Even")]).With([Injury("Ann Odd", "espn")])
            .With(NameExamples.Aliases(NameExamples.Alias("Ann Odd", 9, "odds_api"), NameExamples.Alias("Ben Even", 77)));

        Run(inputs).Rows.Select(row => (row.NameSource, row.NameKey.Value, row.Reason)).ShouldBe([("espn", "ann odd", "unknown"), ("odds_api", "ben even", "not_seen")]);
    }

    [Fact]
    public void Without_names_there_is_no_data() => Run(Inputs()).State.ShouldBe(RunState.NoData);

    [Fact]
    public void On_a_date_without_games_no_list_has_names_of_the_date_and_an_empty_one_is_as_it_should_be()
    {
        var run = Run(Inputs().With<NbacScheduleRow>([])
            .WithCapture("balldontlie_box_scores", GameRows.Day.At(30), """{"data":[]}""").WithCapture("espn_rosters", GameRows.Day.At(10), Roster("BOS", "Frank Fox"), "BOS"));
        (run.State, run.Reason).ShouldBe((RunState.NoData, "no source has a name on the date"));

        // Where there are games, a list without any is one that has lost them.
        Run(Inputs().WithCapture("balldontlie_box_scores", GameRows.Day.At(30), """{"data":[]}""")).State.ShouldBe(RunState.Degraded);
    }

    [Fact]
    public void A_name_that_a_source_repeats_for_the_same_teams_is_searched_once()
    {
        var searches = new List<string>();
        var cache = new NameCache((_, name, home, away) =>
        {
            searches.Add($"{name} {home} {away}");
            return new(null, NameResolutionMethod.Unknown);
        });
        foreach (var source in new[] { "espn", "espn", "odds_api" })
        {
            cache.Resolve(source, NameKey.From("Ann Odd"), GameRows.Bos, GameRows.Nyk).Method.ShouldBe(NameResolutionMethod.Unknown);
            cache.Resolve(source, NameKey.From("Ann Odd"), GameRows.Bos, GameRows.Bos).Player.ShouldBeNull();
        }

        searches.Count.ShouldBe(4);
    }

    private static Computation<UnresolvedPlayerNameRow> Run(FakeInputs inputs) => new UnresolvedPlayerNamesProcessor().Compute(inputs, Runs.Of(GameRows.Day));

    private static FakeInputs Inputs(params PlayersRegistryRow[] registry) => new FakeInputs()
        .WithoutCaptures("espn_rosters", "espn_boxscore", "balldontlie_box_scores")
        .With([GameRows.Scheduled()]).With<OddsApiPlayerPointsPropsRow>([]).With<InjuryReportRow>([]).With<GamebookPlayerStatsRow>([])
        .With<PlayersRegistryRow>([.. registry, Seen(9, "Known Man", GameRows.Bos)]);

    private static OddsApiPlayerPointsPropsRow Prop(string name) => GameRows.Prop(1, 20.5m) with { PlayerName = name, NameKey = NameKey.From(name) };

    private static PlayersRegistryRow Seen(int id, string name, TeamTricode team) => GameRows.Registered(id, team) with { PlayerName = name, NameKey = NameKey.From(name) };

    private static InjuryReportRow Injury(string name, string source) => new()
    {
        GameDate = GameRows.Day, Team = GameRows.Bos, NameKey = NameKey.From(name), ReportAt = GameRows.Day.At(12), GameId = GameRows.Game, GameTime = null, AwayTeam = GameRows.Nyk,
        HomeTeam = GameRows.Bos, PlayerId = null, PlayerName = name, InjuryStatus = "out", Reason = null, ReasonCategory = null, Source = source, AsOf = GameRows.Day.At(12),
    };

    private static GamebookPlayerStatsRow Inactive(string name, string status, int? player = null)
    {
        var row = GamebookRows.Silver(GameRows.PlayerLine(player ?? 1, GameRows.Bos, 0, 0));
        return row with { PlayerName = name, NameKey = NameKey.From(name), PlayerStatus = "inactive", PlayerId = player is null ? null : row.PlayerId, NameResolutionStatus = status, Source = "nba_gamebook" };
    }

    private static string Roster(string team, params string[] players) => "{\"team\":{\"abbreviation\":\"" + team + "\",\"athletes\":["
        + string.Join(',', players.Select((player, index) => $$"""{"id":"{{index + 1}}","fullName":"{{player}}"}""")) + "]}}";

    private static string BoxScores(string player) => BoxScoresOf(player.Split(' '));

    private static string BoxScoresOf(string[] name) => $$$"""
        {"data":[{"id":1,"date":"2022-12-27","season":2022,"status":"Final","period":4,"time":"Final","postseason":false,"home_team_score":100,"visitor_team_score":90,
          "home_team":{"id":2,"abbreviation":"BOS","players":[{"min":"30","fgm":1,"fga":2,"fg3m":0,"fg3a":0,"ftm":0,"fta":0,"oreb":0,"dreb":1,"reb":1,"ast":0,"stl":0,"blk":0,"turnover":0,"pf":0,"pts":2,
            "player":{"id":5,"first_name":"{{{name[0]}}}","last_name":"{{{name[1]}}}"}}]},
          "visitor_team":{"id":20,"abbreviation":"NYK","players":[]}}]}
        """;
}
