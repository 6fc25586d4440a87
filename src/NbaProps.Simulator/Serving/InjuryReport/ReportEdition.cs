using NbaProps.Domain.Calendar;
using NbaProps.Domain.Injuries;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.Chance;
using NbaProps.Simulator.Health;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Serving.InjuryReport;

/// <summary>What one team says before a game.</summary>
/// <param name="Game">The game.</param>
/// <param name="Team">The team.</param>
/// <param name="Listed">Its players who may miss the game; null while it has not submitted its report.</param>
internal sealed record TeamReport(SimulatedGame Game, TeamTricode Team, IReadOnlyList<ListedPlayer>? Listed);

/// <summary>A player of the report.</summary>
/// <param name="Absence">Who, and why.</param>
/// <param name="Status">How he stands towards the game by now.</param>
internal sealed record ListedPlayer(Absence Absence, InjuryStatus Status);

/// <summary>
/// An edition of the league's injury report: the games of its day and of the next one. From five in the afternoon before to the last start of a day
/// with games there is one in each slot.
/// </summary>
internal static class ReportEdition
{
    private const int FirstHour = 17;

    /// <summary>The teams of an edition in the order of their games, visitors first; null when there is none in the slot, or not yet.</summary>
    /// <param name="moment">What is published now.</param>
    /// <param name="slot">The file asked for.</param>
    public static IReadOnlyList<TeamReport>? Of(LeagueMoment moment, ReportSlot slot)
    {
        if (slot.PublishedAt > moment.Now)
        {
            return null;
        }

        // A file stays what it was when it appeared.
        var then = moment with { Now = slot.PublishedAt };
        var (today, tomorrow) = (Games(then, slot.Date), Games(then, slot.Date.AddDays(1)));
        var goesOn = today.Count > 0 && slot.PublishedAt <= today[^1].Scheduled.TipOff;
        return goesOn || (tomorrow.Count > 0 && slot.PublishedAt >= slot.Date.At(FirstHour))
            ? [.. (goesOn ? today.Concat(tomorrow) : tomorrow).SelectMany(game => new[] { Side.Away, Side.Home }.Select(side => Report(then, game, side)))]
            : null;
    }

    private static List<SimulatedGame> Games(LeagueMoment then, GameDate date) =>
        [.. then.Season.ByDate.GetValueOrDefault(date, []).Where(game => !game.IsOff && then.Knows(game)).OrderBy(game => game.Scheduled.TipOff).ThenBy(game => game.Scheduled.Id)];

    private static TeamReport Report(LeagueMoment then, SimulatedGame game, Side side)
    {
        var team = game.Plan.Of(side).Team;
        if (then.Now < SubmittedAt(then.Season, game, team))
        {
            return new(game, team, null);
        }

        // Whoever comes by a trade is not on the list of his new team before the trade is made.
        var roster = then.RosterOf(team);
        var listed = game.AbsencesOf(side)
            .Where(absence => roster.Contains(absence.Player))
            .Select(absence => (absence, Status: StatusOf(then, game, absence)))
            .Where(player => player.Status is not null)
            .OrderBy(player => player.absence.Player.LastName, StringComparer.Ordinal).ThenBy(player => player.absence.Player.Id)
            .Select(player => new ListedPlayer(player.absence, player.Status!.Value));
        return new(game, team, [.. listed]);
    }

    // In the evening before; who plays then has until noon, and nobody knows yet who will be hurt.
    private static DateTimeOffset SubmittedAt(SimulatedSeason season, SimulatedGame game, TeamTricode team)
    {
        var (date, dice) = (game.Scheduled.Date, Dice.For(season.League.Seed, "report", game.Scheduled.Id.ToString(), team.Value));
        var playsBefore = season.ByDate.GetValueOrDefault(date.AddDays(-1), []).Any(other => other.Scheduled.Home == team || other.Scheduled.Away == team);
        return playsBefore ? date.At(8).AddMinutes(dice.Between(0, 240)) : date.AddDays(-1).At(FirstHour).AddMinutes(dice.Between(-60, 180));
    }

    // What was said early holds until two hours before the day's first start; three quarters of an hour before his own game the last word is said.
    private static InjuryStatus? StatusOf(LeagueMoment then, SimulatedGame game, Absence absence)
    {
        var first = then.Season.ByDate[game.Scheduled.Date].Min(other => other.Scheduled.TipOff).AddHours(-2);
        var last = game.Scheduled.TipOff.AddMinutes(-45);
        var dice = Dice.For(then.Season.League.Seed, "word", game.Scheduled.Id.ToString(), absence.Player.Id.ToString());
        return then.Now >= first + ((last - first) * dice.Between(0.0, 1.0)) ? absence.Final : absence.Early;
    }
}
