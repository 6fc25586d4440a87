using NbaProps.Domain.Calendar;
using NbaProps.Shared.Warehouse;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Comparing;

/// <summary>Holds every table against what the league knows happened, date by date.</summary>
/// <param name="warehouse">The tables.</param>
/// <param name="season">What happened.</param>
internal sealed class SeasonComparison(IWarehouse warehouse, SeasonTruth season)
{
    // Further from the dates walked nobody would write by mistake.
    private const int DaysAround = 450;

    /// <summary>Compares all of it.</summary>
    /// <param name="done">Told of each date that is compared.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>A report for each table, in the pipeline's order.</returns>
    public async Task<IReadOnlyList<TableReport>> RunAsync(Action<GameDate>? done, CancellationToken cancellationToken)
    {
        var reports = Truths.All.Select(truth => (Truth: truth, Report: new TableReport(truth.Table.FullName))).ToArray();
        foreach (var date in season.Walked)
        {
            var day = new DayTruth(season, date);
            foreach (var (truth, report) in reports)
            {
                await truth.CompareAsync(warehouse, day, report, cancellationToken);
            }

            done?.Invoke(date);
        }

        foreach (var (truth, report) in reports)
        {
            await RequireNothingAroundAsync(truth.Table, report, cancellationToken);
        }

        return [.. reports.Select(each => each.Report)];
    }

    private async Task RequireNothingAroundAsync(TableSchema table, TableReport report, CancellationToken cancellationToken)
    {
        foreach (var range in new[]
        {
            new GameDateRange(season.Walked.From.AddDays(-DaysAround), season.Walked.From.AddDays(-1)), new GameDateRange(season.Walked.To.AddDays(1), season.Walked.To.AddDays(DaysAround)),
        })
        {
            var rows = await warehouse.ReadAsync(new ReadRequest(table, table.Key, range, []), cancellationToken);
            foreach (var row in rows.Rows)
            {
                report.Add(new(report.Table, string.Join(' ', row), null, null, "a row of a date that was not walked"));
            }
        }
    }
}
