using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Warehouse;
using NbaProps.Truth.Comparing;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth;

/// <summary>What the comparison finds when a table says something else: it is a comparison only if it does.</summary>
[Collection(nameof(PocketSeason))]
public sealed class PlantedDifferenceTests(PocketSeason pocket)
{
    private static long _token = 1_000_000;

    public static TheoryData<string> WithRows { get; } = [.. NbaPipeline.Manifest.Tables.Select(table => table.FullName).Where(table => table != "nba_raw.nbac_player_movement")];

    [Theory]
    [MemberData(nameof(WithRows))]
    public async Task A_row_that_is_missing_is_named_with_its_table_and_key(string table)
    {
        var difference = (await DifferencesOfAsync(table, rows => [.. rows.Skip(1)])).ShouldHaveSingleItem();
        (difference.Table, difference.Column, difference.Found).ShouldBe((table, null, null));
        difference.ToString().ShouldEndWith("is missing");
    }

    [Theory]
    [MemberData(nameof(WithRows))]
    public async Task A_row_too_many_is_named(string table)
    {
        var key = Schema(table).Key[^1];
        var differences = await DifferencesOfAsync(table, rows => [.. rows, Changed(table, rows[0], [key])]);
        differences.ShouldContain(difference => difference.Column == null && difference.Expected == null);
    }

    [Theory]
    [MemberData(nameof(WithRows))]
    public async Task Each_column_that_says_something_else_is_named_with_both_values(string table)
    {
        // What a system thinks is no fact; since when a prediction stands is not said.
        string[] opinions = ["predicted_points", "confidence", "recommendation", "reason", "similar_games", "as_of"];
        var free = table is "nba_predictions.prediction_staging" or "nba_predictions.player_prop_predictions" ? opinions : [];
        var schema = Schema(table);
        var columns = schema.Columns.Where(column => column.Role != ColumnRole.Lineage && !schema.Key.Contains(column.Name) && !free.Contains(column.Name)).Select(column => column.Name).ToArray();
        var differences = await DifferencesOfAsync(table, rows => [Changed(table, rows[0], columns), .. rows.Skip(1)]);
        columns.Except(differences.Select(difference => difference.Column)).ShouldBeEmpty();
        differences.ShouldAllBe(difference => difference.Expected != difference.Found);
    }

    private async Task<IReadOnlyList<Difference>> DifferencesOfAsync(string table, Func<IReadOnlyList<object?[]>, IReadOnlyList<object?[]>> change)
    {
        var schema = Schema(table);
        var columns = schema.Columns.Select(column => column.Name).ToArray();
        var batch = await pocket.Warehouse.ReadAsync(new ReadRequest(schema, columns, pocket.Truth.Walked, []), CancellationToken.None);
        var date = (GameDate)batch.Rows[^1][Place(table, schema.PartitionColumn)]!;
        var rows = batch.Rows.Where(row => date.Equals(row[Place(table, schema.PartitionColumn)])).ToArray();
        try
        {
            await WriteAsync(schema, columns, date, change(rows));
            var report = new TableReport(table);
            await Truths.All.Single(truth => truth.Table == schema).CompareAsync(pocket.Warehouse, new DayTruth(pocket.Truth, date), report, CancellationToken.None);
            return report.Differences;
        }
        finally
        {
            await WriteAsync(schema, columns, date, rows);
        }
    }

    private async Task WriteAsync(TableSchema schema, string[] columns, GameDate date, IReadOnlyList<object?[]> rows) =>
        (await pocket.Warehouse.ReplaceAsync(new PartitionWrite(schema, new Partition(date), Interlocked.Increment(ref _token), new RowBatch(columns, rows)), CancellationToken.None)).ShouldBe(FencedWrite.Written);

    private static object?[] Changed(string table, object?[] row, string[] columns) =>
        [.. row.Select((cell, place) => columns.Contains(Schema(table).Columns[place].Name) ? Another(cell, Schema(table).Columns[place]) : cell)];

    private static TableSchema Schema(string table) => NbaPipeline.Manifest.Tables.Single(each => each.FullName == table);

    private static int Place(string table, string column) => Schema(table).Columns.Select(each => each.Name).ToList().IndexOf(column);

    // Another value that the row's record can hold.
    private static object Another(object? value, ColumnSchema column) => (value, column.Type) switch
    {
        (string text, _) => TeamTricode.TryParse(text, out var team) ? (team.Value == "BOS" ? "DEN" : "BOS") : Season.TryParse(text, out _) ? "2020-21" : GameId.TryParse(text, out _) ? "0022509999" : text + "x",
        (long number, _) => new[] { Far(number, column), number + 3, number + 1, number - 1 }.First(other => IsAccepted(other, column)),
        (double number, _) => new[] { number + 7, number - 7, number + 0.25, number - 0.25 }.First(other => IsAccepted(other, column)),
        (bool flag, _) => !flag,
        (DateTimeOffset instant, _) => instant.AddMinutes(1),
        (null, ColumnType.String) => column.Name is "team" ? "BOS" : "x",
        (null, ColumnType.Int64) => new[] { 100L, 1, 2000 }.First(other => IsAccepted(other, column)),
        (null, ColumnType.Float64) => new[] { 7.0, 0.5 }.First(other => IsAccepted(other, column)),
        (null, ColumnType.Bool) => true,
        (null, ColumnType.Timestamp) => new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, $"No other value is known for {column.Name}."),
    };

    // Of events and players the next number is taken.
    private static long Far(long number, ColumnSchema column) => column.Name is "event_sequence" or "player_id" or "official_code" ? number + 1_000_003 : number + 3;

    private static bool IsAccepted(double value, ColumnSchema column) => value >= (column.Minimum ?? double.MinValue) && value <= (column.Maximum ?? double.MaxValue);
}
