using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Pipeline.Ledger.Export;

/// <summary>How a phase of a date stood when it had last changed: the expected outputs by state. Written when a figure changes, never repeated.</summary>
[Table("nba_orchestration", "phase_status", Kind = TableKind.Log)]
public sealed record PhaseStatusRow : WarehouseRow
{
    /// <summary>US Eastern sports day.</summary>
    [Key(0)]
    public required GameDate GameDate { get; init; }

    /// <summary>The phase.</summary>
    [Key(1)]
    [Between(1, 5)]
    public required int Phase { get; init; }

    /// <summary>When it was compared, wall clock, UTC.</summary>
    [Key(2)]
    public required DateTimeOffset ObservedAt { get; init; }

    /// <summary>The state that wants attention first: Failed, Blocked, Overdue, Running, Expected, Degraded, Complete, EmptyOk, NotDue.</summary>
    public required string Status { get; init; }

    /// <summary>Outputs not due yet.</summary>
    public required int NotDue { get; init; }

    /// <summary>Outputs that are due and not late.</summary>
    public required int Expected { get; init; }

    /// <summary>Outputs that a run is making.</summary>
    public required int Running { get; init; }

    /// <summary>Outputs that are there.</summary>
    public required int Complete { get; init; }

    /// <summary>Outputs that are rightly empty.</summary>
    public required int EmptyOk { get; init; }

    /// <summary>Outputs with something missing.</summary>
    public required int Degraded { get; init; }

    /// <summary>Outputs whose last run failed.</summary>
    public required int Failed { get; init; }

    /// <summary>Outputs behind a closed gate.</summary>
    public required int Blocked { get; init; }

    /// <summary>Outputs that are late.</summary>
    public required int Overdue { get; init; }

    private static readonly ExpectedState[] Attention =
    [
        ExpectedState.Failed, ExpectedState.Blocked, ExpectedState.Overdue, ExpectedState.Running, ExpectedState.Expected,
        ExpectedState.Degraded, ExpectedState.Complete, ExpectedState.EmptyOk, ExpectedState.NotDue,
    ];

    /// <summary>What two rows of a phase are compared by: the figures, not when they were seen.</summary>
    internal string Figures => FormattableString.Invariant($"{NotDue} {Expected} {Running} {Complete} {EmptyOk} {Degraded} {Failed} {Blocked} {Overdue}");

    internal static PhaseStatusRow Of(GameDate date, int phase, IReadOnlyCollection<ExpectedOutput> outputs, DateTimeOffset observedAt)
    {
        int Count(ExpectedState state) => outputs.Count(output => output.State == state);
        return new()
        {
            GameDate = date,
            Phase = phase,
            ObservedAt = observedAt,
            Status = Attention.First(state => Count(state) > 0).ToString(),
            NotDue = Count(ExpectedState.NotDue),
            Expected = Count(ExpectedState.Expected),
            Running = Count(ExpectedState.Running),
            Complete = Count(ExpectedState.Complete),
            EmptyOk = Count(ExpectedState.EmptyOk),
            Degraded = Count(ExpectedState.Degraded),
            Failed = Count(ExpectedState.Failed),
            Blocked = Count(ExpectedState.Blocked),
            Overdue = Count(ExpectedState.Overdue),
            Source = OrchestrationTables.Source,
            AsOf = observedAt,
        };
    }
}

/// <summary>The figures of a date's phases as they were last written, so that only changes are.</summary>
internal sealed record PhaseStatusDocument
{
    internal const string Collection = "phase_status";

    /// <summary>The date.</summary>
    public required GameDate Date { get; init; }

    /// <summary>The figures by phase.</summary>
    public SortedDictionary<int, string> Figures { get; init; } = [];
}
