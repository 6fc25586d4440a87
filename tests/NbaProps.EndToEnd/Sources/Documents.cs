using System.Globalization;

using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;

namespace NbaProps.EndToEnd.Sources;

/// <summary>
/// The league's PDFs. The injury report has the layout of the real one; no intact gamebook is to be had, it has the layout that is documented. Names are written
/// in plain letters: the type that the PDF is set in has no others.
/// </summary>
internal sealed class Documents(RealGame real)
{
    private static readonly int[] Columns = [0, 13, 26, 36, 70, 100, 120];

    private static readonly string[] Counts =
    [
        "fieldGoalsMade", "fieldGoalsAttempted", "threePointersMade", "threePointersAttempted", "freeThrowsMade", "freeThrowsAttempted", "reboundsOffensive", "reboundsDefensive", "reboundsTotal",
        "assists", "foulsPersonal", "steals", "turnovers", "blocks",
    ];

    /// <summary>A report of the date: the last of each team is out, and so are, of the first, who was.</summary>
    /// <param name="date">The game date.</param>
    /// <param name="at">When the report was made.</param>
    public byte[] InjuryReport(GameDate date, DateTimeOffset at)
    {
        var day = date.ToDateOnly().ToString("MM/dd/yyyy", CultureInfo.InvariantCulture);
        var time = GameDate.ToEastern(at).ToString("MM/dd/yy hh:mm tt", CultureInfo.InvariantCulture);
        List<string> lines = [$"{new string(' ', 40)}Injury Report: {time}", string.Empty, Row("Game Date", "Game Time", "Matchup", "Team", "Player Name", "Current Status", "Reason"), string.Empty];
        foreach (var (index, game) in Nights.Of(date).Index())
        {
            foreach (var home in new[] { false, true })
            {
                var team = TeamSpellings.FullName(home ? game.Home : game.Away);
                var player = real.Lines(game, home)[^1];
                var (first, matchup) = (index == 0 && !home ? day : string.Empty, home ? string.Empty : $"{game.Away}@{game.Home}");
                lines.Add(Row(first, home ? string.Empty : "07:00 (ET)", matchup, team, $"{Plain(player.Last)}, {Plain(player.First)}", "Out", "Rest"));
                lines.Add(string.Empty);
            }
        }

        lines.Add($"{new string(' ', 20)}Page 1 of 1");
        return Pdf.Of(lines);
    }

    /// <summary>The gamebook of a game.</summary>
    public byte[] Gamebook(NightGame game)
    {
        List<string> lines =
        [
            "FINAL BOX",
            $"{game.Date.ToDateOnly().ToString("dddd, MMMM d, yyyy", CultureInfo.InvariantCulture)} Some Arena, Charlotte, NC",
            "Officials: #38 Michael Smith, #36 Bob Baker, #41 Carl Cook",
            "Game Duration: 2:23 Attendance: 18,710",
        ];
        AddTeam(lines, "VISITOR", game.Away, real.Lines(game, home: false));
        AddTeam(lines, "HOME", game.Home, real.Lines(game, home: true));
        foreach (var (team, home) in new[] { (game.Away, false), (game.Home, true) })
        {
            lines.Add($"Inactive: {Nickname(team)} - {Plain(real.Lines(game, home)[^1].Last)} (Injury/Illness - Left Knee; Sprain)");
        }

        return Pdf.Of(lines);
    }

    private static void AddTeam(List<string> lines, string side, TeamTricode team, IReadOnlyList<PlayedLine> players)
    {
        lines.Add($"{side}: {TeamSpellings.FullName(team)} (26-29)");
        lines.Add("NO PLAYER POS MIN FG FGA 3P 3PA FT FTA OR DR TOT A PF ST TO BS +/- PTS");
        foreach (var player in players.Where(player => player.Played))
        {
            var margin = player["plusMinusPoints"];
            lines.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{player.Number} {Plain(player.Name)} {(player.Started ? "F " : "")}{(int)player.Time.TotalMinutes}:{player.Time.Seconds:00} {string.Join(' ', Counts.Select(count => player[count]))} {(margin > 0 ? "+" : "")}{margin} {player["points"]}"));
        }

        var idle = players.First(player => !player.Played);
        lines.Add($"{idle.Number} {Plain(idle.Name)} DNP - Coach's Decision");
    }

    private static string Nickname(TeamTricode team) => TeamSpellings.FullName(team).Split(' ')[^1];

    private static string Row(params string[] cells)
    {
        var line = new System.Text.StringBuilder();
        foreach (var (cell, start) in cells.Zip(Columns).Where(pair => pair.First.Length > 0))
        {
            line.Append(' ', start - line.Length).Append(cell);
        }

        return line.ToString();
    }

    private static string Plain(string name) => new([.. name.Normalize(System.Text.NormalizationForm.FormD).Where(char.IsAscii)]);
}
