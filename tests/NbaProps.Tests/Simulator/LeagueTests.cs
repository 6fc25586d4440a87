using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.Books;
using NbaProps.Simulator.League;

namespace NbaProps.Tests.Simulator;

/// <summary>Who there is in a league that never existed.</summary>
public sealed class LeagueTests
{
    [Fact]
    public void There_are_thirty_teams_of_fifteen_and_no_name_or_id_twice()
    {
        var league = Leagues.Create(1, LeagueSize.Full);

        league.Rosters.Keys.Order().ShouldBe(TeamTricode.All);
        league.Rosters.Values.ShouldAllBe(roster => roster.Count == 15);
        league.Players.Count.ShouldBe(450);
        league.Players.Values.Select(player => player.NameKey).Distinct().Count().ShouldBe(450);
    }

    [Fact]
    public void Each_roster_has_every_position_and_every_shirt_once() => Leagues.Create(2, LeagueSize.Full).Rosters.Values.ShouldAllBe(roster =>
        roster.Select(player => player.Position).Distinct().Count() == 3 && roster.Select(player => player.Jersey).Distinct().Count() == roster.Count);

    [Fact]
    public void Names_have_what_real_ones_are_folded_by()
    {
        var names = Leagues.Create(1, LeagueSize.Full).Players.Values.ToArray();

        names.ShouldContain(player => player.Suffix != null);
        names.ShouldContain(player => player.FamilyName.Any(letter => letter > 127));
        names.ShouldContain(player => player.FamilyName.Contains('\'') || player.FamilyName.Contains('-') || player.FamilyName.Contains(' '));
        names.GroupBy(player => player.FamilyName).ShouldContain(family => family.Count() > 1);
    }

    [Fact]
    public void A_book_that_types_plain_letters_means_the_same_person()
    {
        foreach (var family in NameLists.Family)
        {
            var plain = PlainLetters.Of(family);
            plain.ShouldAllBe(letter => letter < 128);
            NameKey.From("Abel " + plain).ShouldBe(NameKey.From("Abel " + family));
        }
    }

    [Fact]
    public void The_same_seed_makes_the_same_league_and_another_another()
    {
        string Names(long seed) => string.Join(';', Leagues.Create(seed, LeagueSize.Pocket).Rosters.OrderBy(roster => roster.Key).SelectMany(roster => roster.Value).Select(player => player.FullName));

        Names(5).ShouldBe(Names(5));
        Names(5).ShouldNotBe(Names(6));
    }

    [Fact]
    public void Clubs_are_called_otherwise_than_the_leagues_and_sources_know_them()
    {
        foreach (var team in TeamTricode.All)
        {
            TeamSpellings.SimulatedFullName(team).ShouldNotBe(TeamSpellings.FullName(team));
            TeamSpellings.TryResolve(TeamSource.NbaFullName, TeamSpellings.SimulatedFullName(team), out var byLeague).ShouldBeTrue();
            TeamSpellings.TryResolve(TeamSource.OddsApi, TeamSpellings.SimulatedFullName(team), out var byBooks).ShouldBeTrue();
            TeamSpellings.TryResolve(TeamSource.Nickname, TeamSpellings.SimulatedNickname(team), out var byNickname).ShouldBeTrue();
            new[] { byLeague, byBooks, byNickname }.ShouldAllBe(found => found == team);
        }
    }
}
