using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Manifest.Reference;
using NbaProps.Shared.Quality.Aliases;

namespace NbaProps.Tests.Support;

/// <summary>Who was seen, whose name is not known, and what an operator says of it, around the evening of <see cref="GameRows"/>.</summary>
internal static class NameExamples
{
    public static PlayersRegistryRow Seen(int id, string name, string team, int daysBack = 2) => new()
    {
        GameDate = GameRows.Day.AddDays(-daysBack), PlayerId = new PlayerKey(id), Team = TeamTricode.Parse(team), PlayerName = name, NameKey = NameKey.From(name), Source = "test",
        AsOf = GameRows.Day.At(0),
    };

    public static UnresolvedPlayerNameRow Unresolved(string name, string source = "odds_api", int daysBack = 0, string reason = "unknown", int times = 2, string home = "BOS", string away = "NYK") => new()
    {
        GameDate = GameRows.Day.AddDays(-daysBack), NameSource = source, NameKey = NameKey.From(name), GameId = daysBack == 0 ? GameRows.Game : GameRows.GameBefore(daysBack),
        PlayerName = name, HomeTeam = TeamTricode.Parse(home), AwayTeam = TeamTricode.Parse(away), Reason = reason, Occurrences = times, Source = "test", AsOf = GameRows.Day.At(10),
    };

    public static NameAlias Alias(string name, int player, string? source = null, GameDate? from = null) => new()
    {
        Name = NameKey.From(name), Source = source, PlayerId = new PlayerKey(player), From = from ?? GameRows.Day.AddDays(-30), PlayerName = $"Player {player}",
        GivenAt = DateTimeOffset.UnixEpoch,
    };

    public static NameAliases Aliases(params NameAlias[] aliases) => new(aliases);
}
