using System.Runtime.CompilerServices;

using NbaProps.Cli.Rendering;
using NbaProps.Domain.Calendar;
using NbaProps.Operations.Reliability;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Ledger;

namespace NbaProps.Tests.Operations.Reliability;

/// <summary>Success rates and times from a ledger of some nights.</summary>
public sealed class ReliabilityReportTests
{
    private static readonly GameDate Day = new(2026, 1, 15);
    private static readonly DateTimeOffset Start = new(2026, 1, 16, 11, 0, 0, TimeSpan.Zero);

    private static readonly LedgerRow[] Ledger =
    [
        Run("nba_player_gamelog", 1, Day, 0, RunState.Succeeded),
        Run("nba_player_gamelog", 1, Day, 5, RunState.Failed),
        Run("nba_player_gamelog", 1, Day, 6, RunState.Failed),
        Run("nba_player_gamelog", 1, Day, 8, RunState.Failed),
        Run("nba_player_gamelog", 1, Day, 68, RunState.Degraded),
        Run("nba_player_gamelog", 1, Day.AddDays(1), 70, RunState.Running) with { EndedAt = null },
        Run("nbac_schedule", 2, Day, 1, RunState.NoData),
        Run("phase4_hand_off", 4, Day, 10, RunState.Blocked),
        Run("phase4_hand_off", 4, Day, 11, RunState.Blocked),
        Run("player_daily_cache", 4, Day, 12, RunState.Failed),
        Run("player_daily_cache", 4, Day, 13, RunState.Succeeded),
        Run("player_daily_cache", 4, Day.AddDays(1), 1500, RunState.Succeeded),
    ];

    private static readonly Incident[] Incidents =
    [
        Told($"nba_player_gamelog|{Day}", 8, 68, "nba_player_gamelog of 2026-01-15 is Failed"),
        Told($"phase4_hand_off|{Day}", 20, null, "phase4_hand_off of 2026-01-15 is Blocked"),
        Told("circuit|player_daily_cache", 12, 13, "player_daily_cache fails on every date that it is tried on"),
        Told($"play-by-play|{Day}", 300, 480, "Play-by-play of 2026-01-15 came too late or is missing"),
    ];

    [Fact]
    public async Task The_report_is_as_it_was_written_down()
    {
        using var output = new StringWriter();
        await ReliabilityText.WriteAsync(output, ReliabilityReport.Of(NbaPipeline.Manifest, Ledger, Incidents, dates: null));

        (output.ToString().ReplaceLineEndings("\n").TrimEnd('\n') + "\n").ShouldBe(await File.ReadAllTextAsync(Golden()));
    }

    [Fact]
    public void A_trouble_begins_with_the_first_run_without_an_output_since_the_last_that_had_one()
    {
        var times = Report().Incidents.Single(one => one.Incident.Key.StartsWith("nba_player_gamelog", StringComparison.Ordinal));

        (times.BeganAt, times.ToDetect, times.ToRepair).ShouldBe((Start.AddMinutes(5), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(63)));
    }

    [Fact]
    public void What_no_run_led_to_has_no_time_to_detect_and_is_repaired_from_when_it_was_told() =>
        Report().Incidents.Single(one => one.Incident.Key.StartsWith("play-by-play", StringComparison.Ordinal)).ShouldBe(new IncidentTimes(Incidents[3], null));

    [Fact]
    public void A_closed_gate_is_no_failure_and_a_run_that_has_not_ended_is_none()
    {
        var report = Report();
        report.Processors.Single(rates => rates.Processor == "phase4_hand_off").SuccessRate.ShouldBeNull();
        report.Phases.Single(rates => rates.Phase == 4).ShouldBe(new RunRates(4, null, 5, 2, 0, 0, 2, 1));
        report.Processors.Single(rates => rates.Processor == "nba_player_gamelog").Runs.ShouldBe(5);
    }

    [Fact]
    public void Of_some_dates_runs_and_incidents_of_others_are_left_out()
    {
        var report = Report(new GameDateRange(Day.AddDays(1), Day.AddDays(1)));

        report.Processors.ShouldHaveSingleItem().ShouldBe(new RunRates(4, "player_daily_cache", 1, 1, 0, 0, 0, 0));
        report.Incidents.Select(times => times.Incident.Key).ShouldBe(["circuit|player_daily_cache"]);
    }

    private static string Golden([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "reliability.txt");

    private static ReliabilityReport Report(GameDateRange? dates = null) => ReliabilityReport.Of(NbaPipeline.Manifest, Ledger, Incidents, dates);

    private static LedgerRow Run(string processor, int phase, GameDate date, int minute, RunState state) => new()
    {
        RunId = $"{processor}{date}{minute}", Unit = $"{processor}|{date}", Phase = phase, Token = minute, CorrelationId = "test", Trigger = "test", Instance = "test",
        StartedAt = Start.AddMinutes(minute).AddSeconds(-2), EndedAt = Start.AddMinutes(minute), State = state,
    };

    private static Incident Told(string key, int opened, int? closed, string title) => new()
    {
        Key = key, Severity = Severity.Critical, Title = title, Cause = "any", Done = "any", Command = "any",
        OpenedAt = Start.AddMinutes(opened), UpdatedAt = Start.AddMinutes(opened), ClosedAt = closed is { } minute ? Start.AddMinutes(minute) : null,
    };
}
