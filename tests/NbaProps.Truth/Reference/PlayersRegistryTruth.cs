using NbaProps.Domain.Calendar;
using NbaProps.Shared.Manifest.Reference;
using NbaProps.Shared.Pipeline;
using NbaProps.Simulator.Play;
using NbaProps.Tests.Simulator.Serving.Nba;
using NbaProps.Truth.Comparing;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Reference;

/// <summary>Who appeared on a date, for whom.</summary>
internal sealed class PlayersRegistryTruth : TableTruth<PlayersRegistryRow>
{
    protected override IEnumerable<PlayersRegistryRow> Rows(DayTruth day) => day.Games.SelectMany(BoxTruth.Players, (game, line) => new PlayersRegistryRow
    {
        GameDate = day.Date,
        PlayerId = line.Player.Id,
        Team = game.Plan.Of(line.Side).Team,
        PlayerName = line.Player.FullName,
        NameKey = line.Player.NameKey,
        Source = "nba_players_registry",
        AsOf = day.At(Moment.NextMorning),
    });
}
