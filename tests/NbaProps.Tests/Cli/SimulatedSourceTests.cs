using System.Text;

using NbaProps.Cli.Commands;
using NbaProps.Cli.Running;
using NbaProps.Domain.Calendar;
using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Objects;
using NbaProps.Simulator.Faults;
using NbaProps.Simulator.Serving.Pdf;
using NbaProps.Tests.Simulator;

namespace NbaProps.Tests.Cli;

/// <summary>Commands whose payloads come from a league that never existed.</summary>
public sealed class SimulatedSourceTests : InProcess
{
    [Fact]
    public async Task A_day_runs_from_its_schedule_to_its_gamebooks_without_any_tool_and_the_clock_goes_on_from_there()
    {
        var games = Leagues.Full.Games.TakeWhile(game => game.Scheduled.Date == Leagues.Full.Games[0].Scheduled.Date).ToArray();
        var date = games[0].Scheduled.Date;

        var run = await RunAsync("run-day", "--date", $"{date}", "--source", "sim", "--json");
        run.Code.ShouldBeOneOf([0, 3], run.Errors);

        // Inactive players have their last names only: two of a team with one name are one row, and the run says so.
        var active = games.Sum(game => game.Box.Players.Count);
        var missing = games.Sum(game => new[] { game.HomeAbsences, game.AwayAbsences }.Sum(absences => absences.Where(absence => !absence.Plays).DistinctBy(absence => absence.Player.FamilyName).Count()));
        (await NumberAsync("SELECT COUNT(*) FROM nba_raw.nbac_gamebook_player_stats WHERE quality = 'gold'")).ShouldBe(active + missing);
        (await NumberAsync("SELECT SUM(points) FROM nba_raw.nbac_gamebook_player_stats")).ShouldBe(games.Sum(game => game.Box.HomeScore + game.Box.AwayScore));
        (await NumberAsync("SELECT COUNT(*) FROM nba_raw.nbac_injury_report")).ShouldBeGreaterThan(games.Length);

        // The text is what the PDF carries, to the space: pdftotext, which need not be there, was not asked.
        var gamebooks = Directory.EnumerateFiles(Path.Combine(Data, "objects", "nba_gamebook"), "*", SearchOption.AllDirectories).Select(File.ReadAllBytes).ToArray();
        var pdfs = gamebooks.Where(file => file.AsSpan().StartsWith("%PDF"u8)).ToArray();
        pdfs.Length.ShouldBe(games.Length);
        foreach (var pdf in pdfs)
        {
            var text = (await new CarriedText().ReadAsync(pdf, CancellationToken.None)).ShouldBeOfType<PdfText.Extracted>().Text;
            gamebooks.ShouldContain(file => Encoding.UTF8.GetString(file) == text);
        }

        // Whoever starts again goes on where the folder stands.
        (await UpAsync()).ShouldContain($"sim:1: it is {date.AddDays(1)} 06:00 Eastern");
    }

    [Fact]
    public async Task Up_without_a_source_is_the_first_league_on_the_morning_of_its_season() =>
        (await UpAsync()).ShouldContain($"sim:1: it is {Leagues.Full.Games[0].Scheduled.Date} 09:55 Eastern");

    [Fact]
    public async Task Dates_without_any_game_before_or_behind_the_season_are_refused_in_one_line()
    {
        var (opening, end) = (Leagues.Full.Games[0].Scheduled.Date, Leagues.Full.Games[^1].Scheduled.Date);
        var line = $"sim:1 plays 2025-26 from {opening} to {end}: accepted are dates from the first to the last of these";

        var answer = await RunAsync("run-day", "--date", $"{opening.AddDays(-1)}", "--source", "sim:1");
        (answer.Code, answer.OneLine()).ShouldBe((2, line));
        (await RunAsync("backfill", "--from", $"{opening}", "--to", $"{end.AddDays(1)}", "--source", "sim:1")).OneLine().ShouldBe(line);
        (await RunAsync("up", "--start", $"{opening.AddDays(-3)}T10:00:00-04:00")).OneLine().ShouldEndWith(line);
        NothingIsThere();
    }

