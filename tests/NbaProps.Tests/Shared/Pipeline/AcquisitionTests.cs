using NbaProps.Domain.Calendar;
using NbaProps.Embedded.InMemory;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Running;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.State;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Pipeline;

public sealed class AcquisitionTests
{
    private static readonly UnitKey Unit = new(ScrapersPhase.Schedule.Name, new(new GameDate(2026, 1, 15)));

    // No waiting between the tries: nobody moves this clock.
    private static readonly RuntimeOptions Options = new() { StateRetryDelay = TimeSpan.Zero };

    private readonly FakeTimeProvider _time = new();
    private readonly RefusingStore _store;
    private readonly Acquisition _acquisition;

    public AcquisitionTests()
    {
        _store = new RefusingStore(new InMemoryStateStore(_time));
        _acquisition = new Acquisition(new StateCalls(_store, _time, Options), _time, Options, new RunIdentity("scrapers-1"));
    }

    // Both reach for the same token. The commit of one is refused and its answer lost; what it then reads is the other's run.
    [Fact]
    public async Task Two_handlers_of_one_instance_never_hold_a_unit_together()
    {
        HeldUnit? other = null;
        _store.InsteadOfNextCommit = async () =>
        {
            other = await AcquireAsync("the other");
            throw new TransientException("the answer was lost");
        };

        (await AcquireAsync("the first")).ShouldBeNull();
        other.ShouldNotBeNull().Ledger.Trigger.ShouldBe("the other");
    }

    [Fact]
    public async Task A_commit_that_was_applied_and_whose_answer_was_lost_holds_the_unit()
    {
        _store.LoseNextAnswer = true;

        var held = (await AcquireAsync("the first")).ShouldNotBeNull();

        held.Token.ShouldBe(1);
        (await AcquireAsync("the second")).ShouldBeNull();
    }

    // As on a full disk: what can be read cannot be written.
    [Fact]
    public async Task Where_nothing_can_be_written_whoever_finds_the_unit_held_is_told_after_a_few_tries()
    {
        await AcquireAsync("the first");
        _store.Full = true;

        (await Should.ThrowAsync<TransientException>(() => AcquireAsync("the second"))).Message.ShouldBe("the disk is full");
        _store.Refused.ShouldBe(Options.StateAttempts);
    }

    [Fact]
    public async Task Where_nothing_can_be_written_whoever_lets_a_day_reach_a_moment_is_told_after_a_few_tries()
    {
        _store.Full = true;
        var (days, date) = (new GameDays(_store, _time, Options), Unit.Partition.Date);
        var reached = () => days.ReachAsync(date, Moment.Context, date.At(10), visit: 1, "test", date.At(10), CancellationToken.None);

        (await Should.ThrowAsync<TransientException>(reached)).Message.ShouldBe("the disk is full");
        _store.Refused.ShouldBe(Options.StateAttempts);
        _store.Full = false;
        _store.LoseNextAnswer = true;
        (await reached()).ShouldBeFalse();
        (await days.FindAsync(date, CancellationToken.None)).ShouldNotBeNull().Reached.ShouldBe(Moment.Context);
    }

    // Whoever moved it may have done the work: a duplicate must not run it once more.
    [Fact]
    public async Task What_somebody_else_has_run_since_the_look_is_not_taken_but_looked_at_again()
    {
        var seen = await SeeAsync();
        var ended = new UnitDocument { Unit = Unit.ToString(), Token = 1, Generation = 1, Outcome = RunState.Succeeded, Reason = "meanwhile" };
        await _store.CommitAsync([new DocumentWrite(Unit.Path, StateJson.Write(ended), Precondition.Absent)], CancellationToken.None);

        (await TryAsync("the duplicate", seen)).ShouldBe(Acquired.Moved);
        (await SeeAsync()).Unit.ShouldNotBeNull().Token.ShouldBe(1);
    }

    [Fact]
    public async Task The_lease_is_whole_however_long_the_look_took()
    {
        var seen = await SeeAsync();
        _time.Advance(Options.Lease / 2);
        (await TryAsync("the slow one", seen)).Held.ShouldNotBeNull().LeaseLeft.ShouldBe(Options.Lease);
    }

    [Fact]
    public async Task What_moved_during_a_long_look_is_not_taken_either()
    {
        var seen = await SeeAsync();
        _time.Advance(Options.Lease / 2);
        await AcquireAsync("the other");
        (await TryAsync("the slow one", seen)).ShouldBe(Acquired.Moved);
    }

    // As a run does it: what moved is looked at again.
    private async Task<HeldUnit?> AcquireAsync(string trigger)
    {
        while (true)
        {
            var taken = await TryAsync(trigger, await SeeAsync());
            if (taken.IsBusy || taken.Held is not null)
            {
                return taken.Held;
            }
        }
    }

    private Task<Peek> SeeAsync() => Looks.SeeAsync(_store, Unit, _time);

    private Task<Acquired> TryAsync(string trigger, Peek seen) =>
        _acquisition.TryAcquireAsync(ScrapersPhase.Schedule, Unit, new RunTrigger(trigger, string.Empty), seen, CancellationToken.None);

    private sealed class RefusingStore(IStateStore inner) : IStateStore
    {
        public Func<Task>? InsteadOfNextCommit { get; set; }

        public bool LoseNextAnswer { get; set; }

        public bool Full { get; set; }

        public int Refused { get; private set; }

        public Task<IReadOnlyList<StateRead>> GetAllAsync(IReadOnlyList<DocumentPath> paths, CancellationToken cancellationToken) => inner.GetAllAsync(paths, cancellationToken);

        public Task<IReadOnlyList<Document>> QueryAsync(DocumentQuery query, CancellationToken cancellationToken) => inner.QueryAsync(query, cancellationToken);

        public async Task<CommitResult> CommitAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
        {
            if (Full)
            {
                throw ++Refused < 100 ? new TransientException("the disk is full") : new InvalidOperationException("It is tried for ever.");
            }

            if (InsteadOfNextCommit is { } instead)
            {
                InsteadOfNextCommit = null;
                await instead();
            }

            var result = await inner.CommitAsync(writes, cancellationToken);
            if (LoseNextAnswer)
            {
                LoseNextAnswer = false;
                throw new TransientException("the answer was lost");
            }

            return result;
        }
    }
}
