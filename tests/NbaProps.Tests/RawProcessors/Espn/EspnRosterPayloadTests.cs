using NbaProps.RawProcessors.Espn;
using NbaProps.RawProcessors.Formats;

namespace NbaProps.Tests.RawProcessors.Espn;

/// <summary>No real payload is to be had: these are made by hand from the documented shape.</summary>
public sealed class EspnRosterPayloadTests
{
    [Fact]
    public void A_player_is_read_exactly()
    {
        var line = Read(Roster(Player())).Rows.Single();
        (line.Team.Value, line.EspnPlayerId, line.PlayerName, line.NameKey.Value).ShouldBe(("NYK", "3934672", "Jalen Brunson Jr.", "jalen brunson"));
        (line.JerseyNumber, line.Position, line.HeightInches, line.WeightPounds, line.InjuryStatus).ShouldBe(("11", "Point Guard", 74, 190, "Day-To-Day, Out"));
    }

    [Fact]
    public void What_is_not_stated_is_missing()
    {
        var line = Read(Roster("""{"id":"1","fullName":"A B","jersey":"","injuries":[]}""")).Rows.Single();
        (line.JerseyNumber, line.Position, line.HeightInches, line.WeightPounds, line.InjuryStatus).ShouldBe((null, null, null, null, null));
    }

    [Theory]
    [InlineData("\"abbreviation\":\"NY\"", "\"abbreviation\":\"NYK\"", "team.abbreviation is \"NYK\"; accepted is one of ATL, BKN")]
    [InlineData("\"id\":\"3934672\"", "\"id\":\"\"", "team.athletes[0].id is \"\"; accepted is an id of digits in a text")]
    [InlineData("\"fullName\":\"Jalen Brunson Jr.\"", "\"fullName\":\"-\"", "team.athletes[0].fullName is \"-\"; accepted is a name with a letter in it")]
    [InlineData("\"fullName\"", "\"name\"", "team.athletes[0] has no fullName")]
    [InlineData("\"height\":74.0", "\"height\":\"6-2\"", "team.athletes[0].height is \"6-2\"; accepted is a whole number from 48 to 108")]
    [InlineData("\"weight\":190.0", "\"weight\":19", "team.athletes[0].weight is 19; accepted is a whole number from 90 to 500")]
    [InlineData("\"status\":\"Out\"", "\"type\":\"Out\"", "team.athletes[0].injuries[1] has no status")]
    [InlineData("\"athletes\":[", "\"athletes\":3,\"others\":[", "team.athletes is 3; accepted is an array")]
    public void What_is_not_as_it_must_be_is_named_with_its_place(string what, string instead, string says)
    {
        var payload = Roster(Player());
        payload.ShouldContain(what);
        Parsing.Refusal("espn", payload.Replace(what, instead, StringComparison.Ordinal)).ShouldContain(says);
    }

    [Fact]
    public void A_player_who_is_listed_twice_is_refused() => Parsing.Refusal("espn", Roster(Player(), Player())).ShouldContain("player 3934672 is listed twice");

    [Fact]
    public void Whatever_is_damaged_is_read_by_the_rules_or_refused() => Damage.ShouldBeReadOrRefused("espn", Roster(Player())).ShouldBeGreaterThan(200);

    private static Reading<EspnRosterLine> Read(string payload) => Parsing.Read<EspnRosterLine>("espn", "roster", payload);

    private static string Roster(params string[] players) => "{\"team\":{\"id\":\"18\",\"abbreviation\":\"NY\",\"displayName\":\"New York Knicks\",\"athletes\":[" + string.Join(',', players) + "]}}";

    private static string Player() => """
        {"id":"3934672","fullName":"Jalen Brunson Jr.","jersey":"11","position":{"displayName":"Point Guard"},"height":74.0,"weight":190.0,
         "injuries":[{"status":"Day-To-Day"},{"status":"Out"}]}
        """;
}
