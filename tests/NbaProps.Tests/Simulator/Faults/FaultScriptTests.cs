using NbaProps.Simulator.Faults;

namespace NbaProps.Tests.Simulator.Faults;

/// <summary>What goes wrong in a season, drawn once.</summary>
public sealed class FaultScriptTests
{
    private static readonly FaultRates Everything = Rates([.. FaultKinds.Words.Select(word => $"*:{word}:0.3")]);

    [Fact]
    public void The_same_seed_is_the_same_script_and_another_seed_another()
    {
        var season = Leagues.Pocket(5);
        var script = FaultScript.Draw(5, season, Everything);

        script.Faults.ShouldNotBeEmpty();
        FaultScript.Draw(5, Leagues.Pocket(5), Everything).ToString().ShouldBe(script.ToString());
        FaultScript.Draw(6, season, Everything).ToString().ShouldNotBe(script.ToString());
        Enum.GetValues<FaultKind>().ShouldAllBe(kind => script.OfKind(kind).Any());
    }

    [Fact]
    public void One_rate_changes_nothing_of_another_ones_faults()
    {
        var season = Leagues.Pocket(5);
        var alone = FaultScript.Draw(5, season, Rates("nba_schedule:late:0.5")).Faults;

        alone.ShouldNotBeEmpty();
        var among = FaultScript.Draw(5, season, Rates("nba_schedule:late:0.5", "bigdataball:late:0.5", "nba_schedule:500:0.5"));
        among.OfFeed("nba_schedule").Where(fault => fault.Kind == FaultKind.Late).ShouldBe(alone);

        // What happens at a lower rate happens at a higher one too.
        alone.ShouldBeSubsetOf(FaultScript.Draw(5, season, Rates("nba_schedule:late:0.9")).Faults);
    }

    [Fact]
    public void As_much_goes_wrong_as_was_asked_for()
    {
        var season = Leagues.Full;

        var games = FaultScript.Draw(1, season, Rates("bigdataball:missing:0.2")).Faults;
        ((double)games.Count / season.Games.Count).ShouldBe(0.2, 0.04);
        games.ToDictionary(fault => fault.Game!.Value, fault => fault.Date!.Value).ShouldBeSubsetOf(season.Games.ToDictionary(game => game.Scheduled.Id, game => game.Scheduled.Date));
        FaultScript.Draw(1, season, Rates("nba_scoreboard:html:1")).Faults.Count.ShouldBe(season.ByDate.Count);
        FaultScript.Draw(1, season, Rates("league:late-scratch:1")).Faults.Count.ShouldBe(season.Games.Sum(game => game.Box.Players.Count(line => line.Seconds > 0)));
        FaultScript.Draw(1, season, Rates("*:500:0")).Faults.ShouldBeEmpty();
    }

    [Fact]
    public void Whatever_ends_ends_after_it_began_and_some_last_past_their_day()
    {
        var faults = FaultScript.Draw(2, Leagues.Full, Rates("*:500:0.2", "*:late:0.2")).Faults;

        faults.ShouldAllBe(fault => fault.Until == null || fault.Until > fault.From);
        faults.ShouldAllBe(fault => fault.Until != null || fault.Requests >= 1);
        faults.ShouldContain(fault => fault.Until != null && fault.Until.Value > fault.Date!.Value.AddDays(2).At(0));
        faults.ShouldContain(fault => fault.Until != null && fault.Until.Value < fault.Date!.Value.AddDays(1).At(0));
    }

    [Fact]
    public void A_script_is_readable_a_line_for_each_fault() =>
        new FaultScript(
            new Fault(FaultKind.ServerError, "bigdataball") { Date = new(2025, 12, 2), From = new(2025, 12, 2, 21, 0, 0, TimeSpan.Zero), Until = new(2025, 12, 3, 4, 30, 0, TimeSpan.Zero), Requests = 2 },
            new Fault(FaultKind.Postponed, Feeds.League) { Game = NbaProps.Domain.GameId.Parse("0022500007"), From = new(2025, 12, 2, 21, 0, 0, TimeSpan.Zero) })
            .ToString().ShouldBe(
                "2025-12-02 bigdataball 500 from 2025-12-02T21:00Z until 2025-12-03T04:30Z (2 requests)\n"
                + "any-date league postponed 0022500007 from 2025-12-02T21:00Z for ever\n");

    private static FaultRates Rates(params string[] texts)
    {
        FaultRates.Read(texts, out var rates).ShouldBeNull();
        return rates!;
    }
}
