using NbaProps.Precompute;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Gates;
using NbaProps.Tests.Support;

using static NbaProps.Tests.Support.GameRows;

namespace NbaProps.Tests.Precompute;

public sealed class Phase4GateTests
{
    private static readonly RunContext Context = new(new(Day), Day.At(10));

    [Fact]
    public void With_context_candidates_and_last_weeks_summaries_it_is_open() => Evaluate().ShouldBe(GateDecision.Open("1 games"));

    [Fact]
    public void Without_a_game_there_is_nothing_to_wait_for() => Evaluate(today: []).ShouldBe(GateDecision.Open("no game to predict"));

    [Fact]
    public void A_team_without_context_closes_it() =>
        Evaluate(teams: [TeamContext(Bos)]).ShouldBe(GateDecision.Closed("game 0022200512: NYK has no context"));

    [Fact]
    [Trait("Incident", "I-38")]
    public void Too_few_candidates_close_it_once_the_season_is_under_way() =>
        Evaluate(candidatesOfBoston: 7).ShouldBe(GateDecision.Closed("game 0022200512: BOS has 7 candidates, 8 are expected"));

    [Fact]
    public void At_a_seasons_start_nobody_is_expected() => Evaluate(candidatesOfBoston: 0, finishedDays: 4).IsOpen.ShouldBeTrue();

    [Fact]
    public void A_fifth_of_last_weeks_games_without_summary_closes_it() =>
        Evaluate(unsummarised: [2]).Reason.ShouldBe("1 of 5 games of the last 7 days have no player summaries: 0022200498");

    [Fact]
    public void Fewer_than_a_fifth_are_left_to_their_teams() => Evaluate(finishedDays: 6, unsummarised: [2]).IsOpen.ShouldBeTrue();

    [Fact]
    public void A_slate_whose_teams_lack_their_seasons_games_is_not_guessed_at()
    {
        var gap = TeamContext(Bos) with { HistoryIsWhole = false, SeasonGamesMissing = 31 };

        Evaluate(teams: [gap, TeamContext(Nyk)]).Reason.ShouldBe(
            $"earlier games of the season are not there: BOS lacks 31 of 33; walk them first: nbaprops backfill from the first date of {Season} to {Day.AddDays(-1)}");
    }

    [Theory]
    [InlineData(24, true)]
    [InlineData(26, true)]
    [InlineData(27, false)]
    [InlineData(33, false)]
    public void Minutes_that_are_missing_of_last_weeks_games_are_warned_of(int minutes, bool warns)
    {
        // Eight men a team: 30 minutes each are all of 240, and what is more is an overtime's. Below 27 it is less than nine tenths, below 24 less than eight.
        var decision = Evaluate(minutes: minutes);

        (decision.IsOpen, decision.Warns).ShouldBe((true, warns));
        decision.Reason.ShouldBe(warns
            ? $"1 games; the last week's summaries have {(minutes == 26 ? "86.6" : "80.0")} % of the minutes that were played; game 0022200495 has {(minutes == 26 ? 416 : 384)} of 480, 90 % are usual"
            : "1 games");
    }

    [Fact]
    [Trait("Incident", "I-07")]
    public void With_fewer_than_eight_tenths_of_the_minutes_it_is_closed() =>
        Evaluate(minutes: 23).ShouldBe(GateDecision.Closed("the last week's summaries have 76.6 % of the minutes that were played; game 0022200495 has 368 of 480, 80 % are needed"));

    [Fact]
    public void An_overtime_does_not_hide_the_minutes_that_another_game_lacks() =>
        Evaluate(minutes: 60, thinOnDay: 2).Reason.ShouldBe("1 games; the last week's summaries have 84.0 % of the minutes that were played; game 0022200498 has 96 of 480, 90 % are usual");

    [Fact]
    public void The_thresholds_are_the_operators() =>
        Evaluate(minutes: 23, options: new GateOptions { MinutesBlockPercent = 70, MinutesWarnPercent = 75 }).ShouldBe(GateDecision.Open("1 games"));

    private static GateDecision Evaluate(
        NbacScheduleRow[]? today = null, UpcomingTeamGameContextRow[]? teams = null, int candidatesOfBoston = 8, int finishedDays = 5, int[]? unsummarised = null,
        int minutes = 30, int? thinOnDay = null, GateOptions? options = null)
    {
        var finished = Enumerable.Range(1, finishedDays).Select(day => Scheduled() with { GameDate = Day.AddDays(-day), GameId = GameBefore(day) }).ToArray();
        var candidates = Enumerable.Range(1, candidatesOfBoston).Select(player => PlayerContext(player))
            .Concat(Enumerable.Range(51, 8).Select(player => PlayerContext(player, Nyk))).ToArray();
        var summaries = Enumerable.Range(1, finishedDays).Except(unsummarised ?? []).SelectMany(day => Enumerable.Range(1, 16).Select(player =>
            Played(day, 20, day == thinOnDay ? 6 : minutes, player) with { Team = player > 8 ? Nyk : Bos, Opponent = player > 8 ? Bos : Nyk })).ToArray();
        var inputs = new FakeInputs().With([.. today ?? [Scheduled(1)], .. finished]).With(teams ?? [TeamContext(Bos), TeamContext(Nyk)]).With(candidates).With(summaries);
        return new Phase4HandOffGate(options ?? new GateOptions()).Evaluate(inputs, Context);
    }
}
