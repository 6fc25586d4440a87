namespace NbaProps.Truth.Comparing;

/// <summary>Something in a table that is not as the league played it.</summary>
/// <param name="Table">Dataset and name.</param>
/// <param name="Key">The row's key, column by column.</param>
/// <param name="Column">The column; null where the whole row is missing or should not be there.</param>
/// <param name="Expected">What happened, as text; null where the row should not be there.</param>
/// <param name="Found">What the table says, as text; null where the row is missing.</param>
internal sealed record Difference(string Table, string Key, string? Column, string? Expected, string? Found)
{
    /// <summary>One line.</summary>
    public override string ToString() => Column is null
        ? $"{Table} [{Key}] {(Found is null ? "is missing" : "should not be there")}"
        : $"{Table} [{Key}] {Column}: expected {Expected}, found {Found}";
}
