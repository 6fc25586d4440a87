using System.Text;

using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.Odds;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Tests.Support;
using static NbaProps.Tests.RawProcessors.Odds.BettingProsTests;

namespace NbaProps.Tests.RawProcessors.Odds;

/// <summary>BettingPros stands in for The Odds API, game by game.</summary>
public sealed class PropsChainTests
{
    private static readonly GameDate Evening = new(2021, 10, 21);
    private static readonly NbacScheduleRow Suns = OddsGames.Game(Evening, "PHX", "NOP", Evening.At(22));
    private static readonly string Offers = Page(Offer(Selection("over", Book(12, Line(25.5, -115))), Selection("under", Book(12, Line(25.5, -105)))));

    private static readonly string Event =
        """
        {"id":"e1","commence_time":"2021-10-22T02:00:00Z","home_team":"Phoenix Suns","away_team":"New Orleans Pelicans","bookmakers":[{"key":"draftkings","title":"DraftKings","markets":[{"key":"player_points",
        "last_update":"2021-10-21T18:00:00Z","outcomes":[{"name":"Over","description":"Devin Booker","price":-110,"point":24.5},{"name":"Under","description":"Devin Booker","price":-110,"point":24.5}]}]}]}
        """;

    [Fact]
    public void Where_the_first_has_nothing_of_a_game_the_rows_are_BettingPros_and_say_so()
    {
        var result = Compute(oddsApi: null);

        (result.State, result.Rows.Count).ShouldBe((RunState.Succeeded, 1), result.Reason);
        (result.Rows[0].Source, result.Rows[0].PointsLine.Value, result.Rows[0].Bookmaker).ShouldBe(("bettingpros", 25.5m, "draftkings"));
    }

    [Fact]
    public void Of_a_game_that_both_have_only_the_firsts_rows_stand()
    {
        var result = Compute(Event);

        result.Rows.Select(row => (row.Source, row.PointsLine.Value)).ShouldBe([("odds_api", 24.5m)], result.Reason);
    }

    [Fact]
    public void What_cannot_be_read_of_the_first_is_named_and_the_game_is_BettingPros()
    {
        var result = Compute("<html>");

        result.Rows.Select(row => row.Source).ShouldBe(["bettingpros"], result.Reason);
        result.State.ShouldBe(RunState.Degraded);
        result.Reason.ShouldContain("is a page of HTML or XML");
    }

    [Fact]
    public void What_cannot_be_read_of_BettingPros_takes_nothing_from_the_first()
    {
        var inputs = new FakeInputs().With([Suns]).WithCapture(ScrapersPhase.PlayerPointsProps.Name, Evening.At(18), Event).WithCapture(ScrapersPhase.PointsBettingPros.Name, Evening.At(18), "{}");
        var result = new PlayerPointsPropsProcessor().Compute(inputs, Runs.Of(Evening));

        (result.State, result.Rows.Select(row => row.Source).Single()).ShouldBe((RunState.Degraded, "odds_api"));
        result.Reason.ShouldContain("the payload has no events");
    }

    // In the season of 2020-21 teams met twice in two days at one place.
    [Fact]
    public void The_same_teams_event_of_the_next_day_is_not_this_game()
    {
        var result = Compute(Event.Replace("2021-10-22T02:00:00Z", "2021-10-23T02:00:00Z", StringComparison.Ordinal));

        result.Rows.ShouldAllBe(row => row.Source == "bettingpros", result.Reason);
        result.Reason.ShouldContain("1 events match no game on 2021-10-21: New Orleans Pelicans @ Phoenix Suns (e1)");
    }

    private static Computation<OddsApiPlayerPointsPropsRow> Compute(string? oddsApi)
    {
        var inputs = new FakeInputs()
            .With([Suns])
            .WithoutCaptures(ScrapersPhase.PlayerPointsProps.Name)
            .WithCapture(ScrapersPhase.PointsBettingPros.Name, Evening.At(9), Encoding.UTF8.GetBytes(Events))
            .WithCapture(ScrapersPhase.PointsBettingPros.Name, Evening.At(18), Encoding.UTF8.GetBytes(Offers));
        return new PlayerPointsPropsProcessor().Compute(
            oddsApi is null ? inputs : inputs.WithCapture(ScrapersPhase.PlayerPointsProps.Name, Evening.At(18), Encoding.UTF8.GetBytes(oddsApi)), Runs.Of(Evening));
    }
}
