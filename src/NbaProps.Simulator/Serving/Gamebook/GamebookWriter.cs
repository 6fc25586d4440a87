using System.Globalization;

using NbaProps.Domain.Teams;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;
using NbaProps.Simulator.Serving.Nba;
using NbaProps.Simulator.Serving.Pdf;

namespace NbaProps.Simulator.Serving.Gamebook;

/// <summary>The official gamebook of a game, the short one: its head, both teams' tables, the score by period, who was inactive. It says the same whenever it is asked for.</summary>
internal static class GamebookWriter
{
    /// <summary>The PDF of a game that is over.</summary>
    public static byte[] Write(LeagueMoment moment, SimulatedGame game)
    {
        var records = TeamRecords.At(moment, until: game.Scheduled.Date);
        var (visitors, hosts) = (new GamebookTable(game, Side.Away), new GamebookTable(game, Side.Home));
        List<string> lines =
        [
            .. Head(moment.Season, game), string.Empty,
            .. visitors.Lines(records.Of(game, game.Scheduled.Away)), string.Empty,
            .. hosts.Lines(records.Of(game, game.Scheduled.Home)), string.Empty,
            .. Periods(game), string.Empty,
            .. visitors.Inactive(),
            .. hosts.Inactive(),
        ];
        return PdfFile.Write(Paper.Gamebook, [new TextPage(lines)]);
    }

    private static IEnumerable<string> Head(SimulatedSeason season, SimulatedGame game)
    {
        var (scheduled, minutes) = (game.Scheduled, (int)(game.Ended - game.Scheduled.TipOff).TotalMinutes);
        var date = scheduled.Date.ToDateOnly().ToString("dddd, MMMM d, yyyy", CultureInfo.InvariantCulture);
        yield return $"{new string(' ', 55)}FINAL BOX";
        yield return $"{date} {NbaJson.Arena(scheduled.Home)}, {TeamSpellings.City(scheduled.Home)}, {StateOf(scheduled.Home)}";
        yield return $"Officials: {string.Join(", ", Crews.Of(season, game).Select(official => FormattableString.Invariant($"#{official.Jersey} {official.Name}")))}";
        yield return string.Create(CultureInfo.InvariantCulture, $"Game Duration: {minutes / 60}:{minutes % 60:00}   Attendance: {Crowds.Of(season, game):#,0}");
    }

    private static IEnumerable<string> Periods(SimulatedGame game)
    {
        var names = game.Box.HomePeriods.Select((_, at) => at < 4 ? FormattableString.Invariant($"{at + 1}") : FormattableString.Invariant($"OT{at - 3}"));
        yield return Scores("SCORE BY PERIOD", [.. names, "FINAL"]);
        yield return Scores(TeamSpellings.SimulatedNickname(game.Scheduled.Away), Written([.. game.Box.AwayPeriods, game.Box.AwayScore]));
        yield return Scores(TeamSpellings.SimulatedNickname(game.Scheduled.Home), Written([.. game.Box.HomePeriods, game.Box.HomeScore]));
    }

    private static IEnumerable<string> Written(IEnumerable<int> points) => points.Select(each => each.ToString(CultureInfo.InvariantCulture));

    private static string Scores(string name, IEnumerable<string> cells) => name.PadRight(24) + string.Concat(cells.Select(cell => cell.PadLeft(8)));

    private static string StateOf(TeamTricode team) => team.Value switch
    {
        "ATL" => "GA", "BOS" => "MA", "BKN" or "NYK" => "NY", "CHA" => "NC", "CHI" => "IL", "CLE" => "OH", "DAL" or "HOU" or "SAS" => "TX", "DEN" => "CO", "DET" => "MI",
        "GSW" or "LAC" or "LAL" or "SAC" => "CA", "IND" => "IN", "MEM" => "TN", "MIA" or "ORL" => "FL", "MIL" => "WI", "MIN" => "MN", "NOP" => "LA", "OKC" => "OK", "PHI" => "PA",
        "PHX" => "AZ", "POR" => "OR", "TOR" => "ON", "UTA" => "UT", _ => "DC",
    };
}
