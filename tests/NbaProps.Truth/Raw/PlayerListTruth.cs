using System.Globalization;

using NbaProps.Domain.Calendar;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Running;
using NbaProps.Simulator.Serving.Nba;
using NbaProps.Truth.Comparing;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Raw;

/// <summary>Everybody of the league with his team of the morning.</summary>
internal sealed class PlayerListTruth : TableTruth<NbacPlayerListCurrentRow>
{
    protected override IEnumerable<NbacPlayerListCurrentRow> Rows(DayTruth day)
    {
        var (season, league) = (day.Season.Season, day.Season.Season.League);
        return
            from roster in league.Rosters
            from player in roster.Value
            select new NbacPlayerListCurrentRow
            {
                GameDate = day.Date,
                PlayerId = player.Id,
                PlayerName = player.FullName,
                NameKey = player.NameKey,
                PlayerSlug = PlayerFields.Slug(player),
                Team = TeamOf(season, player, day.Date) ?? roster.Key,
                Season = league.Season,
                OnRoster = true,
                JerseyNumber = player.Jersey.ToString(CultureInfo.InvariantCulture),
                Position = player.Position.ToString()[..1],
                HeightInches = player.HeightInches,
                WeightPounds = player.WeightPounds,
                College = player.College,
                Country = player.Country,
                DraftYear = player.Draft is null ? null : player.FromYear,
                DraftRound = player.Draft?.Round,
                DraftNumber = player.Draft?.Number,
                FromYear = player.FromYear,
                ToYear = league.Season.StartYear,
                Source = "nba_player_list",
                AsOf = day.At(Moment.Context),
            };
    }

    // A trade of a date is known on its morning.
    private static Domain.Teams.TeamTricode? TeamOf(SimulatedSeason season, SimulatedPlayer player, GameDate date) =>
        season.Moves.LastOrDefault(move => ReferenceEquals(move.Player, player) && move.Date <= date)?.To;
}
