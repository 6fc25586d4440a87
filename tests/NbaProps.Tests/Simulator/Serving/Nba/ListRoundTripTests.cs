using NbaProps.Shared.Manifest.Raw;
using NbaProps.Simulator.Running;
using NbaProps.Simulator.Serving;

namespace NbaProps.Tests.Simulator.Serving.Nba;

/// <summary>Players, transactions and officials, read back, are the league's.</summary>
public sealed class ListRoundTripTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_list_of_players_is_everybody_with_his_team_and_name_with_its_marks(long seed)
    {
        await using var served = await Served.Of(Leagues.Pocket(seed));
        await PlayersAgree(served);
    }

    [Fact]
    public async Task The_list_of_the_full_league_follows_trades()
    {
        await using var served = await Served.Of(Leagues.Full);
        await PlayersAgree(served);
        var move = served.Season.Moves[0];
        var before = (await Player()).Team;
        served.MoveTo(move.Date.At(4));
        var earlier = (await Player()).Team;

        (earlier, before).ShouldBe((move.From, served.Season.Moves.Last(other => other.Player == move.Player).To));

        async Task<NbacPlayerListCurrentRow> Player() => (await served.Rows<NbacPlayerListCurrentRow>("nba_player_list", NbaAddresses.Players)).Single(row => row.PlayerId == move.Player.Id);
    }

    [Fact]
    public async Task Transactions_are_the_trades_of_the_season_and_the_signings_before_it()
    {
        await using var served = await Served.Of(Leagues.Full);
        var reading = await served.Read("nba_player_movement", NbaAddresses.Movement);
        var rows = reading.Rows.Cast<NbacPlayerMovementRow>().ToArray();

        reading.LeftOut.ShouldBeEmpty();
        rows.Where(row => row.TransactionType == "Trade").Select(row => $"{row.TransactionDate} {row.PlayerId} {row.Team}").Order()
            .ShouldBe(served.Season.Moves.Select(move => $"{move.Date} {move.Player.Id} {move.To}").Order());
        rows.Where(row => row.TransactionType == "Trade").GroupBy(row => row.TransactionGroup).ShouldAllBe(trade => trade.Count() == 2);
        rows.Where(row => row.TransactionType == "Signing" && row.TransactionDate.Year == 2025).Select(row => $"{row.PlayerId} {row.Team}").Order()
            .ShouldBe(served.Season.League.Rosters.SelectMany(roster => roster.Value.Select(player => $"{player.Id} {roster.Key}")).Order());

        var last = served.Season.Moves[^1].Date;
        served.MoveTo(last.At(4));
        (await served.Rows<NbacPlayerMovementRow>("nba_player_movement", NbaAddresses.Movement)).ShouldNotContain(row => row.TransactionDate == last);
    }

    [Fact]
    public async Task Each_game_has_three_officials_and_nobody_is_at_two_places_on_a_date()
    {
        await using var served = await Served.Of(Leagues.Full);
        foreach (var date in served.Season.ByDate.Keys.Order().Where((_, place) => place % 9 == 0))
        {
            var reading = await served.Read("nba_referees", NbaAddresses.Officials(date));
            reading.LeftOut.ShouldBeEmpty();
            var crews = reading.Rows.OfType<NbacRefereeGameAssignmentRow>().ToArray();
            var replay = reading.Rows.OfType<NbacRefereeReplayCenterRow>().ToArray();
            crews.Select(row => $"{row.GameDate} {row.GameId} {row.HomeTeam} {row.AwayTeam} {row.OfficialPosition} {row.OfficialCode} {row.OfficialName}").ShouldBe(
                served.Season.ByDate[date].SelectMany(game => Crews.Of(served.Season, game).Select((official, place) =>
                    $"{date} {game.Scheduled.Id} {game.Scheduled.Home} {game.Scheduled.Away} {place + 1} {official.Code} {official.Name}")));
            replay.Length.ShouldBe(3);
            crews.Select(row => row.OfficialCode).Concat(replay.Select(row => row.OfficialCode)).ShouldBeUnique();
        }
    }

    [Fact]
    public void Seventy_referees_share_no_name_and_no_number()
    {
        var all = Crews.All(Leagues.Full.League);

        all.Count.ShouldBe(70);
        all.Select(official => official.Name).ShouldBeUnique();
        all.Select(official => official.Jersey).ShouldBeUnique();
        all.Select(official => official.Code).Intersect(Leagues.Full.League.Players.Keys.Select(player => player.Id)).ShouldBeEmpty();
        Crews.All(Leagues.Pocket(2).League).Select(official => official.Name).ShouldNotBe(all.Select(official => official.Name));
    }

    private static async Task PlayersAgree(Served served)
    {
        var moment = new LeagueMoment(served.Season, served.Now());
        var reading = await served.Read("nba_player_list", NbaAddresses.Players);
        reading.LeftOut.ShouldBeEmpty();
        reading.Rows.Cast<NbacPlayerListCurrentRow>().Select(row =>
            $"{row.PlayerId} {row.PlayerName} {row.NameKey} {row.Team} {row.JerseyNumber} {row.HeightInches} {row.WeightPounds} {row.College} {row.Country} {row.DraftRound} {row.DraftNumber} {row.FromYear} {row.OnRoster}").Order()
            .ShouldBe(served.Season.League.Size.Teams.SelectMany(team => moment.RosterOf(team).Select(player =>
                $"{player.Id} {player.FullName} {player.NameKey} {team} {player.Jersey} {player.HeightInches} {player.WeightPounds} {player.College} {player.Country} {player.Draft?.Round} {player.Draft?.Number} {player.FromYear} True")).Order());
    }
}
