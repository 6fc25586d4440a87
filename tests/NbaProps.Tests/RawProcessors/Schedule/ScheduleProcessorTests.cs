using System.Globalization;
using System.Text;
using System.Text.Json;

using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.Payloads;
using NbaProps.RawProcessors.Schedule;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.RawProcessors.Schedule;

public sealed class ScheduleProcessorTests
{
    private static readonly GameDate Date = new(2024, 10, 22);
    private static readonly ScheduleProcessor Processor = new();

    [SkippableFact]
    [Trait("Incident", "O-03")]
    public void Every_game_of_the_real_schedule_is_a_row_or_left_out_by_name()
    {
        var bytes = Runs.Unzipped(SharedData.Require("payloads/nba_schedule/scheduleLeagueV2_2024-25.json.gz"));
        using var json = JsonDocument.Parse(bytes);
        var dates = json.RootElement.GetProperty("leagueSchedule").GetProperty("gameDates").EnumerateArray()
            .Select(date => GameDate.FromDateOnly(DateOnly.ParseExact(date.GetProperty("gameDate").GetString()![..10], "MM/dd/yyyy", CultureInfo.InvariantCulture)))
            .ToArray();
        dates.Length.ShouldBe(231);
        using var payload = PayloadDocument.Parse("nba_schedule/test", bytes);
        var read = dates.Select(date => SchedulePayload.Games(payload.Root, date, Date.At(10))).ToArray();
        var rows = read.SelectMany(day => day.Rows).ToArray();
        var leftOut = read.SelectMany(day => day.LeftOut).ToArray();

        // Six games of All-Star week-end, four of the pre-season against clubs from elsewhere.
        (rows.Length, leftOut.Length).ShouldBe((1_390, 10));
        leftOut.Count(id => id.StartsWith("003", StringComparison.Ordinal)).ShouldBe(6);
        rows.GroupBy(row => row.SeasonPhase).ToDictionary(phase => phase.Key, phase => phase.Count()).ShouldBe(
            new Dictionary<string, int> { ["preseason"] = 69, ["regular"] = 1_230, ["cup_final"] = 1, ["play_in"] = 6, ["playoffs"] = 84 }, ignoreOrder: true);
        rows.ShouldAllBe(row => row.GameStatus == 3 && row.HomeScore > 0 && row.AwayScore > 0 && !row.TipOffAssumed && !row.Postponed && row.ArenaName != null);
        rows.ShouldAllBe(row => GameDate.FromInstant(row.TipOff) == row.GameDate && row.Season == new Season(2024));
        rows.Count(row => row.NeutralSite).ShouldBe(9);

        // Every team has played 0 to 81 games before its 82 of the regular season, and goes on counting in the play-offs.
        var regular = rows.Where(row => row.SeasonPhase == "regular").SelectMany(row => new[] { (Team: row.HomeTeam, Before: row.HomeGamesBefore), (Team: row.AwayTeam, Before: row.AwayGamesBefore) });
        regular.GroupBy(game => game.Team).ShouldAllBe(team => team.Select(game => game.Before).Order().SequenceEqual(Enumerable.Range(0, 82)));
        rows.Where(row => row.SeasonPhase is "playoffs" or "play_in").ShouldAllBe(row => row.HomeGamesBefore >= 82 && row.AwayGamesBefore >= 82);
        rows.Where(row => row.SeasonPhase == "preseason").ShouldAllBe(row => row.HomeGamesBefore == 0 && row.AwayGamesBefore == 0);
    }

    [SkippableFact]
    public void A_game_of_the_real_schedule_is_read_exactly()
    {
        var bytes = Runs.Unzipped(SharedData.Require("payloads/nba_schedule/scheduleLeagueV2_2024-25.json.gz"));
        var row = Processor.OnPayload(new GameDate(2025, 1, 19), bytes).Rows.Single(row => row.GameId.ToString() == "0022400592");
        (row.HomeTeam.Value, row.AwayTeam.Value, row.HomeScore, row.GameStatusText).ShouldBe(("MIA", "SAS", 128, "Final"));
        (row.TipOff, row.ArenaName, row.Source).ShouldBe((new DateTimeOffset(2025, 1, 19, 20, 0, 0, TimeSpan.Zero), "Kaseya Center", "nba_schedule"));
    }

