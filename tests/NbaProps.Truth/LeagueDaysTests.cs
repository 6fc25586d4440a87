using NbaProps.Cli.Commands;
using NbaProps.Domain.Calendar;
using NbaProps.Embedded;
using NbaProps.Embedded.Sqlite;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Running;
using NbaProps.Tests.Support;
using NbaProps.Truth.Comparing;
using NbaProps.Truth.Knowledge;
using NbaProps.Truth.Walking;

namespace NbaProps.Truth;

/// <summary>The first days of the whole league, walked by the command line itself.</summary>
public sealed class LeagueDaysTests
{
    [Fact]
    public async Task Every_table_says_what_happened()
    {
        using var folder = new TemporaryFolder();
        var season = SimulatedSeason.Play(SimulatedLeague.Create(3, new Season(2025), LeagueSize.Full));
        var first = season.Games[0].Scheduled.Date;
        var range = new GameDateRange(first, first.AddDays(2));
        using var output = new StringWriter();
        (await NbaPropsCommand.RunAsync(SeasonCampaign.Command(folder.Of("data"), 3, range, withPlays: true), output, output, CancellationToken.None)).ShouldBe(ExitCodes.Done, output.ToString());

        await using var warehouse = new SqliteWarehouse(new EmbeddedOptions { DataDirectory = folder.Of("data") });
        var reports = await new SeasonComparison(warehouse, new SeasonTruth(season, range, withPlays: true)).RunAsync(done: null, CancellationToken.None);
        reports.SelectMany(report => report.Differences).ShouldBeEmpty();
        reports.Sum(report => report.Rows).ShouldBeGreaterThan(10_000);
    }
}
