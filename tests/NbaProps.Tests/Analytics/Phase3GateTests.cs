using NbaProps.Analytics;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Gates;
using NbaProps.Tests.Support;

using static NbaProps.Tests.Support.GameRows;

namespace NbaProps.Tests.Analytics;

/// <summary>Whether a night's box scores can be summarised.</summary>
public sealed class Phase3GateTests
{
    [Fact]
    public void With_both_teams_of_each_box_score_it_is_open() =>
        Evaluate(Players(6, 6)).ShouldBe(GateDecision.Open("1 of 1 final games have box scores"));

    [Fact]
    public void A_box_score_that_was_cut_off_closes_it() =>
        Evaluate(Players(9, 5)).ShouldBe(GateDecision.Closed("game 0022200512: 5 players of NYK have a line, 6 are expected"));

    [Fact]
    public void A_box_score_of_one_team_closes_it() =>
        Evaluate(Players(9, 0)).ShouldBe(GateDecision.Closed("game 0022200512: 0 players of NYK have a line, 6 are expected"));

    [Fact]
    public void A_night_of_which_there_is_nothing_closes_it() =>
        Evaluate([]).ShouldBe(GateDecision.Closed("none of 1 final games has a box score of players"));

    [Fact]
    public void A_game_that_is_not_there_yet_holds_up_no_other() =>
        Evaluate(Players(8, 8), [Scheduled(), Scheduled() with { GameId = GameBefore(0) }]).ShouldBe(GateDecision.Open("1 of 2 final games have box scores"));

    [Fact]
    public void A_night_without_a_final_game_has_nothing_to_wait_for() => Evaluate([], [Scheduled(1)]).ShouldBe(GateDecision.Open("no final game"));

    [Fact]
    public void A_preseason_game_has_no_box_score_to_wait_for() =>
        Evaluate([], [Scheduled() with { SeasonPhase = "preseason" }]).ShouldBe(GateDecision.Open("no final game"));

    [Fact]
    public void The_threshold_is_the_operators() => Evaluate(Players(5, 5), options: new GateOptions { PlayersPerTeam = 5 }).IsOpen.ShouldBeTrue();

    private static NbacPlayerBoxscoreRow[] Players(int ofBoston, int ofNewYork) =>
    [
        .. Enumerable.Range(1, ofBoston).Select(player => PlayerLine(player, Bos, 30, 10)),
        .. Enumerable.Range(51, ofNewYork).Select(player => PlayerLine(player, Nyk, 30, 10)),
    ];

    private static GateDecision Evaluate(NbacPlayerBoxscoreRow[] players, NbacScheduleRow[]? games = null, GateOptions? options = null) =>
        new Phase3HandOffGate(options ?? new GateOptions()).Evaluate(new FakeInputs().With(games ?? [Scheduled()]).With(players), new RunContext(new(Day), Day.At(30)));
}
