using FsCheck.Fluent;

using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Manifest.Reference;
using NbaProps.Shared.Quality;
using NbaProps.Shared.Quality.Aliases;
using NbaProps.Tests.Domain;
using NbaProps.Tests.Support;

using static NbaProps.Tests.Support.NameExamples;

namespace NbaProps.Tests.RawProcessors;

/// <summary>Names with an operator's alias, in a game of Dallas and New York.</summary>
public sealed class AliasResolutionTests
{
    private static readonly TeamTricode[] Teams = [.. TeamTricode.All.Take(4)];

    [Fact]
    public void An_alias_names_the_player_whatever_team_he_was_last_seen_with() =>
        (Resolve(Aliases(Alias("Loo Dort", 1)), "Loo Dort", Seen(1, "Luguentz Dort", "DAL")), Resolve(Aliases(Alias("Loo Dort", 1)), "Loo Dort", Seen(1, "Luguentz Dort", "OKC")))
            .ShouldBe(((1, NameResolutionMethod.Alias), (1, NameResolutionMethod.Alias)));

    [Fact]
    public void An_alias_of_one_source_is_none_of_another()
    {
        var aliases = Aliases(Alias("Loo Dort", 1, "odds_api"));

        Resolve(aliases, "Loo Dort", Seen(1, "Luguentz Dort", "DAL")).Player.ShouldBe(1);
        Resolve(aliases, "Loo Dort", "espn", Seen(1, "Luguentz Dort", "DAL")).ShouldBe((null, NameResolutionMethod.Unknown));
    }

    [Fact]
    public void Of_two_of_a_name_in_one_game_the_alias_tells_which() =>
        Resolve(Aliases(Alias("Same Name", 2)), "Same Name", Seen(1, "Same Name", "DAL"), Seen(2, "Same Name", "NYK")).ShouldBe((2, NameResolutionMethod.Alias));

    [Fact]
    public void Of_two_of_a_name_elsewhere_too() =>
        Resolve(Aliases(Alias("Same Name", 2)), "Same Name", Seen(1, "Same Name", "OKC"), Seen(2, "Same Name", "MEM")).ShouldBe((2, NameResolutionMethod.Alias));

    [Fact]
    public void It_wins_over_the_only_one_of_the_name_who_is_of_another_team() =>
        Resolve(Aliases(Alias("Same Name", 2)), "Same Name", Seen(1, "Same Name", "OKC"), Seen(2, "Other Man", "MEM")).ShouldBe((2, NameResolutionMethod.Alias));

    [Fact]
    public void Who_bears_the_name_keeps_the_games_of_his_own_team() =>
        Resolve(Aliases(Alias("Same Name", 2)), "Same Name", Seen(1, "Same Name", "DAL"), Seen(2, "Same Name", "MEM")).ShouldBe((1, NameResolutionMethod.TeamOfTheGame));

    [Fact]
    public void Who_has_not_appeared_before_is_not_known_and_nobody_else_is_taken_for_him() =>
        Resolve(Aliases(Alias("Same Name", 2)), "Same Name", Seen(1, "Same Name", "OKC")).ShouldBe((null, NameResolutionMethod.AliasOfUnseen));

    [Fact]
    public void Aliases_that_contradict_each_other_are_refused()
    {
        Should.Throw<ArgumentException>(() => Aliases(Alias("A", 1), Alias("A", 2, "espn"))).Message.ShouldContain("contradict");
        Should.Throw<ArgumentException>(() => Aliases(Alias("A", 1), Alias("A", 1)));
        Aliases(Alias("A", 1, "odds_api"), Alias("A", 2, "espn"), Alias("B", 2), Alias("B", 2, "espn")).All.Count.ShouldBe(4);
    }

    [Fact]
    public void For_a_date_and_some_sources_only_those_remain_that_concern_them_and_when_they_were_given_says_nothing()
    {
        var day = GameRows.Day;
        var aliases = Aliases(Alias("A", 1, from: day), Alias("B", 2, from: day.AddDays(1)), Alias("C", 3, "espn", day));

        aliases.For(day, ["odds_api"]).Content.ShouldBe("*/a=1");
        aliases.For(day.AddDays(1), ["espn"]).Content.ShouldBe("*/a=1;*/b=2;espn/c=3");
        aliases.For(day.AddDays(-1), NameSources.All).Content.ShouldBeEmpty();
        Aliases(Alias("A", 1) with { GivenAt = DateTimeOffset.MaxValue, PlayerName = "X" }).Content.ShouldBe(Aliases(Alias("A", 1)).Content);
    }

    /// <summary>Whoever is found is the alias's player or bears the name; other names are as they would be without; the order of anything is of no account.</summary>
    [Fact]
    public void An_alias_changes_the_name_that_it_is_of_and_no_other()
    {
        string[] names = ["Ann Odd", "Ben Even", "Carl Cook"];
        var seen = from id in Gen.Choose(1, 5) from name in Gen.Elements(names) from team in Gen.Elements(Teams) from days in Gen.Choose(1, 9) select Seen(id, name, team.Value, days);
        Property.ForAll(
            from rows in seen.ListOf(8).Select(rows => rows.DistinctBy(row => (row.GameDate, row.PlayerId, row.Team)).ToArray())
            from alias in Gen.Elements(names)
            from meant in Gen.Choose(1, 6)
            from source in Gen.Elements<string?>(null, "odds_api", "espn")
            select (rows, alias, meant, source),
            given =>
            {
                var aliases = Aliases(Alias(given.alias, given.meant, given.source));
                foreach (var name in names)
                {
                    var with = Resolution(aliases, name, "odds_api", given.rows);
                    var without = Resolution(NameAliases.None, name, "odds_api", given.rows);
                    if (name != given.alias || given.source == "espn")
                    {
                        with.ShouldBe(without);
                    }
                    else if (with != without)
                    {
                        (with.Player is null ? NameResolutionMethod.AliasOfUnseen : NameResolutionMethod.Alias).ShouldBe(with.Method);
                        (with.Player?.PlayerId.Id ?? given.meant).ShouldBe(given.meant);
                        (without.Method is NameResolutionMethod.TeamOfTheGame && with.Player is { } player && player.Team != Teams[0] && player.Team != Teams[1]).ShouldBeFalse();
                    }

                    Resolution(aliases, name, "odds_api", [.. Enumerable.Reverse(given.rows)]).ShouldBe(with);
                }
            });
    }

    private static (long? Player, NameResolutionMethod Method) Resolve(NameAliases aliases, string name, params PlayersRegistryRow[] rows) => Resolve(aliases, name, "odds_api", rows);

    private static (long? Player, NameResolutionMethod Method) Resolve(NameAliases aliases, string name, string source, params PlayersRegistryRow[] rows)
    {
        var answer = PlayerNameResolver.From(rows, aliases).Resolve(source, NameKey.From(name), GameRows.Dal, GameRows.Nyk);
        return (answer.Player?.PlayerId.Id, answer.Method);
    }

    private static NameResolution Resolution(NameAliases aliases, string name, string source, IReadOnlyList<PlayersRegistryRow> rows) =>
        PlayerNameResolver.From(rows, aliases).Resolve(source, NameKey.From(name), Teams[0], Teams[1]);
}
