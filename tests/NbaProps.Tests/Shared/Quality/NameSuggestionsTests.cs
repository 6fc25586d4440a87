using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.Domain.Text;
using NbaProps.Shared.Manifest.Reference;
using NbaProps.Shared.Quality;
using NbaProps.Shared.Quality.Aliases;
using NbaProps.Shared.Quality.Review;

using static NbaProps.Tests.Support.NameExamples;

namespace NbaProps.Tests.Shared.Quality;

/// <summary>Whom a person is shown for a name that resolves to nobody, in games of Boston and New York.</summary>
public sealed class NameSuggestionsTests
{
    [Fact]
    public void All_who_bear_the_name_are_there_and_nobody_else() =>
        For("Same Name", Seen(1, "Same Name", "BOS"), Seen(2, "Same Name", "NYK"), Seen(3, "Same Name", "OKC"), Seen(4, "Same Name", "MEM"), Seen(5, "Sam Name", "BOS"))
            .ShouldBe(["1 bears the name", "2 bears the name", "3 bears the name", "4 bears the name"]);

    [Fact]
    public void Players_of_the_game_come_first_then_the_nearest_and_three_are_enough() =>
        For("Jay Tatum", Seen(1, "Jayy Tatum", "OKC"), Seen(2, "Jason Tatum", "MEM"), Seen(3, "Jayson Tatum", "BOS"), Seen(4, "Jo Tatum", "NYK"), Seen(5, "Jayce Tatum", "CHI"))
            .ShouldBe(["4 has the last name and is of the game", "3 has the last name and is of the game", "1 has the last name and the initial"]);

    [Fact]
    public void A_last_name_alone_is_looked_for_in_the_game_only() =>
        For("Jackson", Seen(1, "Isaiah Jackson", "BOS"), Seen(2, "Jaren Jackson Jr.", "MEM")).ShouldBe(["1 has the last name and is of the game"]);

    [Fact]
    public void A_slip_of_two_letters_is_seen_and_one_of_three_is_not() =>
        For("Luka Dancik", Seen(1, "Luka Dončić", "DAL"), Seen(2, "Luke Doncic", "BOS")).ShouldBe(["1 is written nearly so"]);

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("a", "A", 1)]
    public void The_distance_is_the_least_number_of_edits(string left, string right, int distance) =>
        (EditDistance.Of(left, right), EditDistance.Of(right, left)).ShouldBe((distance, distance));

    private static string[] For(string name, params PlayersRegistryRow[] rows) =>
        [.. NameSuggestions.For(NameKey.From(name), [TeamTricode.Parse("BOS"), TeamTricode.Parse("NYK")], PlayerNameResolver.From(rows, NameAliases.None)).Select(one => $"{one.Player.PlayerId} {one.Why}")];
}
