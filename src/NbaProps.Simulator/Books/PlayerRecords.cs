using System.Globalization;

using NbaProps.Domain;
using NbaProps.Simulator.Chance;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Books;

/// <summary>What books know of each player at a moment: the seasons before, and the games of this one that are over.</summary>
internal sealed class PlayerRecords
{
    // A career says what a player does in a season, but not exactly.
    private const double MinutesError = 0.07;
    private const double PerMinuteError = 0.06;

    private readonly Dictionary<PlayerKey, PlayerRecord> _careers = [];
    private readonly Dictionary<PlayerKey, List<(DateTimeOffset At, PlayerRecord Record)>> _season = [];

    public PlayerRecords(SimulatedSeason season)
    {
        foreach (var player in season.Games
            .SelectMany(game => game.Box.Players, (game, line) => (Game: game, Line: line))
            .Where(played => played.Line.Seconds > 0)
            .GroupBy(played => played.Line.Player.Id))
        {
            var record = _careers[player.Key] = Career(season.League.Seed, player.First().Line.Player, [.. player.Select(played => (played.Line.Seconds, played.Line.Points))]);
            var records = _season[player.Key] = [];
            foreach (var (game, line) in player)
            {
                records.Add((game.Ended, record = record.After(line)));
            }
        }
    }

    /// <summary>What is known at a moment; null of who never plays.</summary>
    public PlayerRecord? At(PlayerKey player, DateTimeOffset at)
    {
        if (!_careers.TryGetValue(player, out var known))
        {
            return null;
        }

        foreach (var (ended, record) in _season[player])
        {
            if (ended > at)
            {
                break;
            }

            known = record;
        }

        return known;
    }

    // The seasons before are not played: what this one will come to, with an error, stands for what they said.
    private static PlayerRecord Career(long seed, SimulatedPlayer player, IReadOnlyList<(int Seconds, int Points)> games)
    {
        var dice = Dice.For(seed, "career", player.Id.Id.ToString(CultureInfo.InvariantCulture));
        var minutes = games.Sum(game => game.Seconds) / 60.0;
        return new(minutes / games.Count * dice.Normal(1, MinutesError), games.Sum(game => game.Points) / minutes * dice.Normal(1, PerMinuteError));
    }
}
