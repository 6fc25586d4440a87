using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Players;
using NbaProps.RawProcessors.Referees;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Manifest.Reference;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.RawProcessors.Players;

public sealed class ListProcessorTests
{
    private static readonly GameDate Date = new(2025, 1, 8);
    private static readonly GameDate ListDate = new(2025, 11, 1);

    [SkippableFact]
    public void The_real_list_of_players_is_the_dates_list()
    {
        var run = Players(new FakeInputs().WithCapture("nba_player_list", ListDate.At(10), RealList()));
        (run.State, run.Rows.Count).ShouldBe((RunState.Succeeded, 594));
        run.Rows.ShouldAllBe(row => row.GameDate == ListDate && row.Source == "nba_player_list");
        run.Rows.Select(row => row.PlayerId).ShouldBeUnique();
    }

    [Fact]
    public void Espns_rosters_stand_in_with_the_leagues_ids_and_names()
    {
        var run = Players(new FakeInputs()
            .WithCapture("espn_rosters", ListDate.At(10), Roster("NY", ("Jalen Brunson", "Point Guard"), ("Nobody Known", "Center")), "NYK")
            .WithCapture("espn_rosters", ListDate.At(10), Roster("BOS", ("Jaylen Brown", "Guard-Forward")), "BOS"));

        run.State.ShouldBe(RunState.Degraded);
        run.Reason.ShouldContain("no roster of ATL, BKN");
        run.Reason.ShouldContain("Nobody Known (NYK) is nobody's name");
        run.Rows.Select(row => (row.PlayerId.Id, row.PlayerName, row.Team!.Value.Value, row.Position, row.HeightInches, row.Source))
            .ShouldBe([(4, "Jalen Brunson", "NYK", "G", 74, "espn"), (5, "Jaylen Brown", "BOS", null, 74, "espn")]);
    }

    [Fact]
    public void A_player_on_two_rosters_is_on_none()
    {
        var run = Players(new FakeInputs()
            .WithCapture("espn_rosters", ListDate.At(10), Roster("NY", ("Jalen Brunson", "Guard")), "NYK")
            .WithCapture("espn_rosters", ListDate.At(10), Roster("BOS", ("Jalen Brunson", "Guard")), "BOS"));
        (run.State, run.Rows.Count).ShouldBe((RunState.Degraded, 0));
        run.Reason.ShouldContain("Jalen Brunson is meant by several: BOS, NYK");
    }

    [SkippableFact]
    public void The_league_that_comes_late_supersedes_and_what_is_newest_counts()
    {
        var rosters = Roster("NY", ("Jalen Brunson", "Point Guard"));
        Players(new FakeInputs().WithCapture("espn_rosters", ListDate.At(10), rosters, "NYK").WithCapture("nba_player_list", ListDate.At(10), RealList())).Rows.Count.ShouldBe(594);
        Players(new FakeInputs().WithCapture("espn_rosters", ListDate.At(10), rosters, "NYK").WithCapture("nba_player_list", ListDate.At(11), RealList())).Rows.Count.ShouldBe(594);
        Players(new FakeInputs().WithCapture("espn_rosters", ListDate.At(12), rosters, "NYK").WithCapture("nba_player_list", ListDate.At(11), RealList())).Rows.Single().Source.ShouldBe("espn");
    }

    [SkippableFact]
    public void A_bad_list_gives_way_to_the_one_before_it_and_alone_it_fails_the_run()
    {
        var run = Players(new FakeInputs().WithCapture("nba_player_list", ListDate.At(10), RealList()).WithCapture("nba_player_list", ListDate.At(12), "<html>"));
        (run.State, run.Rows.Count).ShouldBe((RunState.Degraded, 594));
        run.Reason.ShouldContain("is a page of HTML or XML");
        Should.Throw<PermanentException>(() => Players(new FakeInputs().WithCapture("nba_player_list", ListDate.At(12), "<html>")));
    }

    [Fact]
    public void A_run_that_fails_names_every_payload_that_it_could_not_read()
    {
        var message = Should.Throw<PermanentException>(() => Movement("<html>", "{")).Message;
        message.ShouldContain("is a page of HTML or XML");
        message.ShouldContain("is no JSON from byte 1 of 1 on");
    }

    [Fact]
    public void An_empty_roster_beside_a_list_that_cannot_be_read_is_no_list()
    {
        var inputs = new FakeInputs().WithCapture("nba_player_list", ListDate.At(12), "<html>").WithCapture("espn_rosters", ListDate.At(12), Roster("BOS"), "BOS");
        Should.Throw<PermanentException>(() => Players(inputs)).Message.ShouldContain("is a page of HTML or XML");
    }

    [Fact]
    public void Without_captures_there_is_no_data()
    {
        Players(new FakeInputs()).Reason.ShouldBe("no list of players was captured");
        Movement().Reason.ShouldBe("no list of transactions was captured");
        Assignments(new FakeInputs().WithoutCaptures("nba_referees")).Reason.ShouldBe("no list of officials was captured");
        ReplayCentre(new FakeInputs().WithoutCaptures("nba_referees")).State.ShouldBe(RunState.NoData);
    }

