namespace NbaProps.Truth.Comparing;

/// <summary>What comparing a table came to.</summary>
/// <param name="table">Dataset and name.</param>
internal sealed class TableReport(string table)
{
    private const int MostKept = 100;

    private readonly List<Difference> _differences = [];

    /// <summary>Dataset and name.</summary>
    public string Table => table;

    /// <summary>Rows that the table has on the dates compared.</summary>
    public long Rows { get; set; }

    /// <summary>Cells that were compared: columns of rows that both sides have.</summary>
    public long Cells { get; set; }

    /// <summary>How many differences there are.</summary>
    public long Count { get; private set; }

    /// <summary>The first of them; enough to tell what they have in common.</summary>
    public IReadOnlyList<Difference> Differences => _differences;

    public void Add(Difference difference)
    {
        Count++;
        if (_differences.Count < MostKept)
        {
            _differences.Add(difference);
        }
    }
}
