using System.Globalization;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.GoogleCloud.BigQuery;
using NbaProps.GoogleDouble;
using NbaProps.GoogleDouble.BigQuery;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Contracts.Warehouse.BigQuery;

/// <summary>
/// One history of a lease that was taken over: a writer under token 1, who tries again once; and who comes after him, who settles token 1 and writes under
/// token 2. What happens next is chosen by the test, one step at a time: which request arrives, which is given up or loses its answer, which job ends and how.
/// </summary>
internal sealed class Takeover
{
    private static readonly GameDate Date = new(2026, 1, 12);
    private static readonly Partition Partition = new(Date);

    private readonly BigQueryDouble _google = new() { Pace = Pace.AtOnce };
    private readonly ScheduledWire _wire;
    private readonly Task _zombie;
    private readonly Task _successor;
    private readonly HashSet<string> _looked = new(StringComparer.Ordinal);
    private readonly List<string> _history = [];
    private int _faults;
    private bool _isSettled;
    private string _atSettling = string.Empty;

    private Takeover(int faults)
    {
        _faults = faults;
        _wire = new(_google);
        CreateTable();
        _google.Pace = Pace.ByHand;
        _zombie = ZombieAsync(_wire.Warehouse("zombie"));
        _successor = SuccessorAsync(_wire.Warehouse("successor"));
    }

    /// <summary>What the zombie's tries were answered.</summary>
    public List<FencedWrite?> ZombiesAnswers { get; } = [];

    /// <summary>What the successor's write was answered; null when it or the settling failed.</summary>
    public FencedWrite? SuccessorsAnswer { get; private set; }

    /// <summary>Whether the settling waited for a job that was under way.</summary>
    public bool WasCancelled { get; private set; }

    /// <summary>Runs one history to its end, and every request and job to theirs.</summary>
    /// <param name="faults">How often an answer may be lost.</param>
    /// <param name="choose">In this situation, of so many steps, the one to take; null where all that follows is known.</param>
    /// <returns>The history; null when it was broken off.</returns>
    public static Takeover? Run(int faults, Func<string, int, int?> choose)
    {
        var run = new Takeover(faults);
        while (run.Steps() is { Count: > 0 } steps)
        {
            if (choose(run.Situation(), steps.Count) is not { } chosen)
                return null;
            var (name, act) = steps[chosen];
            run._history.Add(name);
            act();
            run.Check();
        }

        if (!run._zombie.IsCompletedSuccessfully || !run._successor.IsCompletedSuccessfully)
            throw new InvalidOperationException($"Someone waits for ever, or failed: {run}", run._zombie.Exception ?? run._successor.Exception);
        if (run.SuccessorsAnswer == FencedWrite.Written)
            run.Visible().ShouldBe("2", run.ToString());
        return run;
    }

    public override string ToString() => string.Join("; ", _history);

    private static TableSchema Samples => Table<Sample>.Instance.Schema;

    private List<(string Name, Action Act)> Steps()
    {
        var steps = new List<(string, Action)>();
        foreach (var request in _wire.Waiting)
        {
            // A second look at a job that is still under way changes nothing.
            if (request.LooksAt is { } job && _google.IsUnderWay(job) && _looked.Contains($"{request.Actor} {job}"))
                continue;
            steps.Add(($"{(request.IsGivenUp ? "late " : string.Empty)}{request}", () =>
            {
                _looked.Add($"{request.Actor} {request.LooksAt}");
                _wire.Deliver(request, isAnswerLost: false);
            }));
            if (_faults > 0 && !request.IsGivenUp && request.Request.Method is "POST")
            {
                steps.Add(($"{request} unanswered", () => Fault(() => _wire.Deliver(request, isAnswerLost: true))));
                steps.Add(($"{request} given up", () => Fault(() => _wire.GiveUp(request))));
            }
        }

        foreach (var job in _google.Jobs.Where(_google.IsUnderWay))
        {
            steps.Add(($"{job} ends", () => _google.Finish(job, isStopped: false)));
            if (_google.IsCancelRequested(job))
            {
                WasCancelled = true;
                steps.Add(($"{job} is stopped", () => _google.Finish(job, isStopped: true)));
            }
        }

        return steps;
    }

    /// <summary>All that what follows depends on, however it came about.</summary>
    private string Situation()
    {
        var jobs = _google.Jobs.Select(job => $"{job} {_google.IsUnderWay(job)} {_google.IsCancelRequested(job)}");
        var waiting = _wire.Waiting.Select(request => $"{request} {request.IsGivenUp}");
        return string.Join('\n', [.. _wire.Told.Values, .. jobs, .. waiting.Order(StringComparer.Ordinal), Visible(), $"{_faults} {_isSettled} {_atSettling}"]);
    }

    private void Fault(Action act)
    {
        _faults--;
        act();
    }

    private void Check()
    {
        if (_isSettled && Visible() is var now && !string.Equals(now, _atSettling, StringComparison.Ordinal) && !string.Equals(now, "2", StringComparison.Ordinal))
            throw new InvalidOperationException($"Settled at '{_atSettling}', and then '{now}' is visible: {this}");
        if (_isSettled && string.Equals(Visible(), "2", StringComparison.Ordinal))
            _atSettling = "2";
    }

    /// <summary>The tokens of the rows that there are.</summary>
    private string Visible()
    {
        var (columns, rows) = _google.Dump("contract.samples");
        var token = columns.ToList().IndexOf("token");
        return string.Join(',', rows.Select(row => row[token]));
    }

    private async Task ZombieAsync(BigQueryWarehouse warehouse)
    {
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            try
            {
                ZombiesAnswers.Add(await warehouse.ReplaceAsync(Write(1), CancellationToken.None));
            }
            catch (TransientException)
            {
                ZombiesAnswers.Add(null);
            }
        }
    }

    private async Task SuccessorAsync(BigQueryWarehouse warehouse)
    {
        try
        {
            await warehouse.SettleAsync(Samples, Partition, 1, CancellationToken.None);
            _isSettled = true;
            _atSettling = Visible();
            SuccessorsAnswer = await warehouse.ReplaceAsync(Write(2), CancellationToken.None);
        }
        catch (TransientException)
        {
            // Its fate is unknown: who comes next settles again.
            SuccessorsAnswer = null;
        }
    }

    private static PartitionWrite Write(long token)
    {
        var table = Table<Sample>.Instance;
        var row = new Sample
        {
            GameDate = Date, GameId = GameId.Parse("0022500560"), Name = token.ToString(CultureInfo.InvariantCulture), Source = "test", AsOf = new(2026, 1, 12, 18, 0, 0, TimeSpan.Zero),
        };
        var values = new Lineage($"run-{token}", "chain", row.AsOf, token, token).Stamp(table.ToValues(row));
        return new(table.Schema, Partition, token, new RowBatch([.. table.Schema.Columns.Select(column => column.Name)], [values]));
    }

    private void CreateTable()
    {
        var applying = _wire.Warehouse("setup").ApplySchemaAsync(Samples, CancellationToken.None);
        while (_wire.Waiting is [var request, ..])
            _wire.Deliver(request, isAnswerLost: false);
        applying.IsCompletedSuccessfully.ShouldBeTrue();
    }
}
