using FsCheck.Fluent;

using NbaProps.Domain.Features;
using NbaProps.Predictions;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Manifest.Precompute;
using NbaProps.Shared.Manifest.Predictions;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Gates;
using NbaProps.Shared.Warehouse;
using NbaProps.Tests.Domain;
using NbaProps.Tests.Support;

using static NbaProps.Tests.Support.GameRows;
using static NbaProps.Tests.Support.PredictionRows;

namespace NbaProps.Tests.Predictions;

/// <summary>Coordinator, worker and consolidation, from features to the day's predictions.</summary>
public sealed class PredictionChainTests
{
    [Fact]
    public void The_coordinator_asks_for_each_game_with_its_candidates()
    {
        var unready = Features();
        unready.Remove(FeatureIndex.BackToBack);
        var row = Requests([FeatureRow(Features()), FeatureRow(unready, line: null, player: 2)]).Rows.Single();

        (row.GameId, row.HomeTeam, row.AwayTeam, row.Candidates, row.CandidatesReady, row.CandidatesWithLine).ShouldBe((Game, Bos, Nyk, 2, 1, 1));
    }

    [Fact]
    [Trait("Incident", "I-23")]
    public void The_worker_lets_every_system_speak_of_every_player()
    {
        var rows = Stage([FeatureRow(Features()), FeatureRow(Features(), player: 2)], []).Rows;

        rows.Select(row => (row.PlayerId.Id, row.SystemId, row.Recommendation)).ShouldBe(
            [(1, "moving_average_v1", "PASS"), (1, "similarity_v1", "PASS"), (2, "moving_average_v1", "PASS"), (2, "similarity_v1", "PASS")]);
        rows[1].Reason.ShouldBe("no prediction: 0 similar games, 5 are needed");
        rows.ShouldAllBe(row => row.POver == null);
    }

    [Fact]
    public void A_game_that_is_not_requested_is_not_predicted() =>
        new PredictionStagingProcessor().Compute(
            new FakeInputs().With<PredictionRequestRow>([]).With([FeatureRow(Features())]).With<PlayerGameSummaryRow>([]).With<TeamDefenseGameSummaryRow>([]),
            Context(Day.At(10))).State.ShouldBe(RunState.NoData);

    [Fact]
    [Trait("Incident", "I-12")]
    public void Features_of_another_contract_are_not_predicted_from() =>
        Requests([FeatureRow(Features()) with { FeatureContractHash = "another" }]).State.ShouldBe(RunState.NoData);

    [Fact]
    public void After_tip_off_what_was_served_stands_and_what_is_known_now_is_a_replay()
    {
        var staged = Stage([FeatureRow(Features())], []).Rows;
        var served = Consolidate(staged, [], Day.At(10)).Rows;
        var corrected = Features();
        corrected[FeatureIndex.PointsAvgLast5] = 36;
        var later = Consolidate(Stage([FeatureRow(corrected)], []).Rows, served, Day.At(30)).Rows;

        later.Where(row => row.IsActive).ShouldBe(served);
        later.Where(row => !row.IsActive).Select(row => (row.SystemId, row.Serving, Math.Round(row.PredictedPoints!.Value, 6))).ShouldBe([("moving_average_v1", "replay", 30.1)]);
        Consolidate(Stage([FeatureRow(corrected)], []).Rows, later, Day.At(30).AddMinutes(1)).Rows.Select(row => (row.SystemId, row.Serving, row.PredictedPoints))
            .ShouldBe(later.Select(row => (row.SystemId, row.Serving, row.PredictedPoints)));
    }

    // The cut-off's as-of stands until the next morning; the game clock does not.
    [Fact]
    public void During_the_game_what_was_served_stands_though_the_day_has_reached_no_later_moment()
    {
        var served = Consolidate(Stage([FeatureRow(Features())], []).Rows, [], Day.At(18, 30)).Rows;
        var corrected = Features();
        corrected[FeatureIndex.PointsAvgLast5] = 36;
        var during = Consolidate(Stage([FeatureRow(corrected)], []).Rows, served, Day.At(18, 30), now: Day.At(20)).Rows;

        during.Where(row => row.IsActive).ShouldBe(served);
        during.Count(row => !row.IsActive).ShouldBe(1);
    }

    [Fact]
    public void Before_tip_off_they_are_replaced()
    {
        var served = Consolidate(Stage([FeatureRow(Features())], []).Rows, [], Day.At(10)).Rows;
        var corrected = Features();
        corrected[FeatureIndex.PointsAvgLast5] = 36;
        var later = Consolidate(Stage([FeatureRow(corrected)], []).Rows, served, Day.At(18, 30)).Rows;

        later.ShouldAllBe(row => row.Serving == Servings.Served && row.IsActive);
        later[0].PredictedPoints!.Value.ShouldBe(30.1, 1e-12);
    }

