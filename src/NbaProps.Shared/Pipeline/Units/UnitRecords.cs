using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Units;

/// <summary>Units and game days that this process has read, for all who read them.</summary>
internal sealed class UnitRecords
{
    // The units of some months: a process looks at the same ones again and again.
    private const int Capacity = 20_000;

    /// <summary>Units.</summary>
    public DocumentRecords<UnitDocument> Units { get; } = new(Capacity);

    /// <summary>Game days.</summary>
    public DocumentRecords<GameDay> Days { get; } = new(Capacity);

    /// <summary>The unit that was read; null where there is none.</summary>
    public UnitDocument? Unit(StateRead read) => read.Document is { } document ? Units.Of(document) : null;

    /// <summary>The game day that was read; null where there is none.</summary>
    public GameDay? Day(StateRead read) => read.Document is { } document ? Days.Of(document) : null;
}
