using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.State;

namespace NbaProps.Chaos.Harness;

/// <summary>
/// A planted join: a kind of process sees nothing of some processors' units of a date before as many as there are of them have been counted. The count is
/// written together with a unit's first output, so that neither a kill nor a lost answer parts them; what it is raised from is read before.
/// </summary>
/// <param name="processors">Whose completions are counted, each with one unit of a date.</param>
/// <param name="reader">The kind of process that waits for all of them.</param>
/// <param name="isAtomic">Whether a count is raised from what it is when it is written: a counter that loses nothing.</param>
public sealed class CountedJoin(IReadOnlyCollection<string> processors, string reader, bool isAtomic)
{
    private readonly SortedDictionary<GameDate, int> _counts = [];

    /// <summary>Counts what has completed before anybody looks.</summary>
    public void Begin(IStateStore state)
    {
        foreach (var processor in processors)
        {
            foreach (var document in state.QueryAsync(new DocumentQuery(UnitKey.Collection, $"{processor}|", $"{processor}|~"), CancellationToken.None).GetAwaiter().GetResult())
            {
                if (HasCompleted(document.Json))
                {
                    var date = UnitKey.Parse(document.Path.Id).Partition.Date;
                    _counts[date] = Count(date) + 1;
                }
            }
        }
    }

    /// <summary>The counts of the dates of a commit, as its process reads them before it commits.</summary>
    public IReadOnlyDictionary<GameDate, int> Read(IReadOnlyList<DocumentWrite> writes) =>
        writes.Where(IsCompletion).Select(write => UnitKey.Parse(write.Path.Id).Partition.Date).Distinct().ToDictionary(date => date, Count);

    /// <summary>The dates of which a commit brings a unit's first output.</summary>
    public IReadOnlyList<GameDate> FirstOutputs(IReadOnlyList<DocumentWrite> writes, IStateStore state) =>
    [
        .. writes.Where(IsCompletion)
            .Where(write => state.GetAsync(write.Path, CancellationToken.None).GetAwaiter().GetResult().Document is not { } before || !HasCompleted(before.Json))
            .Select(write => UnitKey.Parse(write.Path.Id).Partition.Date),
    ];

    /// <summary>Writes the counts of a commit that was applied.</summary>
    public void Write(IEnumerable<GameDate> dates, IReadOnlyDictionary<GameDate, int> read)
    {
        foreach (var date in dates)
        {
            _counts[date] = (isAtomic ? Count(date) : read[date]) + 1;
        }
    }

    /// <summary>Whether the join is still open to a process that asks for a unit.</summary>
    public bool Hides(Document document, SimProcess process) =>
        string.Equals(process.Role.Name, reader, StringComparison.Ordinal) && IsCounted(document.Path) && Count(UnitKey.Parse(document.Path.Id).Partition.Date) < processors.Count;

    private bool IsCompletion(DocumentWrite write) => write.Json is { } json && IsCounted(write.Path) && HasCompleted(json);

    private bool IsCounted(DocumentPath path) =>
        string.Equals(path.Collection, UnitKey.Collection, StringComparison.Ordinal) && processors.Contains(UnitKey.Parse(path.Id).Processor, StringComparer.Ordinal);

    private int Count(GameDate date) => _counts.GetValueOrDefault(date);

    // Since when its output has stood is told with the first one, and never taken back.
    private static bool HasCompleted(string json) => StateJson.Read<UnitDocument>(json).AsOf is not null;
}
