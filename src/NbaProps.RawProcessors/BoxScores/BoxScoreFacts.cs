using System.Globalization;

using NbaProps.Domain;
using NbaProps.Domain.BoxScores;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.BoxScores;

/// <summary>Facts that every box score of the league has, whatever its form.</summary>
internal static class BoxScoreFacts
{
    /// <summary>A game id.</summary>
    public static GameId Game(PayloadNode id) => id.Value<GameId>(GameId.TryParse, "a game id of ten digits");

    /// <summary>A person id.</summary>
    public static PlayerKey Player(PayloadNode id) =>
        id.WholeOrNull() is { } key and > 0 ? new PlayerKey(key) : throw id.Refused("the league's person id, a whole number above zero");

    /// <summary>The key of a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="node">Where it stands.</param>
    public static NameKey Name(string name, PayloadNode node) =>
        NameKey.TryFrom(name, out var key) ? key : throw node.Refused("a name with a letter in it");

    /// <summary>Seconds of a playing time, at most so many minutes.</summary>
    public static int Seconds(PayloadNode time, BoxCountLimits limits)
    {
        var accepted = string.Create(CultureInfo.InvariantCulture, $"a playing time such as 30:19 or PT30M19.00S, up to {limits.Minutes} minutes");
        var minutes = time.Value<Minutes>(Minutes.TryParse, accepted);
        return minutes.Seconds <= limits.Minutes * 60 ? minutes.Seconds : throw time.Refused(accepted);
    }

    /// <summary>The team of a tricode; null when it is none of the thirty.</summary>
    /// <param name="tricode">The league's letters.</param>
    /// <param name="id">The league's number, which must be the same team's.</param>
    /// <exception cref="PermanentException">Letters and number are two teams'.</exception>
    public static TeamTricode? Team(PayloadNode tricode, PayloadNode id)
    {
        if (!TeamTricode.TryParse(tricode.Text(), out var team))
        {
            return null;
        }

        return TeamSpellings.FromNbaId(id.Whole()) == team
            ? team
            : throw id.Refused(string.Create(CultureInfo.InvariantCulture, $"{TeamSpellings.NbaId(team)}, the number of {team}"));
    }

    /// <summary>Why a game has no lines: one of its teams is not among the thirty.</summary>
    public static string NotOurs(GameId game, string team) => $"game {game}: {team} is none of the thirty teams";

    /// <summary>Why a player has no line, as the league's log lists none of him.</summary>
    /// <param name="name">His name.</param>
    /// <param name="team">His team.</param>
    /// <param name="reason">The reason as sent; null or empty when none is.</param>
    public static string DidNotPlay(string name, TeamTricode team, string? reason) =>
        $"did not play: {name} ({team}): {(string.IsNullOrWhiteSpace(reason) ? "no reason given" : reason)}";

    /// <summary>Adds a player's line.</summary>
    /// <exception cref="PermanentException">He has one already.</exception>
    public static void Add(this SortedDictionary<(GameId Game, PlayerKey Player), PlayerBoxScoreLine> lines, PlayerBoxScoreLine line, PayloadNode place)
    {
        if (!lines.TryAdd((line.GameId, line.PlayerId), line))
        {
            throw place.Refused($"one line of {line.PlayerName} in game {line.GameId}, not two");
        }
    }
}
