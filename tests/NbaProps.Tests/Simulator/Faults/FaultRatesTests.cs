using NbaProps.Simulator.Faults;

namespace NbaProps.Tests.Simulator.Faults;

/// <summary>How often what goes wrong, read from texts.</summary>
public sealed class FaultRatesTests
{
    [Fact]
    public void A_feeds_own_rate_stands_before_that_of_all_and_the_last_one_before_others()
    {
        var rates = Read("*:500:0.02", "nba_schedule:500:0.3", "nba_schedule:500:0.4", "nba_schedule:late:1");

        rates.Of("nba_schedule", FaultKind.ServerError).ShouldBe(0.4);
        rates.Of("bigdataball", FaultKind.ServerError).ShouldBe(0.02);
        rates.Of("nba_schedule", FaultKind.Late).ShouldBe(1);
        rates.Of("bigdataball", FaultKind.Late).ShouldBe(0);
        rates.AreNone.ShouldBeFalse();
        Read("*:500:0").AreNone.ShouldBeTrue();
    }

    [Fact]
    public void The_same_rates_are_the_same_text_in_whatever_order_they_are_given() =>
        Read("nba_schedule:late:0.10", "*:429:1").ToString().ShouldBe(Read("*:429:1.0", "nba_schedule:late:0.5", "nba_schedule:late:0.1").ToString());

    [Theory]
    [InlineData("late", "'late' is no fault: accepted is FEED:KIND:PROBABILITY such as odds_api_player_points:late:0.1 or *:500:0.02")]
    [InlineData("*:lat:0.1", "'lat' in '*:lat:0.1' is no kind of fault: accepted are late, missing, duplicated, truncated, reordered, 403, 404, 429, 500, slow, html, renamed-field, wrong-type, postponed, moved, late-scratch, misspelt-name, late-quote, placeholder-rows, stat-correction")]
    [InlineData("nba:postponed:0.1", "'nba' in 'nba:postponed:0.1' is no feed: accepted are *, league")]
    [InlineData("league:late-quote:0.1", "'league' in 'league:late-quote:0.1' is nothing that 'late-quote' can happen to: accepted are *, odds_api_player_points, bettingpros_points")]
    [InlineData("*:late:1.01", "'1.01' in '*:late:1.01' is no probability: accepted is a number from 0 to 1")]
    [InlineData("*:late:-0.1", "'-0.1' in '*:late:-0.1' is no probability: accepted is a number from 0 to 1")]
    [InlineData("*:late:NaN", "'NaN' in '*:late:NaN' is no probability: accepted is a number from 0 to 1")]
    public void A_wrong_one_gets_a_line_that_says_what_is_wrong_and_what_is_accepted(string text, string line) =>
        FaultRates.Read(["*:500:0.1", text], out _).ShouldBe(line);

    [Fact]
    public void Every_kind_has_a_word_of_its_own_that_is_read_as_it()
    {
        foreach (var kind in Enum.GetValues<FaultKind>())
        {
            FaultKinds.OfWord(kind.WordOf()).ShouldBe(kind);
        }
    }

    private static FaultRates Read(params string[] texts)
    {
        FaultRates.Read(texts, out var rates).ShouldBeNull();
        return rates!;
    }
}
