using NbaProps.Domain;
using NbaProps.Domain.Injuries;
using NbaProps.Simulator.Chance;
using NbaProps.Simulator.Health;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Running;

using Side = NbaProps.Simulator.Play.Side;

namespace NbaProps.Simulator.Books;

/// <summary>
/// What all books expect players to score: a player's seasons before and his games so far, who is said to be out, what is heard of the minutes that his coach
/// means for tonight, and what the opponent has allowed. Nobody knows skills, roles, who is hot, or who will be scratched.
/// </summary>
internal sealed class PointsExpected(SimulatedSeason season)
{
    private const double FewestMinutes = 25;
    private const double MostMinutes = 38.5;

    // Of five players at a time.
    private const double GameMinutes = 240;

    // Minutes of a team's missing players on a usual night: a player's record has been made beside others who were missing.
    private const double UsuallyOpen = 25;

    // Of the difference between what a coach means for tonight and what was to be expected of him: what is heard the evening before, and on the day.
    private const double HeardBefore = 0.2;
    private const double HeardOnTheDay = 0.4;

    private readonly PlayerRecords _records = new(season);
    private readonly OpponentRecords _opponents = new(season);

    /// <summary>Points of whom books list: who plays much, as far as is known who plays.</summary>
    /// <param name="game">The game.</param>
    /// <param name="side">Whose players.</param>
    /// <param name="moment">Which of <see cref="QuoteTimes.Of"/>.</param>
    public IEnumerable<(SimulatedPlayer Player, double Points)> Of(SimulatedGame game, Side side, int moment)
    {
        // At the opening, the evening before, that evening's games are not over.
        var at = QuoteTimes.Of(game.Scheduled)[moment];
        var absences = game.AbsencesOf(side).ToDictionary(absence => absence.Player.Id);
        var missing = absences.Values.Where(absence => IsOut(absence, moment)).Select(absence => absence.Player).ToArray();
        var open = missing.Sum(player => Minutes(player, at)) - UsuallyOpen;
        var plays = game.Plan.Of(side).Players.Select(plan => plan.Player).Concat(absences.Values.Where(absence => !absence.Plays).Select(absence => absence.Player))
            .Except(missing).OrderBy(player => player.Id).ToArray();
        var meant = Meant(game, side, plays, at);
        var against = _opponents.At(at).Against(game.Plan.Of(side == Side.Home ? Side.Away : Side.Home).Team, atHome: side == Side.Home);
        foreach (var player in plays)
        {
            var usual = Minutes(player, at) * (1 + (0.0022 * open));
            if (usual >= FewestMinutes && _records.At(player.Id, at) is { } record)
            {
                var minutes = usual + ((moment == 0 ? HeardBefore : HeardOnTheDay) * (meant[player.Id] - usual));
                var error = Dice.For(season.League.Seed, "belief", game.Scheduled.Id.ToString(), player.Id.ToString()).Normal(1, 0.03);
                yield return (player, Math.Min(minutes, MostMinutes) * record.PerMinute * (1 + (0.0011 * open)) * against * error);
            }
        }
    }

    // The coach's minutes as they would be if those played who are believed to: who is scratched late, or is to be named, shows in nobody's.
    private Dictionary<PlayerKey, double> Meant(SimulatedGame game, Side side, IReadOnlyList<SimulatedPlayer> plays, DateTimeOffset at)
    {
        var planned = game.Plan.Of(side).Players.ToDictionary(plan => plan.Player.Id, plan => plan.Minutes);
        var unplanned = plays.Where(player => !planned.ContainsKey(player.Id)).ToDictionary(player => player.Id, player => Minutes(player, at));
        var share = (GameMinutes - unplanned.Values.Sum()) / plays.Sum(player => planned.GetValueOrDefault(player.Id));
        return plays.ToDictionary(player => player.Id, player => planned.TryGetValue(player.Id, out var minutes) ? minutes * share : unplanned[player.Id]);
    }

    private static bool IsOut(Absence absence, int moment) => moment < QuoteTimes.KnowsAbsences
        ? absence.Early is InjuryStatus.Out or InjuryStatus.Doubtful
        : absence.Final is InjuryStatus.Out or InjuryStatus.Doubtful;

    private double Minutes(SimulatedPlayer player, DateTimeOffset at) => _records.At(player.Id, at)?.Minutes ?? 0;
}