    [Fact]
    public async Task Every_upstream_that_is_served_is_on_this_machine_and_the_others_are_off()
    {
        await using var source = await SourceSession.OpenAsync("sim:3", FaultRates.None, new NbaPropsOptions(), new GameDate(2024, 12, 1), CancellationToken.None);

        source.Lacks(new GameDateRange(new GameDate(2024, 12, 1), new GameDate(2024, 12, 1))).ShouldBeNull();
        source.Options.Upstreams.All().ShouldAllBe(section => section.Options.BaseAddress.IsLoopback);
        source.Options.Upstreams.NbaGamebooks.Enabled.ShouldBeTrue();
        source.Options.Upstreams.NbaInjuryReports.Enabled.ShouldBeTrue();
        source.Options.Upstreams.All().Where(section => !section.Options.Enabled).ShouldAllBe(section => section.Options.ApiKey == null);
    }

    [Theory]
    [InlineData("--fault: 'sometimes' in '*:sometimes:0.1' is no kind of fault: accepted are late, ", "sim:1", "*:sometimes:0.1")]
    [InlineData("--fault is not accepted with --source live: accepted is --source sim[:seed]", "live", "*:late:0.1")]
    [InlineData("--fault is not accepted with --source archive:there: accepted is --source sim[:seed]", "archive:there", "*:late:0.1")]
    public async Task A_wrong_fault_and_one_of_a_source_that_does_not_do_what_it_is_told_are_refused_in_one_line(string line, string source, string fault)
    {
        foreach (var command in new string[][] { ["run-day", "--date", "2025-12-02"], ["backfill", "--from", "2025-12-02", "--to", "2025-12-03"], ["up"] })
        {
            var answer = await RunAsync([.. command, "--source", source, "--fault", "*:500:0.1", "--fault", fault]);
            answer.Code.ShouldBe(2);
            answer.OneLine().ShouldStartWith(line);
        }

        NothingIsThere();
    }

    [Fact]
    public async Task What_goes_wrong_is_part_of_the_sources_name_so_that_no_walk_goes_on_with_other_faults()
    {
        var wrong = new FaultRates(new FaultRate("nba_schedule", FaultKind.NotFound, 1), new FaultRate("*", FaultKind.ServerError, 0.25));
        await using var source = await SourceSession.OpenAsync("sim:3", wrong, new NbaPropsOptions(), new GameDate(2024, 12, 1), CancellationToken.None);
        source.Name.ShouldBe("sim:3 with *:500:0.25,nba_schedule:404:1");

        // It is what happens, too.
        source.SetNow(new GameDate(2024, 12, 1).At(10));
        using var client = new HttpClient { BaseAddress = source.Options.Upstreams.NbaStats.BaseAddress };
        using var schedule = await client.GetAsync(new Uri("/stats/scheduleleaguev2int?Season=2024-25&LeagueID=00", UriKind.Relative));
        ((int)schedule.StatusCode).ShouldBeOneOf(404, 500);
        await using var well = await SourceSession.OpenAsync("sim:3", FaultRates.None, new NbaPropsOptions(), new GameDate(2024, 12, 1), CancellationToken.None);
        well.Name.ShouldBe("sim:3");
    }

    private async Task<long> NumberAsync(string sql) => (await RunAsync("sql", sql, "--json")).Json().GetProperty("rows")[0][0].GetInt64();

    // Stopped as soon as all of it listens.
    private async Task<string> UpAsync()
    {
        using var stop = new CancellationTokenSource();
        using var output = new StringWriter();
        using var errors = new Stopping(stop);
        await NbaPropsCommand.RunAsync(["--data", Data, "--set", "Ports:Base=0", "up"], output, errors, stop.Token);
        return errors.ToString();
    }

    private sealed class Stopping(CancellationTokenSource stop) : StringWriter
    {
        public override async Task WriteLineAsync(string? value)
        {
            await base.WriteLineAsync(value);
            if (value?.StartsWith("operations listens", StringComparison.Ordinal) == true)
            {
                await stop.CancelAsync();
            }
        }
    }
}
