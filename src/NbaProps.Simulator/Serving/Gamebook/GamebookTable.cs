using System.Globalization;
using System.Text;

using NbaProps.Domain.Teams;
using NbaProps.Simulator.Health;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;
using NbaProps.Simulator.Serving.Nba;

namespace NbaProps.Simulator.Serving.Gamebook;

/// <summary>A team's table in a gamebook: who played and what he counted, who did not play and why, the totals; and its list of inactive players.</summary>
internal sealed class GamebookTable(SimulatedGame game, Side side)
{
    /// <summary>Letters from the left edge to the end of the longest reason: what a line of a list may take.</summary>
    public const int Width = 132;

    private const int Positions = 40;
    private const int MinutesEnd = 52;
    private const int CountWidth = 5;

    private static readonly string[] Counted = ["FG", "FGA", "3P", "3PA", "FT", "FTA", "OR", "DR", "TOT", "A", "PF", "ST", "TO", "BS", "+/-", "PTS"];

    private readonly TeamTricode _team = game.Plan.Of(side).Team;

    /// <summary>The table, its heading first.</summary>
    /// <param name="record">Wins and losses, this game's among them.</param>
    public IEnumerable<string> Lines((int Wins, int Losses) record) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"{(side == Side.Away ? "VISITOR" : "HOME")}: {TeamSpellings.SimulatedFullName(_team)} ({record.Wins}-{record.Losses})"),
        Row("NO PLAYER", "POS", "MIN", Counted),
        .. game.Box.Of(side).Select(Player),
        .. game.AbsencesOf(side).Where(absence => absence.IsLateScratch).Select(absence => $"{Named(absence.Player)}   DND - {absence.Reason}"),
        .. Totals(),
    ];

    /// <summary>The players who were not active, by last name: a list that goes on in the next lines where it is long.</summary>
    public IEnumerable<string> Inactive()
    {
        var names = game.AbsencesOf(side).Where(IsListed).Select(absence => $"{absence.Player.LastName} ({absence.Reason})").ToArray();
        var line = new StringBuilder($"Inactive: {TeamSpellings.SimulatedNickname(_team)} -");
        foreach (var word in (names.Length == 0 ? "None" : string.Join(", ", names)).Split(' '))
        {
            if (line.Length + 1 + word.Length > Width)
            {
                yield return line.ToString();
                line.Clear().Append(word);
            }
            else
            {
                line.Append(' ').Append(word);
            }
        }

        yield return line.ToString();
    }

    // Who was scratched late had been named active: he stands in the table.
    private static bool IsListed(Absence absence) => !absence.Plays && !absence.IsLateScratch;

    private static string Named(SimulatedPlayer player) => string.Create(CultureInfo.InvariantCulture, $"{player.Jersey,2} {player.FullName}");

    private static string Player(PlayerCounts line) => line.Seconds == 0
        ? $"{Named(line.Player)}   DNP - Coach's Decision"
        : Row(Named(line.Player), line.Starter ? Letter(line.Player.Position) : string.Empty, Clock(line.Seconds), [.. Counts(line).Select(Whole), Signed(line.PlusMinus), Whole(line.Points)]);

    private static int[] Counts(PlayerCounts line) =>
    [
        line.FieldGoalsMade, line.FieldGoalsAttempted, line.ThreesMade, line.ThreesAttempted, line.FreeThrowsMade, line.FreeThrowsAttempted, line.OffensiveRebounds,
        line.DefensiveRebounds, line.Rebounds, line.Assists, line.Fouls, line.Steals, line.Turnovers, line.Blocks,
    ];

    private IEnumerable<string> Totals()
    {
        var all = new LineTotals(game.Box.Of(side));
        int[] counts =
        [
            all.FieldGoalsMade, all.FieldGoalsAttempted, all.ThreesMade, all.ThreesAttempted, all.FreeThrowsMade, all.FreeThrowsAttempted, all.OffensiveRebounds,
            all.DefensiveRebounds, all.Rebounds, all.Assists, all.Fouls, all.Steals, all.Turnovers, all.Blocks,
        ];
        var margin = game.Box.ScoreOf(side) - game.Box.ScoreOf(side.Other());
        yield return Row("   TOTALS:", string.Empty, Clock(all.Seconds), [.. counts.Select(Whole), Signed(margin), Whole(all.Points)]);
        var (rebounds, turnovers) = side == Side.Home ? (game.Box.HomeTeamRebounds, game.Box.HomeTeamTurnovers) : (game.Box.AwayTeamRebounds, game.Box.AwayTeamTurnovers);
        yield return $"   {Share(all.FieldGoalsMade, all.FieldGoalsAttempted)}   {Share(all.ThreesMade, all.ThreesAttempted)}   {Share(all.FreeThrowsMade, all.FreeThrowsAttempted)}   "
            + string.Create(CultureInfo.InvariantCulture, $"TM REB: {rebounds}   TOT TO: {all.Turnovers + turnovers}");
    }

    private static string Row(string name, string position, string minutes, IEnumerable<string> counts)
    {
        var line = new StringBuilder(name.PadRight(Positions)).Append(position);
        line.Append(minutes.PadLeft(MinutesEnd - line.Length));
        foreach (var count in counts)
        {
            line.Append(count.PadLeft(CountWidth));
        }

        return line.ToString();
    }

    private static string Letter(Position position) => position switch { Position.Guard => "G", Position.Forward => "F", _ => "C" };

    private static string Clock(int seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:00}:{seconds % 60:00}");

    private static string Whole(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Signed(int count) => count.ToString("+0;-0;0", CultureInfo.InvariantCulture);

    private static string Share(int made, int tried) => string.Create(CultureInfo.InvariantCulture, $"{(tried == 0 ? 0 : 100.0 * made / tried):0.0}%");
}