    [Fact]
    public void Only_the_dates_transactions_are_rows_and_the_newest_list_decides()
    {
        var run = Movement(Transactions("2025-01-08", "2025-01-07"), Transactions("2025-01-08", "2025-01-08", "2024-12-01"));
        (run.State, run.Rows.Count).ShouldBe((RunState.Succeeded, 2));
        run.Rows.ShouldAllBe(row => row.TransactionDate == Date && row.Source == "nba_player_movement" && row.AsOf == Date.At(11));
        Movement(Transactions("2025-01-07")).State.ShouldBe(RunState.NoData);
        Movement(Transactions()).State.ShouldBe(RunState.Degraded);
        Movement(Transactions("2025-01-08"), "<html>").ShouldSatisfyAllConditions(bad => bad.State.ShouldBe(RunState.Degraded), bad => bad.Rows.Count.ShouldBe(1));
        Should.Throw<PermanentException>(() => Movement("<html>"));
    }

    [SkippableFact]
    public void The_real_officials_are_those_of_the_dates_games()
    {
        var inputs = new FakeInputs().WithCapture("nba_referees", Date.At(10), File.ReadAllBytes(SharedData.Require("payloads/nba_referees/referee_assignments.json")));
        var run = Assignments(inputs);
        run.State.ShouldBe(RunState.Succeeded);
        run.Rows.Select(row => row.GameId).Distinct().Count().ShouldBe(8);
        run.Rows.First(row => row.GameId.ToString() == "0022400509").OfficialName.ShouldBe("John Goble");
        run.Rows.ShouldAllBe(row => row.GameDate == Date && row.Source == "nba_referees");
        ReplayCentre(inputs).Rows.Count.ShouldBe(3);
        Assignments(inputs, GameRows.Scheduled() with { GameDate = Date, GameId = GameId.Parse("0022400999") }).ShouldSatisfyAllConditions(
            missing => missing.State.ShouldBe(RunState.Degraded), missing => missing.Reason.ShouldContain("no officials of 0022400999, NYK@BOS"));
    }

    [SkippableFact]
    public void Officials_of_another_day_are_no_rows_and_take_nothing_back()
    {
        var real = File.ReadAllText(SharedData.Require("payloads/nba_referees/referee_assignments.json"));
        var nextDay = real.Replace("01\\/08\\/2025", "01\\/09\\/2025", StringComparison.Ordinal);
        var alone = Assignments(new FakeInputs().WithCapture("nba_referees", Date.At(18), nextDay));
        (alone.State, alone.Rows.Count).ShouldBe((RunState.NoData, 0));
        alone.Reason.ShouldContain("officials of 2025-01-09");
        var both = new FakeInputs().WithCapture("nba_referees", Date.At(10), real).WithCapture("nba_referees", Date.At(18), nextDay);
        (Assignments(both).Rows.Count, ReplayCentre(both).Rows.Count).ShouldBe((24, 3));
        var bad = new FakeInputs().WithCapture("nba_referees", Date.At(10), real).WithCapture("nba_referees", Date.At(18), "<html>");
        (Assignments(bad).State, ReplayCentre(bad).State, Assignments(bad).Rows.Count).ShouldBe((RunState.Degraded, RunState.Degraded, 24));
        Should.Throw<PermanentException>(() => ReplayCentre(new FakeInputs().WithCapture("nba_referees", Date.At(18), "<html>")));
    }

    private static byte[] RealList() => Runs.Unzipped(SharedData.Require("payloads/nba_player_list/playerindex.json.gz"));

    private static Computation<NbacPlayerListCurrentRow> Players(FakeInputs inputs) => new PlayerListProcessor().Compute(
        inputs.WithoutCaptures("nba_player_list", "espn_rosters").With([Seen(4, "Jalen Brunson", "NYK"), Seen(5, "Jaylen Brown", "BOS")]), Runs.Of(ListDate));

    private static Computation<NbacPlayerMovementRow> Movement(params string[] lists)
    {
        var inputs = new FakeInputs().WithoutCaptures("nba_player_movement");
        foreach (var (index, list) in lists.Index())
        {
            inputs.WithCapture("nba_player_movement", Date.At(10 + index), list);
        }

        return new PlayerMovementProcessor().Compute(inputs, Runs.Of(Date));
    }

    private static Computation<NbacRefereeGameAssignmentRow> Assignments(FakeInputs inputs, params NbacScheduleRow[] schedule) =>
        new RefereeGameAssignmentsProcessor().Compute(inputs.With<NbacScheduleRow>(schedule), Runs.Of(Date));

    private static Computation<NbacRefereeReplayCenterRow> ReplayCentre(FakeInputs inputs) => new RefereeReplayCenterProcessor().Compute(inputs, Runs.Of(Date));

    private static PlayersRegistryRow Seen(int id, string name, string team) => GameRows.Registered(id, TeamTricode.Parse(team)) with
    {
        GameDate = ListDate.AddDays(-3), PlayerName = name, NameKey = NameKey.From(name),
    };

    private static string Roster(string team, params (string Name, string Position)[] players) => "{\"team\":{\"abbreviation\":\"" + team + "\",\"athletes\":["
        + string.Join(',', players.Select((player, index) => $$$"""{"id":"{{{index + 1}}}","fullName":"{{{player.Name}}}","position":{"displayName":"{{{player.Position}}}"},"height":74}""")) + "]}}";

    private static string Transactions(params string[] dates) => "{\"NBA_Player_Movement\":{\"rows\":[" + string.Join(',', dates.Select((date, index) =>
        $$"""{"Transaction_Type":"Signing","TRANSACTION_DATE":"{{date}}T00:00:00","TRANSACTION_DESCRIPTION":"Signed number {{index}}","TEAM_ID":1610612738.0,"PLAYER_ID":{{index + 1}}.0,"PLAYER_SLUG":"a-b","Additional_Sort":0.0,"GroupSort":"Signing {{index}}"}""")) + "]}}";
}
