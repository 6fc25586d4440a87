using FsCheck;
using FsCheck.Fluent;

using NbaProps.Domain;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Quality;

using Property = NbaProps.Tests.Domain.Property;

namespace NbaProps.Tests.Shared.Quality;

public sealed class LastNameResolverTests
{
    private static readonly TeamTricode Memphis = TeamTricode.Parse("MEM");
    private static readonly TeamTricode Cleveland = TeamTricode.Parse("CLE");

    private static readonly RosterPlayer[] Roster =
    [
        Player(1, "Desmond Bane"), Player(2, "Jaren Jackson Jr."), Player(3, "GG Jackson"), Player(4, "Vince Williams Jr."), Player(5, "Ziaire Williams"),
        Player(6, "Luc Mbah a Moute"), Player(7, "Nickeil Alexander-Walker"), Player(8, "Marcus Morris Sr."), Player(9, "Nene"), Player(10, "Luka Dončić"),
        Player(11, "Jalen Bane", Cleveland), Player(12, "Ty Jerome", Cleveland), Player(13, "Kevin Porter"), Player(14, "Otto Porter"), Player(15, "Larry Nance III"),
    ];

    [Theory]
    [InlineData("Bane", 1)]
    [InlineData("Mbah a Moute", 6)]
    [InlineData("Moute", 6)]
    [InlineData("Alexander-Walker", 7)]
    [InlineData("Morris", 8)]
    [InlineData("Morris Sr.", 8)]
    [InlineData("Nene", 9)]
    [InlineData("Doncic", 10)]
    [InlineData("DONČIĆ", 10)]
    [InlineData("Nance", 15)]
    public void The_only_one_of_the_team_is_meant(string name, int player) => Answer(name).ShouldBe((player, "resolved", LastNameMethod.Roster, 1.0));

    [Theory]
    [InlineData("Jackson Jr.", 2)]
    [InlineData("Williams Jr.", 4)]
    [Trait("Incident", "O-01")]
    public void A_suffix_tells_two_apart(string name, int player) => Answer(name).ShouldBe((player, "resolved", LastNameMethod.Suffix, 0.95));

    [Theory]
    [InlineData("Williams", "Ziaire Williams", 5)]
    [InlineData("Williams", "Williams Jr., Vince", 4)]
    [InlineData("Jackson", "Gregory Jackson II", 3)]
    [InlineData("Porter", "Porter, Otto", 14)]
    public void An_injury_list_tells_two_apart(string name, string injured, int player) =>
        Answer(name, injured, "Desmond Bane").ShouldBe((player, "resolved", LastNameMethod.InjuryList, 0.95));

    [Fact]
    public void Two_whom_nothing_tells_apart_are_nobody() => Answer("Porter").ShouldBe((null, "ambiguous", LastNameMethod.Ambiguous, 0.6));

    [Fact]
    public void Two_who_are_both_injured_are_nobody() => Answer("Porter", "Kevin Porter", "Otto Porter").ShouldBe((null, "ambiguous", LastNameMethod.Ambiguous, 0.6));

    [Theory]
    [InlineData("Jerome")]
    [InlineData("Walker")]
    [InlineData("Ane")]
    [InlineData("Desmond")]
    [InlineData("Nance Jr.")]
    [InlineData("")]
    [InlineData("?")]
    public void Nobody_of_the_team_is_not_found(string name) => Answer(name).ShouldBe((null, "not_found", LastNameMethod.NotFound, null));

    [Fact]
    public void A_player_who_is_listed_under_two_names_is_one() =>
        LastNameResolver.Resolve("Jackson", Memphis, [Player(3, "GG Jackson"), Player(3, "Gregory Jackson II")], []).Player!.PlayerId.Id.ShouldBe(3);

    [Fact]
    public void The_answer_does_not_depend_on_the_order_of_the_roster() => Property.ForAll(
        from game in Games
        from other in Gen.Shuffle(game.Roster)
        select (game, other),
        one => Resolve(one.game, one.other).ShouldBe(Resolve(one.game, one.game.Roster)));

    [Fact]
    public void Nobody_of_another_team_and_nobody_of_another_name_is_ever_named() => Property.ForAll(Games, game =>
    {
        var answer = Resolve(game, game.Roster);
        (answer.Player is null).ShouldBe(answer.Status != "resolved");
        if (answer.Player is { } player)
        {
            player.Team.ShouldBe(game.Team);
            player.Name.Display.Split(' ')[1].ShouldBe(game.Name.Split(' ')[0]);
        }
    });

    [Fact]
    public void Players_of_other_teams_change_nothing() => Property.ForAll(
        Games, game => Resolve(game, [.. game.Roster.Where(player => player.Team == game.Team)]).ShouldBe(Resolve(game, game.Roster)));

    private static Gen<Game> Games { get; } =
        from team in Gen.Elements(Memphis, Cleveland)
        from name in Gen.Elements("Jackson", "Jackson Jr.", "Williams", "Williams II", "Bane")
        from roster in Gen.Elements(RosterNames()).Zip(Gen.Elements(Memphis, Cleveland)).Zip(Gen.Choose(1, 9)).Select(one => Player(one.Item2, one.Item1.Item1, one.Item1.Item2)).ListOf()
        from injured in Gen.Elements(RosterNames()).ListOf()
        select new Game(team, name, [.. roster], [.. injured.Select(NameKey.From)]);

    private static string[] RosterNames() =>
        ["Jaren Jackson Jr.", "GG Jackson", "Gregory Jackson II", "Vince Williams Jr.", "Ziaire Williams", "Mark Williams II", "Desmond Bane", "Jackson Rowe", "Trey Jackson-Davis"];

    private static LastNameResolution Resolve(Game game, RosterPlayer[] roster) => LastNameResolver.Resolve(game.Name, game.Team, roster, game.Injured);

    private static (long? Player, string Status, LastNameMethod Method, double? Confidence) Answer(string name, params string[] injured)
    {
        var answer = LastNameResolver.Resolve(name, Memphis, Roster, [.. injured.Select(NameKey.From)]);
        return (answer.Player?.PlayerId.Id, answer.Status, answer.Method, answer.Confidence);
    }

    private static RosterPlayer Player(int id, string name, TeamTricode? team = null) => new(new PlayerKey(id), PlayerName.Parse(name), team ?? Memphis);

    private sealed record Game(TeamTricode Team, string Name, RosterPlayer[] Roster, NameKey[] Injured);
}
