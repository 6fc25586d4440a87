namespace NbaProps.Shared.Warehouse.Batching;

/// <summary>
/// Estimates what a row takes in a streaming request's JSON. The estimate is never too small, whatever encoder writes it: a request over
/// the limit would be refused as a whole.
/// </summary>
internal sealed class RowSize
{
    // {"insertId":"<128>","json":{}}, around each row.
    private const int Envelope = 128 + 32;

    private readonly int _frame;

    public RowSize(TableSchema schema, Lineage lineage)
    {
        var stamped = new object?[Lineage.Columns.Count];
        lineage.CopyTo(stamped, 0);

        // Quotes, colon and comma around each name.
        _frame = Envelope + schema.Columns.Sum(column => column.Name.Length + 4) + stamped.Sum(Of);
    }

    public int Estimate(object?[] values) => (int)Math.Min(int.MaxValue, _frame + values.Sum(value => (long)Of(value)));

    private static int Of(object? value) => value switch
    {
        null => 4,
        string text => 2 + (int)Math.Min(int.MaxValue / 2, text.Sum(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '_' or '-' or '.' ? 1L : 6L)),
        // An instant, a number or a date, in quotes.
        _ => 36,
    };
}
