using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Manifest.Reference;
using NbaProps.Shared.Quality;
using NbaProps.Shared.Quality.Aliases;

namespace NbaProps.Tests.RawProcessors;

public sealed class PlayerNameResolverTests
{
    private static readonly GameDate Day = new(2022, 12, 1);

    [Fact]
    public void A_player_of_either_team_is_found_by_his_name() =>
        Resolve("Luka Dončić", Seen(1, "Luka Doncic", "DAL", 0)).ShouldBe((1, NameResolutionMethod.TeamOfTheGame));

    [Fact]
    public void An_alias_leads_to_the_leagues_name_and_back() =>
        (Resolve("Nicolas Claxton", Seen(2, "Nic Claxton", "DAL", 0)), Resolve("Enes Freedom", Seen(3, "Enes Kanter", "NYK", 0)))
            .ShouldBe(((2, NameResolutionMethod.TeamOfTheGame), (3, NameResolutionMethod.TeamOfTheGame)));

    [Fact]
    public void The_newest_team_of_a_player_counts() =>
        Resolve("Jalen Brunson", Seen(4, "Jalen Brunson", "DAL", -200), Seen(4, "Jalen Brunson", "NYK", -1), Seen(5, "Jalen Brunson", "UTA", -1))
            .ShouldBe((4, NameResolutionMethod.TeamOfTheGame));

    [Fact]
    public void Somebody_new_to_the_team_is_found_where_the_league_has_one_of_the_name() =>
        Resolve("Kemba Walker", Seen(6, "Kemba Walker", "BOS", -300)).ShouldBe((6, NameResolutionMethod.WholeLeague));

    [Fact]
    public void Two_of_a_name_in_one_game_are_nobody() =>
        Resolve("Jaylin Williams", Seen(7, "Jaylin Williams", "DAL", 0), Seen(8, "Jaylin Williams", "NYK", 0)).ShouldBe((null, NameResolutionMethod.Ambiguous));

    [Fact]
    public void Two_of_a_name_elsewhere_are_nobody() =>
        Resolve("Jaylin Williams", Seen(7, "Jaylin Williams", "OKC", 0), Seen(8, "Jaylin Williams", "MEM", 0)).ShouldBe((null, NameResolutionMethod.Ambiguous));

    [Fact]
    public void A_name_that_only_looks_like_somebodys_is_nobodys() =>
        Resolve("Luka Doncicc", Seen(1, "Luka Doncic", "DAL", 0)).ShouldBe((null, NameResolutionMethod.Unknown));

    [Fact]
    public void The_order_of_rows_does_not_matter()
    {
        PlayersRegistryRow[] rows = [Seen(4, "Jalen Brunson", "DAL", -200), Seen(4, "Jalen Brunson", "NYK", -1), Seen(9, "Moritz Wagner", "NYK", -3)];
        foreach (var name in new[] { "Jalen Brunson", "Moe Wagner" })
        {
            Resolve(name, rows).ShouldBe(Resolve(name, [.. rows.Reverse()]));
        }
    }

    private static (long? Player, NameResolutionMethod Method) Resolve(string name, params PlayersRegistryRow[] rows)
    {
        var answer = PlayerNameResolver.From(rows, NameAliases.None).Resolve("test", NameKey.From(name), TeamTricode.Parse("DAL"), TeamTricode.Parse("NYK"));
        return (answer.Player?.PlayerId.Id, answer.Method);
    }

    private static PlayersRegistryRow Seen(int id, string name, string team, int days) => new()
    {
        GameDate = Day.AddDays(days),
        PlayerId = new PlayerKey(id),
        Team = TeamTricode.Parse(team),
        PlayerName = name,
        NameKey = NameKey.From(name),
        Source = "test",
        AsOf = Day.At(30),
    };
}
