using NbaProps.Domain.Players;
using NbaProps.Shared.Pipeline;
using NbaProps.Simulator.Health;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Raw;

/// <summary>
/// Whom last names of inactive players are taken for. Rules: among those whose newest appearance was for the team and who are in no table of the game; another suffix is another person; of
/// several, who has the suffix, then who is on the date's injury reports; two names that lead to one player tell nothing.
/// </summary>
internal static class InactiveNames
{
    /// <summary>The inactive players of a game in the order of the book.</summary>
    public static IReadOnlyList<(Side Side, Absence Absence, TableName Name)> Of(SimulatedGame game, DayTruth day)
    {
        var listed = new[] { Side.Away, Side.Home }.SelectMany(side => game.Box.Of(side).Select(line => line.Player).Concat(game.AbsencesOf(side).Where(absence => absence.IsLateScratch).Select(absence => absence.Player)))
            .ToHashSet();
        var named = (from side in new[] { Side.Away, Side.Home }
                     from absence in game.AbsencesOf(side)
                     where !absence.Plays && !absence.IsLateScratch
                     select (Side: side, Absence: absence, Taken: Taken(absence.Player, game, side, listed, day))).ToArray();
        var twice = named.Where(each => each.Taken.Player is not null).GroupBy(each => each.Taken.Player).Where(same => same.Count() > 1).Select(same => same.Key!).ToHashSet();
        return [.. named.Select(each => (each.Side, each.Absence, Name(each.Absence.Player, each.Taken, twice)))];
    }

    private static TableName Name(SimulatedPlayer truth, (SimulatedPlayer? Player, string? Method, double? Confidence) taken, IReadOnlySet<SimulatedPlayer> twice) => taken switch
    {
        { Player: { } player, Method: { } method } when !twice.Contains(player) => TableName.Resolved(truth, method, taken.Confidence!.Value),
        { Player: null, Confidence: null } => new(Written(truth), null, "not_found", null, null),
        _ => new(Written(truth), null, "ambiguous", 0.6, null),
    };

    private static (SimulatedPlayer? Player, string? Method, double? Confidence) Taken(SimulatedPlayer written, SimulatedGame game, Side side, HashSet<SimulatedPlayer> listed, DayTruth day)
    {
        var team = game.Plan.Of(side).Team;
        var all = day.Seen.Values.Where(latest => latest.Team == team && !listed.Contains(latest.Player)).Select(latest => latest.Player)
            .Where(player => Written(player) == Written(written) && (player.Suffix is null || written.Suffix is null || player.Suffix == written.Suffix)).ToArray();
        if (all.Length <= 1)
        {
            return all is [var only] ? (only, "roster", 1.0) : (null, null, null);
        }

        var same = written.Suffix is null ? [] : all.Where(player => player.Suffix == written.Suffix).ToArray();
        if (same is [var one])
        {
            return (one, "suffix", 0.95);
        }

        var reported = InjuryReportTruth.Listed(day, Moment.CutOff).Where(listed => listed.Team.Team == team).Select(listed => listed.Player.Absence.Player).ToHashSet();
        return (same.Length > 1 ? same : all).Where(reported.Contains).ToArray() is [var hurt] ? (hurt, "injury_list", 0.95) : (null, null, 0.6);
    }

    private static NameKey Written(SimulatedPlayer player) => NameKey.From(player.FamilyName);
}
