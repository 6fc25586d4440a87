using FsCheck;
using FsCheck.Fluent;
using NbaProps.Shared.Warehouse.Batching;
using Property = NbaProps.Tests.Domain.Property;

namespace NbaProps.Tests.Shared.Warehouse.Batching;

/// <summary>Whatever is added, whatever fails and whenever time passes: nothing is lost, and nothing overtakes.</summary>
public sealed class BatchWriterProperties
{
    private static readonly BatchWriterOptions Options = new() { MaxRows = 6, MaxBytes = 3_000, Capacity = 15, MaxAge = TimeSpan.FromSeconds(10), RetryDelay = TimeSpan.FromSeconds(3) };

    private static readonly Gen<Step> Steps = Gen.Frequency(
        (12, Gen.Choose(0, 9).Select(size => (Step)new Add(Note: null, size * 100))),
        (1, Gen.Constant((Step)new Add(LogWarehouse.Refused, 0))),
        (1, Gen.Constant((Step)new Add(LogWarehouse.Poison, 0))),
        (1, Gen.Constant((Step)new Add("rule", 0))),
        (2, Gen.Choose(1, 12).Select(seconds => (Step)new Wait(seconds))),
        (2, Gen.Constant((Step)new Tick())),
        (1, Gen.Constant((Step)new Flush())),
        (1, Gen.Constant((Step)new Take())));

    private static readonly Gen<Fault> Faults = Gen.Frequency((6, Gen.Constant(Fault.None)), (2, Gen.Constant(Fault.Before)), (1, Gen.Constant(Fault.After)));

    private static readonly Gen<(Step[] Steps, Fault[] Faults)> Stories =
        from steps in Steps.ArrayOf()
        from more in Steps.ArrayOf()
        from faults in Faults.ArrayOf()
        select (steps.Concat(more).ToArray(), faults);

    [Fact]
    public void Nothing_is_lost_and_nothing_overtakes() => Property.ForAll(Stories, story =>
    {
        var run = new Run(story.Faults);
        foreach (var step in story.Steps)
        {
            run.Do(step);
            run.Check();
        }

        run.End();
    });

    [Fact]
    public void The_same_story_has_the_same_history() => Property.ForAll(Stories, story =>
    {
        string History()
        {
            var run = new Run(story.Faults);
            Array.ForEach(story.Steps, run.Do);
            return string.Join('|', run.Log.Batches.Select(batch => string.Join(',', batch.Select(row => $"{row[1]}@{row[^3]}"))));
        }

        History().ShouldBe(History());
    });

    private abstract record Step;

    private sealed record Add(string? Note, int Size) : Step;

    private sealed record Wait(int Seconds) : Step;

    private sealed record Tick : Step;

    private sealed record Flush : Step;

    private sealed record Take : Step;

    private sealed class Run
    {
        private readonly ManualTime _time = new();
        private readonly BatchWriter<SampleLogRow> _writer;
        private readonly List<string> _added = [];
        private readonly List<RefusedLogRow<SampleLogRow>> _taken = [];
        private int _next;

        public Run(IEnumerable<Fault> faults)
        {
            _writer = new BatchWriter<SampleLogRow>(Log, Samples.Lineage, _time, Options);
            foreach (var fault in faults)
            {
                Log.Script.Enqueue(fault);
            }
        }

        public LogWarehouse Log { get; } = new();

        public void Do(Step step)
        {
            switch (step)
            {
                case Add add:
                    var id = $"{_next++:0000}";
                    var note = add.Size > 0 ? new string('x', add.Size) : add.Note;
                    var outcome = Now(_writer.AddAsync(Samples.Log(id, points: add.Note == "rule" ? -1 : 1, note), default));
                    if (outcome.Verdict != AddVerdict.Full)
                    {
                        _added.Add(id);
                    }

                    break;
                case Wait wait:
                    _time.Advance(TimeSpan.FromSeconds(wait.Seconds));
                    break;
                case Tick:
                    Now(_writer.TickAsync(default));
                    break;
                case Flush:
                    Now(_writer.FlushAsync(default));
                    break;
                default:
                    _taken.AddRange(_writer.TakeRefused());
                    break;
            }
        }

        public void Check()
        {
            var counters = _writer.Counters;
            var refused = _taken.Concat(_writer.Refused).ToArray();
            var waiting = _writer.Waiting.Select(row => row.EventId).ToArray();
            counters.Added.ShouldBe(_added.Count);
            counters.Refused.ShouldBe(refused.Length);
            counters.Buffered.ShouldBe(waiting.Length);
            counters.Added.ShouldBe(counters.Stored + counters.Refused + counters.Buffered);
            (waiting.Length + _writer.Refused.Count).ShouldBeLessThanOrEqualTo(Options.Capacity);

            // Each row that was added is stored, refused or waiting; only a write without an answer may make it two of these.
            var stored = Log.Ids.ToArray();
            var refusedIds = refused.Select(row => row.Row.EventId).ToArray();
            _added.Except(stored).Except(refusedIds).Except(waiting).ShouldBeEmpty();
            refused.Where(row => !row.MayBeStored).Select(row => row.Row.EventId).Intersect(stored).ShouldBeEmpty();
            refusedIds.ShouldBeUnique();
            refusedIds.Intersect(waiting).ShouldBeEmpty();
            refused.ShouldAllBe(row => row.Reason.Length > 0);

            // In the order in which they came: first occurrences in the log, and the rows that wait.
            stored.Distinct().ShouldBeInOrder();
            waiting.ShouldBeInOrder();
            Log.Batches.ShouldAllBe(batch => batch.Count <= Options.MaxRows);
        }

        /// <summary>The store has recovered: everything that can be stored is, and nothing else.</summary>
        public void End()
        {
            Log.Script.Clear();
            Do(new Take());
            Now(_writer.FlushAsync(default));
            Check();
            if (_writer.Waiting.Count > 0)
            {
                // All that may be left is rows that the log refuses alone, as long as it has never taken another.
                _writer.Waiting.Take(1).ShouldAllBe(row => row.Note == LogWarehouse.Poison);
                _writer.Counters.Failures.ShouldBeGreaterThan(0);
            }
            else
            {
                Log.Ids.Distinct().Count().ShouldBe((int)_writer.Counters.Stored);
            }
        }

        // The fake completes every call before it returns, and the writer has no way of its own to leave the thread.
        private static T Now<T>(Task<T> task)
        {
            task.IsCompleted.ShouldBeTrue();
            return task.GetAwaiter().GetResult();
        }
    }
}