    [Fact]
    public void A_start_at_midnight_Eastern_is_an_unknown_one()
    {
        var row = Processor.OnPayload(Date, Schedule(Game("0022400061", time: "00:00", utc: "2024-10-22T04:00:00Z"))).Rows.Single();
        (row.TipOff, row.TipOffAssumed).ShouldBe((Date.At(12), true));
    }

    [Theory]
    [InlineData(18, "2024-10-23T00:30:00Z")]
    [InlineData(19, "2024-10-22T23:00:00Z")]
    [InlineData(30, "2024-10-22T23:00:00Z")]
    public void A_start_is_moved_by_what_is_captured_before_it_and_never_afterwards(int hour, string start)
    {
        var inputs = new FakeInputs().Of(Processor.Declaration)
            .WithCapture("nba_schedule", Date.At(10), System.Text.Encoding.UTF8.GetBytes(Schedule(Game("0022400061", time: "19:00", utc: "2024-10-22T23:00:00Z"))))
            .WithCapture("nba_schedule", Date.At(hour), System.Text.Encoding.UTF8.GetBytes(Schedule(Game("0022400061", time: "20:30", utc: "2024-10-23T00:30:00Z"))));

        Processor.Compute(inputs, Runs.Of(Date)).Rows.Single().TipOff.ShouldBe(DateTimeOffset.Parse(start, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Two_times_that_disagree_are_refused()
    {
        var error = Should.Throw<PermanentException>(() => Processor.OnPayload(Date, Schedule(Game("0022400061", utc: "2024-10-22T23:00:00Z"))));
        error.Message.ShouldContain("leagueSchedule.gameDates[0].games[0].gameDateTimeUTC is \"2024-10-22T23:00:00Z\"; accepted is the UTC time of 2024-10-22 19:30 Eastern");
    }

    [Fact]
    public void The_newest_payload_alone_decides_the_date()
    {
        var inputs = new FakeInputs().Of(Processor.Declaration)
            .WithCapture("nba_schedule", Date.At(10), Encoding.UTF8.GetBytes(Schedule(Game("0022400061"), Game("0022400062", home: "LAL", away: "MIN"))))
            .WithCapture("nba_schedule", Date.At(30), Encoding.UTF8.GetBytes(Schedule(Game("0022400061", status: 3, text: "Final", score: 132))));
        var row = Processor.Compute(inputs, Runs.Of(Date)).Rows.Single();
        (row.GameId.ToString(), row.HomeScore, row.AsOf).ShouldBe(("0022400061", 132, Date.At(30)));
    }

    [Fact]
    public void A_game_that_is_not_over_has_no_score() =>
        Processor.OnPayload(Date, Schedule(Game("0022400061", status: 2, text: "Q3 4:12", score: 77))).Rows.Single().HomeScore.ShouldBeNull();

    [Theory]
    [InlineData("PPD", "N", true)]
    [InlineData("7:30 pm ET", "Y", true)]
    [InlineData("7:30 pm ET", "A", false)]
    [Trait("Incident", "O-04")]
    public void A_postponed_game_says_so_and_one_with_a_new_date_does_not(string text, string postponed, bool expected) =>
        Processor.OnPayload(Date, Schedule(Game("0022400061", text: text, postponed: postponed))).Rows.Single().Postponed.ShouldBe(expected);

    [Fact]
    public void A_game_against_a_foreign_club_is_left_out_and_named()
    {
        var run = Processor.OnPayload(Date, Schedule(Game("0022400061"), Game("0012400099", away: "NZB")));
        (run.State, run.Reason).ShouldBe((RunState.Succeeded, "1 games; 1 left out, not between two of the thirty teams: 0012400099"));
    }

    [Fact]
    public void A_game_whose_team_is_not_known_yet_is_left_out_and_named()
    {
        var run = Processor.OnPayload(Date, Schedule(Game("0022400061"), Game("0062400001").Replace("\"teamTricode\":\"NYK\"", "\"teamTricode\":null", StringComparison.Ordinal)));
        (run.State, run.Reason).ShouldBe((RunState.Succeeded, "1 games; 1 left out, not between two of the thirty teams: 0062400001"));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    public void A_schedule_of_nobodys_games_is_refused_and_is_no_day_without_games(string team)
    {
        var payload = Schedule(Game("0022400061")).Replace("\"BOS\"", team, StringComparison.Ordinal).Replace("\"NYK\"", team, StringComparison.Ordinal);
        Should.Throw<PermanentException>(() => Processor.OnPayload(Date, payload)).Message.ShouldContain("none of them of one of the thirty teams; accepted are teamTricodes such as BOS");
    }

    [Fact]
    public void A_date_without_games_is_no_data() => Processor.OnPayload(Date.AddDays(1), Schedule(Game("0022400061"))).State.ShouldBe(RunState.NoData);

    [Theory]
    [InlineData("\"gameStatus\":1", "\"gameStatus\":\"one\"", "games[0].gameStatus is \"one\"; accepted is a whole number")]
    [InlineData("\"gameStatus\":1", "\"gameStatus\":7", "games[0].gameStatus is 7; accepted is 1, 2 or 3")]
    [InlineData("\"gameId\":\"0022400061\"", "\"gameId\":22400061", "games[0].gameId is 22400061; accepted is a game id of ten digits")]
    [InlineData("\"teamTricode\":\"NYK\"", "\"tricode\":\"NYK\"", "games[0].awayTeam has no teamTricode; it has tricode, score")]
    [InlineData("\"gameDateEst\"", "\"gameDay\"", "games[0] has no gameDateEst; it has gameId, gameStatus")]
    public void What_is_not_as_it_must_be_is_named_with_its_place(string what, string instead, string says)
    {
        var payload = Schedule(Game("0022400061")).Replace(what, instead, StringComparison.Ordinal);
        Should.Throw<PermanentException>(() => Processor.OnPayload(Date, payload)).Message.ShouldContain(says);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(300)]
    public void A_payload_that_was_cut_off_names_the_object_and_the_byte(int length)
    {
        var error = Should.Throw<PermanentException>(() => Processor.OnPayload(Date, Schedule(Game("0022400061"))[..length]));
        error.Message.ShouldStartWith("nba_schedule/");
        error.Message.ShouldContain(FormattableString.Invariant($"from byte {length} of {length} on"));
    }

    [Theory]
    [InlineData("<html>blocked</html>", "is a page of HTML or XML; accepted is JSON")]
    [InlineData(" ", "is empty; accepted is JSON")]
    public void A_page_or_nothing_is_no_schedule(string payload, string says) =>
        Should.Throw<PermanentException>(() => Processor.OnPayload(Date, payload)).Message.ShouldContain(says);

    private static string Schedule(params string[] games) =>
        """{"leagueSchedule":{"seasonYear":"2024-25","gameDates":[{"gameDate":"10/22/2024 00:00:00","games":[""" + string.Join(",\n", games) + "]}]}}";

    private static string Game(
        string id, string home = "BOS", string away = "NYK", int status = 1, string text = "7:30 pm ET", int score = 0, string time = "19:30", string utc = "2024-10-22T23:30:00Z", string postponed = "N") =>
        $$"""
        {"gameId":"{{id}}","gameStatus":{{status}},"gameStatusText":"{{text}}","gameDateEst":"2024-10-22T00:00:00Z","gameDateTimeEst":"2024-10-22T{{time}}:00Z","gameDateTimeUTC":"{{utc}}","postponedStatus":"{{postponed}}","homeTeam":{"teamTricode":"{{home}}","score":{{score}}},"awayTeam":{"teamTricode":"{{away}}","score":{{score}}} }
        """;
}
