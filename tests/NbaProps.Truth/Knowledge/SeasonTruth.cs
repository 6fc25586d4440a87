using System.Collections.Frozen;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.Books;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;
using NbaProps.Tests.Simulator.Serving.Nba;

namespace NbaProps.Truth.Knowledge;

/// <summary>A season that was played, and what of it was walked.</summary>
internal sealed class SeasonTruth
{
    private readonly FrozenDictionary<PlayerKey, PlayerGame[]> _players;
    private readonly FrozenDictionary<TeamTricode, TeamGame[]> _teams;

    /// <param name="season">What happened.</param>
    /// <param name="walked">The dates that the pipeline walked, from the season's first on.</param>
    /// <param name="withPlays">Whether a source of play-by-play was switched on.</param>
    public SeasonTruth(SimulatedSeason season, GameDateRange walked, bool withPlays)
    {
        (Season, Walked, WithPlays) = (season, walked, withPlays);
        Props = new PropBoard(season);
        Lines = new GameBoard(season);
        var latest = season.Games.Reverse().ToArray();
        _players = latest.SelectMany(BoxTruth.Players, (game, line) => new PlayerGame(game, line)).GroupBy(line => line.Player.Id).ToFrozenDictionary(group => group.Key, group => group.ToArray());
        _teams = latest.SelectMany(_ => BoxTruth.Sides, (game, side) => new TeamGame(game, side)).GroupBy(team => team.Team).ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }

    public SimulatedSeason Season { get; }

    public GameDateRange Walked { get; }

    public bool WithPlays { get; }

    /// <summary>Books' lines on players.</summary>
    public PropBoard Props { get; }

    /// <summary>Books' lines on games.</summary>
    public GameBoard Lines { get; }

    /// <summary>Everyone who is ever on court.</summary>
    public IEnumerable<PlayerKey> Players => _players.Keys;

    /// <summary>A player's lines of games before a date, the newest first; also those of rounded zero minutes.</summary>
    public IEnumerable<PlayerGame> Before(GameDate date, PlayerKey player) => _players.TryGetValue(player, out var games) ? games.SkipWhile(game => game.Date >= date) : [];

    /// <summary>A team's games before a date, the newest first.</summary>
    public IEnumerable<TeamGame> Before(GameDate date, TeamTricode team) => _teams.TryGetValue(team, out var games) ? games.SkipWhile(game => game.Date >= date) : [];

    /// <summary>A team's part in a game.</summary>
    public TeamGame Of(SimulatedGame game, Side side) => _teams[game.Plan.Of(side).Team].First(part => ReferenceEquals(part.Game, game));
}
