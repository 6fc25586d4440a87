using System.Globalization;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd.SimulatedFaults;

/// <summary>What happens in a league, as the pipeline sees it: whatever does, the tables end as the games were, and no pick that was served is changed.</summary>
public sealed class UpheavalTests(UpheavedWeek week) : IClassFixture<UpheavedWeek>
{
    private const string Accuracy = "nba_predictions.prediction_accuracy";
    private const string Predictions = "nba_predictions.player_prop_predictions";
    private const string Props = "nba_raw.odds_api_player_points_props";

    [Fact]
    [Trait("Incident", "O-04")]
    public void A_game_that_is_put_off_has_no_results_on_its_old_date_and_its_picks_stay_and_are_void()
    {
        var (from, to) = (week.PutOffFrom, week.Season.ById[week.PutOff].Scheduled.Date);
        week.Folder.Number($"SELECT COUNT(*) FROM {Predictions} WHERE game_id = '{week.PutOff}' AND game_date = '{from}' AND serving = 'served' AND line IS NOT NULL").ShouldBeGreaterThan(0);
        week.Texts($"SELECT DISTINCT grade, void_reason FROM {Accuracy} WHERE game_id = '{week.PutOff}' AND game_date = '{from}' AND line IS NOT NULL").ShouldBe(["void game_not_played"]);
        week.Folder.Number($"SELECT COUNT(*) FROM nba_analytics.player_game_summary WHERE game_id = '{week.PutOff}' AND game_date = '{from}'").ShouldBe(0);
        Bad(week.PutOffMorning).ShouldBeEmpty();
        Bad(week.PutOffLater).ShouldBeEmpty();

        // On its new date it is predicted anew, and graded.
        week.Points(week.PutOff).ShouldBe(Truth(week.PutOff));
        week.Folder.Number($"SELECT COUNT(*) FROM {Accuracy} WHERE game_id = '{week.PutOff}' AND game_date = '{to}' AND line IS NOT NULL AND actual_points IS NOT NULL").ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Games_that_are_moved_are_predicted_for_their_new_start()
    {
        foreach (var game in new[] { week.AnotherHour, week.Forward }.Select(id => week.Season.ById[id]))
        {
            Instants($"SELECT tip_off FROM nba_raw.nbac_schedule WHERE game_id = '{game.Scheduled.Id}'").ShouldBe([game.Scheduled.TipOff]);
            Instants($"SELECT DISTINCT tip_off FROM {Predictions} WHERE game_id = '{game.Scheduled.Id}' AND serving = 'served'").ShouldBe([game.Scheduled.TipOff]);
            week.Points(game.Scheduled.Id).ShouldBe(Truth(game.Scheduled.Id));
        }
    }

    [Fact]
    public void Who_is_scratched_late_was_predicted_and_his_picks_are_void()
    {
        var picks = week.Texts($"SELECT DISTINCT grade, void_reason FROM {Accuracy} WHERE game_id = '{week.Scratched}' AND player_id = {week.Player} AND line IS NOT NULL");
        picks.ShouldBe(["void no_box_score_row"]);
        week.Points(week.Scratched).ShouldBe(Truth(week.Scratched));
    }

    [Fact]
    public void A_name_that_is_misspelt_goes_to_review_with_a_count_and_to_nobody()
    {
        var row = week.Texts($"SELECT name_source, reason, occurrences > 0, player_name FROM nba_reference.unresolved_player_names WHERE game_id = '{week.Quoted}' AND name_source = 'odds_api'").ShouldHaveSingleItem();
        row.ShouldStartWith("odds_api unknown 1 ");
        week.Season.League.Players.Values.ShouldNotContain(player => row.EndsWith(player.FullName, StringComparison.Ordinal));

        // Those who spell him right are his lines.
        week.Folder.Number($"SELECT COUNT(*) FROM {Predictions} WHERE game_id = '{week.Quoted}' AND player_id = {week.Misspelt} AND serving = 'served' AND line IS NOT NULL").ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_quote_with_a_time_after_the_start_is_kept_and_never_used()
    {
        week.Texts($"SELECT DISTINCT captured_before_tip_off FROM {Props} WHERE game_id = '{week.Quoted}' AND bookmaker = '{UpheavedWeek.Late}'").ShouldBe(["0"]);
        week.Texts($"SELECT DISTINCT captured_before_tip_off FROM {Props} WHERE game_id = '{week.Quoted}' AND bookmaker <> '{UpheavedWeek.Late}'").ShouldBe(["1"]);
        week.Texts($"SELECT DISTINCT bookmaker FROM {Predictions} WHERE game_id = '{week.Quoted}' AND line IS NOT NULL").ShouldNotContain(UpheavedWeek.Late);
    }

    [Fact]
    public void Lines_without_a_minute_are_never_a_result_another_source_stands_in_and_then_the_log_wins()
    {
        week.EmptySources.ShouldBe(["nba_cdn_boxscore"]);
        week.Texts($"SELECT DISTINCT source FROM nba_raw.nbac_player_boxscores WHERE game_id = '{week.Empty}'").ShouldBe(["nba_leaguegamelog"]);
        week.Points(week.Empty).ShouldBe(Truth(week.Empty));
        week.Folder.Number($"SELECT COUNT(*) FROM {Accuracy} WHERE game_id = '{week.Empty}' AND line IS NOT NULL AND actual_points IS NOT NULL").ShouldBeGreaterThan(0);
        week.EmptyGrades.ShouldBe(week.Texts($"SELECT player_id, system_id, grade FROM {Accuracy} WHERE game_id = '{week.Empty}'"));
    }

    [Fact]
    public void A_correction_comes_into_the_tables_and_grades_and_what_was_served_stands()
    {
        week.FirstPoints.ShouldNotBe(Truth(week.Corrected));
        week.FirstPoints.Except(Truth(week.Corrected)).Count().ShouldBe(2);
        week.Points(week.Corrected).ShouldBe(Truth(week.Corrected));
        week.Served(week.Season.ById[week.Corrected].Scheduled.Date).ShouldBe(week.FirstServed);
        week.Folder.Number(
            $"""
            SELECT COUNT(*) FROM {Accuracy} a JOIN nba_analytics.player_game_summary s ON s.game_id = a.game_id AND s.player_id = a.player_id
            WHERE a.game_id = '{week.Corrected}' AND s.minutes_played > 0 AND a.actual_points <> s.points
            """).ShouldBe(0);
    }

    [Fact]
    public void In_the_end_every_game_of_the_season_is_in_the_tables_as_it_was_and_nothing_is_pending()
    {
        week.Season.Games.ShouldAllBe(game => week.Points(game.Scheduled.Id).SequenceEqual(Truth(game.Scheduled.Id)));
        week.Folder.Number($"SELECT COUNT(*) FROM {Accuracy} WHERE grade = 'pending'").ShouldBe(0);
    }

    [Fact]
    public async Task The_page_says_what_came_of_each()
    {
        var (text, page) = (UpheavalPage.Write(week), Path.Combine(RepositoryRoot.Path, "docs/02-operations/simulated-upheavals.md"));
        if (Environment.GetEnvironmentVariable("NBAPROPS_WRITE_DOCS") is "1")
        {
            await File.WriteAllTextAsync(page, text);
        }

        (await File.ReadAllTextAsync(page)).ShouldBe(text);
    }

    private IEnumerable<DateTimeOffset> Instants(string statement) => week.Texts(statement).Select(text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));

    // The log rounds: who was on court for seconds has no minute.
    private IReadOnlyList<string> Truth(GameId id)
    {
        var game = week.Season.ById[id];
        return [.. game.Box.Players.Where(line => line.Seconds >= 30)
            .Select(line => FormattableString.Invariant($"{game.Scheduled.Date} {line.Player.Id} {line.Points}"))
            .Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<ExpectedOutput> Bad(IEnumerable<ExpectedOutput> outputs) =>
        outputs.Where(output => output.State is ExpectedState.Failed or ExpectedState.Blocked or ExpectedState.Overdue);
}
