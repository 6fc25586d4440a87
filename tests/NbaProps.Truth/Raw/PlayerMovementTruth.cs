using System.Globalization;

using NbaProps.Domain;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Simulator.Running;
using NbaProps.Simulator.Serving.Nba;
using NbaProps.Truth.Comparing;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Raw;

/// <summary>The trades of a date: two moves each. Signings are of the summer, before the first date.</summary>
internal sealed class PlayerMovementTruth : TableTruth<NbacPlayerMovementRow>
{
    protected override IEnumerable<NbacPlayerMovementRow> Rows(DayTruth day) =>
        day.Season.Season.Moves.Select((move, place) => (Move: move, Trade: (place / 2) + 1)).Where(each => each.Move.Date == day.Date).Select(each => Row(each.Move, each.Trade, day));

    private static NbacPlayerMovementRow Row(Move move, int trade, DayTruth day)
    {
        var (from, to, season) = (move.From, move.To, day.Season.Season.League.Season);
        var group = string.Create(CultureInfo.InvariantCulture, $"Trade {season.StartYear}{trade:000}");
        var words = $"{TeamSpellings.SimulatedFullName(to)} received {PlayerFields.Word(move.Player.Position)} {move.Player.FullName} from {TeamSpellings.SimulatedFullName(from)}.";
        var (slug, sort) = (PlayerFields.Slug(move.Player), (int)TeamSpellings.NbaId(from));
        return new()
        {
            TransactionDate = day.Date,
            LineId = ContentHash.Of(day.Date.ToString(), "Trade", group, words, to.Value, move.Player.Id.ToString(), slug, sort.ToString(CultureInfo.InvariantCulture)),
            TransactionType = "Trade",
            TransactionGroup = group,
            Team = to,
            PlayerId = move.Player.Id,
            PlayerSlug = slug,
            Description = words,
            AdditionalSort = sort,
            Season = season,
            Source = "nba_player_movement",
            AsOf = day.At(Moment.Context),
        };
    }
}
