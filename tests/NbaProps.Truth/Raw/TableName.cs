using NbaProps.Domain.Players;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Play;
using NbaProps.Tests.Simulator.Serving.Nba;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Raw;

/// <summary>Whom a name of a gamebook is taken for. Who is taken for anybody is taken for the right one: that is what the truth knows and the pipeline cannot.</summary>
/// <param name="Key">The key the row stands under.</param>
/// <param name="Player">Who; null while he is not told.</param>
/// <param name="Status">resolved, ambiguous or not_found.</param>
/// <param name="Confidence">1, 0.95, 0.6 or null.</param>
/// <param name="Method">What tells; null when nothing does.</param>
internal sealed record TableName(NameKey Key, SimulatedPlayer? Player, string Status, double? Confidence, string? Method)
{
    /// <summary>Somebody of the table with his line: who is in the box score is known by it.</summary>
    public static TableName Of(PlayerCounts line, DayTruth day) =>
        BoxTruth.Players(day.Games.First(game => game.Box.Players.Contains(line))).Contains(line) ? Resolved(line.Player, "box_score") : Of(line.Player, day);

    /// <summary>Somebody of the table without a line: known from his first appearance on an earlier date on.</summary>
    public static TableName Of(SimulatedPlayer player, DayTruth day) =>
        day.Seen.ContainsKey(player.Id) ? Resolved(player, "full_name") : new(player.NameKey, null, "not_found", null, null);

    public static TableName Resolved(SimulatedPlayer player, string method, double confidence = 1) => new(player.NameKey, player, "resolved", confidence, method);
}
