using FsCheck.Fluent;

using NbaProps.Analytics;
using NbaProps.Domain;
using NbaProps.Domain.Odds;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Manifest.Reference;
using NbaProps.Shared.Pipeline;
using NbaProps.Tests.Domain;
using NbaProps.Tests.Support;

using static NbaProps.Tests.Support.GameRows;

namespace NbaProps.Tests.Analytics;

public sealed class UpcomingPlayerTests
{
    private static readonly RunContext Context = new(new(Day), Day.At(18, 30));

    [Fact]
    public void A_candidate_carries_load_and_form_of_the_games_he_played()
    {
        var row = Rows([Played(1, 30, 36), Played(2, 20, 34), Played(5, 10, 30), Played(9, 40, 20), Played(3, 0, minutes: 0)]).Single();

        (row.CandidateBecause, row.DaysRest, row.GamesInLast7Days, row.MinutesInLast7Days, row.GamesInLast14Days, row.MinutesInLast14Days, row.BackToBacksLast14Days)
            .ShouldBe(("appearance", 0, 3, 100, 4, 120, 1));
        (row.PointsAvgLast5, row.PointsAvgLast10, row.GamesPlayedSeason).ShouldBe((25.0, 25.0, 4));
    }

    [Theory]
    [InlineData(45, true)]
    [InlineData(46, false)]
    public void Who_has_not_appeared_for_45_days_is_no_candidate(int daysBack, bool candidate) =>
        Rows([Played(daysBack, 20)]).Count.ShouldBe(candidate ? 1 : 0);

    [Fact]
    public void Who_was_traded_is_a_candidate_of_the_team_he_last_appeared_for()
    {
        var before = Played(9, 20) with { Team = Nyk, Opponent = Bos };

        Rows([before, Played(2, 20)]).Single().Team.ShouldBe(Bos);
    }

    [Fact]
    public void Who_sat_out_on_the_bench_still_belongs_to_his_team_and_his_form_is_of_games_played()
    {
        var row = Rows([Played(2, 0, minutes: 0), Played(6, 18)]).Single();

        (row.DaysRest, row.PointsAvgLast5).ShouldBe((5, 18.0));
    }

    [Fact]
    public void Only_a_line_makes_one_who_comes_back_after_months_a_candidate()
    {
        var row = Rows([Played(100, 20)], [Prop(1, 12.5m)], [Registered(1, Bos, daysBack: 100)]).Single();

        (row.CandidateBecause, row.CurrentPointsLine).ShouldBe(("line", new PointsLine(12.5m)));
    }

    [Fact]
    public void The_line_is_the_latest_before_tip_off_and_the_opening_one_the_earliest()
    {
        var row = Rows([Played(2, 20)], [Prop(1, 22.5m, Day.At(9)), Prop(1, 24.5m, Day.At(18)), Prop(1, 30.5m, Day.At(19, 5))], [Registered(1, Bos)]).Single();

        (row.OpeningPointsLine, row.CurrentPointsLine, row.LineMovement, row.HasPropLine).ShouldBe((new PointsLine(22.5m), new PointsLine(24.5m), 2.0, true));
    }

    [Fact]
    public void A_quote_that_was_fetched_for_a_later_moment_is_not_known_yet() =>
        Rows([Played(2, 20)], [Prop(1, 22.5m, Day.At(18, 45))], [Registered(1, Bos)]).Single().CurrentPointsLine.ShouldBeNull();

    [Fact]
    public void Without_any_line_of_the_game_it_is_not_known_whether_he_has_one() =>
        Rows([Played(2, 20)]).Single().HasPropLine.ShouldBeNull();

    [Fact]
    public void Beside_others_lines_he_has_none()
    {
        var rows = Rows([Played(2, 20), Played(2, 9, player: 2)], [Prop(1, 22.5m)], [Registered(1, Bos), Registered(2, Bos)]);

        rows.Select(row => row.HasPropLine).ShouldBe([true, false]);
    }

    [Fact]
    public void A_name_that_is_nobodys_is_said_and_never_guessed()
    {
        var run = Run([Played(2, 20)], [Prop(9, 22.5m)], [Registered(1, Bos)]);

        run.Rows.Single().CurrentPointsLine.ShouldBeNull();
        run.Reason.ShouldContain("1 names in lines are not resolved");
    }

    [Fact]
    public void An_alias_gives_the_line_to_whom_it_names_and_the_reason_says_so()
    {
        var inputs = Inputs([Played(2, 20)], [Prop(9, 22.5m)], [Registered(1, Bos)]).With(NameExamples.Aliases(NameExamples.Alias(Prop(9, 22.5m).NameKey.Value, 1, "odds_api")));
        var run = new UpcomingPlayerGameContextProcessor().Compute(inputs, Context);

        run.Rows.Single().CurrentPointsLine.ShouldBe(new PointsLine(22.5m));
        run.Reason.ShouldEndWith("; 1 by alias: player j is 1");
        new UpcomingPlayerGameContextProcessor().Compute(inputs.With([Prop(9, 22.5m) with { Source = "bettingpros" }]), Context).Rows.Single().CurrentPointsLine.ShouldBeNull();
    }

    [Fact]
    public void The_order_of_the_inputs_and_what_comes_later_change_nothing()
    {
        PlayerGameSummaryRow[] games = [.. Enumerable.Range(1, 20).SelectMany(day => new[] { Played(day, day, 20 + day), Played(day, 2 * day, 30, player: 2) })];
        OddsApiPlayerPointsPropsRow[] props = [Prop(1, 22.5m, Day.At(9)), Prop(1, 24.5m, Day.At(18)), Prop(2, 11.5m)];
        PlayersRegistryRow[] registry = [Registered(1, Bos), Registered(2, Bos)];
        var expected = Rows(games, props, registry);
        var later = Gen.Choose(0, 30).Select(day => Played(-day, 50, player: 1 + (day % 3)));
        Property.ForAll(
            from shuffled in Gen.Shuffle(games)
            from quotes in Gen.Shuffle(props)
            from future in later.ListOf()
            select (shuffled, quotes, future),
            given => Rows([.. given.future.DistinctBy(row => (row.GameId, row.PlayerId)), .. given.shuffled], given.quotes, registry).ShouldBe(expected));
    }

    private static IReadOnlyList<UpcomingPlayerGameContextRow> Rows(
        PlayerGameSummaryRow[] games, OddsApiPlayerPointsPropsRow[]? props = null, PlayersRegistryRow[]? registry = null) => Run(games, props, registry).Rows;

    private static Computation<UpcomingPlayerGameContextRow> Run(
        PlayerGameSummaryRow[] games, OddsApiPlayerPointsPropsRow[]? props = null, PlayersRegistryRow[]? registry = null) =>
        new UpcomingPlayerGameContextProcessor().Compute(Inputs(games, props, registry), Context);

    private static FakeInputs Inputs(PlayerGameSummaryRow[] games, OddsApiPlayerPointsPropsRow[]? props, PlayersRegistryRow[]? registry) =>
        new FakeInputs().With([TeamContext(Bos), TeamContext(Nyk)]).With(games).With(props ?? []).With(registry ?? []);
}
