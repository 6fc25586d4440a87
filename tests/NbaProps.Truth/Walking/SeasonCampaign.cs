using System.Diagnostics;
using System.Globalization;

using NbaProps.Cli.Commands;
using NbaProps.Domain.Calendar;
using NbaProps.Embedded;
using NbaProps.Embedded.Sqlite;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Running;
using NbaProps.Truth.Comparing;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Walking;

/// <summary>
/// Walks a whole simulated season as <c>backfill</c> does and holds every table against what happened. An interrupted one goes on where it was, because <c>backfill</c> does.
/// </summary>
internal static class SeasonCampaign
{
    public const string Usage =
        "usage: dotnet run -c Release --project tests/NbaProps.Truth -- season --data DIR [--seed N] [--to YYYY-MM-DD] [--without-play-by-play] [--compare-only]";

    private const int Shown = 25;
    private const int ToldEvery = 20;

    private static readonly Season Year = new(2025);

    // Both of its sources; what else the content network has only stands in for others.
    private static readonly string[] WithoutPlays = ["--set", "Upstreams:GoogleDrive:Enabled=false", "--set", "Upstreams:NbaCdn:Enabled=false"];

    /// <summary>Runs a campaign.</summary>
    /// <returns>0 for no difference, 1 for any, or the walk's own code where it failed.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (CampaignOptions.Read(arguments) is not { } options)
        {
            await Console.Error.WriteLineAsync(Usage);
            return ExitCodes.WrongUsage;
        }

        var season = SimulatedSeason.Play(SimulatedLeague.Create(options.Seed, Year, LeagueSize.Full));
        var range = new GameDateRange(season.Games[0].Scheduled.Date, options.To ?? season.Games[^1].Scheduled.Date);
        if (options.Walks && await WalkAsync(options, range, cancellationToken) is not ExitCodes.Done and var failed)
        {
            return failed;
        }

        return await CompareAsync(new SeasonTruth(season, range, options.WithPlays), options.Data, cancellationToken);
    }

    /// <summary>The walk as a command.</summary>
    public static string[] Command(string data, long seed, GameDateRange range, bool withPlays) =>
    [
        "--data", data, .. withPlays ? [] : WithoutPlays, "backfill", "--from", range.From.ToString(), "--to", range.To.ToString(), "--source",
        string.Create(CultureInfo.InvariantCulture, $"sim:{seed}"),
    ];

    private static async Task<int> WalkAsync(CampaignOptions options, GameDateRange range, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var code = await NbaPropsCommand.RunAsync(Command(options.Data, options.Seed, range, options.WithPlays), Console.Out, Console.Error, cancellationToken);
        Console.WriteLine(FormattableString.Invariant(
            $"walked {range.From} to {range.To} in {Stopwatch.GetElapsedTime(began):hh\\:mm\\:ss}, exit code {code}, peak memory {PeakMemory.Mebibytes()?.ToString(CultureInfo.InvariantCulture) ?? "unknown"} MiB"));
        return code;
    }

    private static void Tell(GameDate date, GameDateRange range)
    {
        var done = date.DaysSince(range.From) + 1;
        if (done % ToldEvery == 0 || date == range.To)
        {
            Console.Error.WriteLine(FormattableString.Invariant($"compared to {date}, {done} of {range.Days} dates"));
        }
    }

    private static async Task<int> CompareAsync(SeasonTruth truth, string data, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        await using var warehouse = new SqliteWarehouse(new EmbeddedOptions { DataDirectory = data });
        var reports = await new SeasonComparison(warehouse, truth).RunAsync(date => Tell(date, truth.Walked), cancellationToken);
        foreach (var report in reports)
        {
            Console.WriteLine(FormattableString.Invariant($"{report.Table,-50} {report.Rows,9} rows {report.Cells,11} cells {report.Count,7} differences"));
            foreach (var difference in report.Differences.Take(Shown))
            {
                Console.WriteLine($"  {difference}");
            }
        }

        var (rows, cells, differences) = (reports.Sum(report => report.Rows), reports.Sum(report => report.Cells), reports.Sum(report => report.Count));
        Console.WriteLine(FormattableString.Invariant($"{reports.Count} tables, {rows} rows, {cells} cells, {differences} differences, compared in {Stopwatch.GetElapsedTime(began):hh\\:mm\\:ss}"));
        return differences == 0 ? ExitCodes.Done : ExitCodes.Failed;
    }
}