    [Fact]
    [Trait("Incident", "I-38")]
    public void A_requested_game_of_which_nothing_is_staged_is_named()
    {
        var run = Consolidate([], [], Day.At(10));

        (run.State, run.Reason).ShouldBe((RunState.Degraded, "0 served, 0 replayed; nothing is staged for 0022200512"));
    }

    [Fact]
    public void The_order_of_the_inputs_and_what_comes_later_change_nothing()
    {
        MlFeatureStoreRow[] features = [FeatureRow(Features()), FeatureRow(Features(), 11.5m, player: 2), FeatureRow(Features(), null, player: 3)];
        PlayerGameSummaryRow[] games = [.. Enumerable.Range(1, 25).SelectMany(day => new[] { Played(2 * day, 10 + day), Played(2 * day, 30 - day, player: 2) })];
        TeamDefenseGameSummaryRow[] defense = [.. Enumerable.Range(1, 60).Select(day => Defense(day, Nyk, 105 + (day % 12)))];
        var expected = Stage(features, games, defense).Rows;
        expected.Count(row => row.SystemId == "similarity_v1" && row.PredictedPoints is not null).ShouldBe(2);
        Property.ForAll(
            from one in Gen.Shuffle(features)
            from two in Gen.Shuffle(games)
            from three in Gen.Shuffle(defense)
            from day in Gen.Choose(0, 20)
            select (one, two, three, day),
            given => Stage(given.one, [Played(-given.day, 60), .. given.two], [Defense(-given.day, Nyk, 90), .. given.three]).Rows.ShouldBe(expected));
    }

    [Theory]
    [InlineData(6, 0, true)]
    [InlineData(5, 5, false)]
    [InlineData(6, 4, true)]
    public void The_gate_opens_when_most_who_can_have_features_do(int ready, int lacking, bool open)
    {
        var unready = Features();
        unready.Remove(FeatureIndex.PpmAvgLast10);
        MlFeatureStoreRow[] features =
            [.. Enumerable.Range(1, ready).Select(player => FeatureRow(Features(), player: player)), .. Enumerable.Range(50, lacking).Select(player => FeatureRow(unready, player: player))];
        var candidates = features.Select(row => PlayerContext((int)row.PlayerId.Id)).ToArray();
        var decision = Gate([TeamContext(Bos), TeamContext(Nyk)], candidates, features);

        decision.IsOpen.ShouldBe(open);
        decision.Reason.ShouldStartWith($"{ready} of {ready + lacking} candidates with 5 games have all required features");
        if (!open)
        {
            decision.Reason.ShouldEndWith($"60 % are needed; lacking by team: BOS {lacking}");
        }
    }

    [Fact]
    [Trait("Incident", "I-25")]
    public void Who_has_played_too_little_is_not_waited_for() =>
        Gate([TeamContext(Bos)], [PlayerContext() with { GamesPlayedSeason = 4 }], []).IsOpen.ShouldBeTrue();

    [Fact]
    public void Without_a_game_the_gate_is_open() => Gate([], [], []).ShouldBe(GateDecision.Open("no game to predict"));

    private static RunContext Context(DateTimeOffset asOf) => new(new Partition(Day, Game), asOf);

    private static GateDecision Gate(UpcomingTeamGameContextRow[] teams, UpcomingPlayerGameContextRow[] players, MlFeatureStoreRow[] features) =>
        new Phase5HandOffGate(new GateOptions()).Evaluate(new FakeInputs().With(teams).With(players).With(features), new RunContext(new(Day), Day.At(10)));

    private static Computation<PredictionRequestRow> Requests(MlFeatureStoreRow[] features) =>
        new PredictionRequestsProcessor().Compute(new FakeInputs().With(features), new RunContext(new(Day), Day.At(10)));

    private static Computation<PredictionStagingRow> Stage(MlFeatureStoreRow[] features, PlayerGameSummaryRow[] games, TeamDefenseGameSummaryRow[]? defense = null) =>
        new PredictionStagingProcessor().Compute(new FakeInputs().With([Request()]).With(features).With(games).With(defense ?? []), Context(Day.At(10)));

    private static Computation<PlayerPropPredictionRow> Consolidate(IReadOnlyList<PredictionStagingRow> staged, IReadOnlyList<PlayerPropPredictionRow> own, DateTimeOffset asOf, DateTimeOffset? now = null) =>
        new PlayerPropPredictionsProcessor().Compute(new FakeInputs().With([Request()]).With(staged).WithOwn(own), new RunContext(new(Day), asOf) { Now = now ?? asOf });
}
