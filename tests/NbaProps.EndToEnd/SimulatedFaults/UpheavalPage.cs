using System.Globalization;
using System.Text;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline.Expected;

namespace NbaProps.EndToEnd.SimulatedFaults;

/// <summary>Writes what came of the things that happened in a season as a page, from its tables.</summary>
internal static class UpheavalPage
{
    private const string Head =
        """
        # What comes of what happens in the league

        Written from a test that walks a pocket season, from its first date to its last, in which each of these happens once: the league's own faults of
        [the simulated league](simulator.md). In the end every game's points are in the tables as they were, whatever happened, and no grade
        is pending. Where it says that a source was asked again, somebody did so: the pipeline itself asks for a date's log on the morning after only.

        | what | what the pipeline saw | how it ended |
        |---|---|---|

        """;

    public static string Write(UpheavedWeek week)
    {
        var (from, to) = (week.PutOffFrom, week.Season.ById[week.PutOff].Scheduled.Date);
        var text = new StringBuilder(Head.ReplaceLineEndings("\n"));
        void Row(string what, string saw, string ended) => text.Append(CultureInfo.InvariantCulture, $"| {what} | {saw} | {ended} |\n");
        Row(
            "a game is put off twenty minutes before its date's first start",
            $"on the morning after: {Listed(week, $"SELECT game_status_text || ' (postponed ' || postponed || ')', COUNT(*) FROM nba_raw.nbac_schedule WHERE game_date = '{from}' GROUP BY 1")}; outputs of the date {States(week.PutOffMorning)}",
            $"picks of the old date: {Grades(week, week.PutOff, from)}; of the new date, {to.DaysSince(from)} days later: {Grades(week, week.PutOff, to)}");
        Row("a game gets another hour four days before", Start(week, week.AnotherHour), "predicted for the hour at which it was played");
        Row("a game is brought forward on its day, after the morning's look", Start(week, week.Forward), "predicted for the start to which it was moved");
        Row(
            "a player is scratched minutes before the start",
            $"no line in the box score; {Listed(week, $"SELECT COALESCE(bookmaker, 'no book'), COUNT(*) FROM nba_predictions.player_prop_predictions WHERE game_id = '{week.Scratched}' AND player_id = {week.Player} AND serving = 'served' GROUP BY 1")} of his served picks by book",
            $"his picks: {Listed(week, $"SELECT grade || COALESCE(' (' || void_reason || ')', ''), COUNT(*) FROM nba_predictions.prediction_accuracy WHERE game_id = '{week.Scratched}' AND player_id = {week.Player} GROUP BY 1")}");
        Row(
            "a book spells a name wrong",
            $"names to review: {Listed(week, $"SELECT player_name || ', ' || name_source || ', ' || reason, occurrences FROM nba_reference.unresolved_player_names WHERE game_id = '{week.Quoted}'")}",
            "nobody has its lines; those of the books that spell him right are his");
        Row(
            "a book's quotes have times after the start",
            $"its lines, by captured_before_tip_off: {Listed(week, $"SELECT captured_before_tip_off, COUNT(*) FROM nba_raw.odds_api_player_points_props WHERE game_id = '{week.Quoted}' AND bookmaker = '{UpheavedWeek.Late}' GROUP BY 1")}",
            $"no prediction has them; the books of the game's: {Listed(week, $"SELECT bookmaker, COUNT(*) FROM nba_predictions.player_prop_predictions WHERE game_id = '{week.Quoted}' AND line IS NOT NULL AND serving = 'served' GROUP BY 1")}");
        Row(
            "the log lists who dressed without a minute until the next noon",
            $"on the morning after the lines from {string.Join(", ", week.EmptySources)}",
            $"asked again, lines by source: {Listed(week, $"SELECT source, COUNT(*) FROM nba_raw.nbac_player_boxscores WHERE game_id = '{week.Empty}' GROUP BY 1")}; picks: {Grades(week, week.Empty, week.Season.ById[week.Empty].Scheduled.Date)}");
        Row(
            "two points are another player's until the next afternoon",
            string.Create(CultureInfo.InvariantCulture, $"{week.FirstPoints.Except(week.Points(week.Corrected)).Count()} players with other points on the morning after"),
            "asked again, points and grades are the corrected ones; features and predictions that were served on the date stand");
        return text.ToString();
    }

    private static string Start(UpheavedWeek week, GameId game) =>
        $"the schedule's start is {Listed(week, $"SELECT tip_off, COUNT(*) FROM nba_raw.nbac_schedule WHERE game_id = '{game}' GROUP BY 1")}; served predictions by start: "
        + Listed(week, $"SELECT tip_off, COUNT(*) FROM nba_predictions.player_prop_predictions WHERE game_id = '{game}' AND serving = 'served' GROUP BY 1");

    private static string Grades(UpheavedWeek week, GameId game, GameDate date) => Listed(
        week, $"SELECT grade || COALESCE(' (' || void_reason || ')', ''), COUNT(*) FROM nba_predictions.prediction_accuracy WHERE game_id = '{game}' AND game_date = '{date}' GROUP BY 1");

    private static string States(IEnumerable<ExpectedOutput> outputs) =>
        string.Join(", ", outputs.CountBy(output => output.State).OrderBy(state => state.Key).Select(state => string.Create(CultureInfo.InvariantCulture, $"{state.Value} {state.Key}")));

    private static string Listed(UpheavedWeek week, string statement) =>
        week.Folder.Sql(statement) is { Count: > 0 } rows
            ? string.Join(", ", rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"{row[0]} × {row[1]}")).Order(StringComparer.Ordinal))
            : "none";
}
