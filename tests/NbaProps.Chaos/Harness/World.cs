using System.Globalization;

using NbaProps.Domain;
using NbaProps.Embedded.InMemory;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Hints;
using NbaProps.Shared.State;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Chaos.Harness;

/// <summary>
/// Everything that is not the code under test: stores, messages, time, processes, and the scheduler that decides what happens next. The
/// choice of what happens next is the schedule; a seed is a schedule.
/// </summary>
public sealed class World
{
    private readonly List<PendingCall> _calls = [];
    private readonly List<PendingCall> _stragglers = [];
    private readonly List<Delivery> _queue = [];
    private readonly List<Delivery> _inFlight = [];
    private readonly List<(SimProcess Process, Task Task)> _background = [];
    private readonly List<string> _history = [];
    private readonly SplitMix _random;
    private readonly FaultProfile _faults;
    private readonly IReadOnlyList<ProcessRole> _roles;
    private readonly Func<World, ProcessRole, string, SimProcess> _start;
    private readonly List<SimProcess> _processes = [];
    private readonly List<SimProcess> _guests = [];
    private readonly Dictionary<Spell, DateTimeOffset> _spellEnds = new(ReferenceEqualityComparer.Instance);
    private readonly SortedDictionary<string, int> _struck = new(StringComparer.Ordinal);
    private readonly int _wanted;
    private int _started;
    private int _messages;

    /// <summary>Makes the world of a seed.</summary>
    /// <param name="seed">Which schedule.</param>
    /// <param name="faults">How bad its days are.</param>
    /// <param name="defect">A mistake that is planted at the ports.</param>
    /// <param name="roles">What kinds of processes there are.</param>
    /// <param name="start">Starts one of a kind, under a name of its own.</param>
    /// <param name="from">What was there before; null for nothing.</param>
    public World(
        ulong seed, FaultProfile faults, PlantedDefect defect, IReadOnlyList<ProcessRole> roles, Func<World, ProcessRole, string, SimProcess> start, WorldStart? from = null)
    {
        _random = new SplitMix(seed);
        _faults = faults;
        _roles = roles;
        _wanted = roles.Sum(role => role.Instances);
        _start = start;
        Defect = defect;
        Time.Now = from?.Now ?? Time.Now;
        var clock = new SimClock(Time, TimeSpan.Zero);
        State = from?.State.Fork(clock) ?? new InMemoryStateStore(clock);
        Warehouse = from?.Warehouse.Fork() ?? new InMemoryWarehouse();
        Objects = from?.Objects.Fork() ?? new InMemoryObjectStore();
        Checker = new HistoryChecker();
        Fenced = faults.StoreComparesTokens && defect == PlantedDefect.None ? Warehouse : new BurnedIds(Warehouse);
    }

    public SimTime Time { get; } = new();

    public InMemoryStateStore State { get; }

    public InMemoryWarehouse Warehouse { get; }

    /// <summary>The warehouse as processes reach it: one that compares tokens, or one that can only burn ids.</summary>
    public IWarehouse Fenced { get; }

    public InMemoryObjectStore Objects { get; }

    public PlantedDefect Defect { get; }

    public HistoryChecker Checker { get; }

    /// <summary>A planted join that counts; null for none.</summary>
    public CountedJoin? Join { get; private set; }

    public IReadOnlyList<string> History => _history;

    /// <summary>Times in which a port is not as it should be.</summary>
    public IReadOnlyList<Spell> Spells { get; init; } = [];

    /// <summary>The processes that run.</summary>
    public IReadOnlyList<SimProcess> Processes => _processes;

    /// <summary>How often each kind of fault struck.</summary>
    public IReadOnlyDictionary<string, int> Faults => _struck;

    public string HistoryHash => ContentHash.Of([.. _history]);

    public bool Calm { get; private set; }

    public SplitMix Random => _random;

    public SimClock NewClock() => new(Time, TimeSpan.FromTicks(_faults.Skew.Ticks * _random.Below(3) / 2));

    /// <summary>Plants a join that counts.</summary>
    public void Plant(CountedJoin join)
    {
        join.Begin(State);
        Join = join;
    }

    public void Note(string what) => _history.Add(string.Create(CultureInfo.InvariantCulture, $"{_history.Count,5} {Time.Now:HH:mm:ss.fff} {what}"));

    /// <summary>Counts a fault.</summary>
    public void Strike(string fault) => _struck[fault] = _struck.GetValueOrDefault(fault) + 1;

    public void Enqueue(PendingCall call) => _calls.Add(call);

    /// <summary>Puts messages on the bus, a copy for each kind of process that subscribes; it may lose or double them.</summary>
    public void Publish(string topic, IReadOnlyList<OutgoingMessage> messages)
    {
        foreach (var message in messages)
        {
            Checker.Published(StateJson.Read<Hint>(message.Body), State, Note);
            foreach (var role in _roles.Where(role => role.Receives(topic, message)))
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"m{++_messages}");
                if (!Calm && _random.Chance(_faults.LostMessagePercent))
                {
                    Strike("message lost");
                    Note($"lost {id} {message.Body}");
                    continue;
                }

                Note($"queued {id} for {role.Name} {message.Body}");
                _queue.Add(new Delivery(id, role, message, 1));
            }
        }
    }

    /// <summary>Something that a process does without having been asked by a message. A defect in it breaks the seed.</summary>
    public void Background(SimProcess process, Task task) => _background.Add((process, task));

    internal CommitResult Record(SimProcess process, IReadOnlyList<DocumentWrite> writes, CommitResult result)
    {
        if (result is CommitResult.Committed)
        {
            Checker.Committed(process.Name, writes, Time.Now);
        }

        return result;
    }

    /// <summary>Lets things happen: the days go on, faults strike, until the profile's steps are used up.</summary>
    public void RunWild(IReadOnlyList<Action<World>> events)
    {
        var next = 0;
        for (var step = 0; step < _faults.Steps || next < events.Count; step++)
        {
            EnsureProcesses();
            if (next < events.Count && _random.Below(Math.Max(1, _faults.Steps / (events.Count + 1))) == 0)
            {
                events[next++](this);
            }

            Step();
        }
    }

    /// <summary>Lets things happen until a moment.</summary>
    /// <param name="end">The moment.</param>
    /// <param name="events">What happens besides, by its moment; what was still to come happens at the end.</param>
    public void RunWildUntil(DateTimeOffset end, params IEnumerable<(DateTimeOffset At, Action<World> Happen)> events)
    {
        var waiting = new Queue<(DateTimeOffset At, Action<World> Happen)>(events.OrderBy(one => one.At));
        while (Time.Now < end || waiting.Count > 0)
        {
            EnsureProcesses();
            if (waiting.TryPeek(out var next) && (Time.Now >= next.At || Time.Now >= end))
            {
                waiting.Dequeue();
                next.Happen(this);
                continue;
            }

            Step();
        }
    }

    /// <summary>Ends a process of a kind that runs an older build than the one that is started in its stead. It is not asked whether it is ready.</summary>
    public void Replace(ProcessRole role, int build)
    {
        if (_processes.Find(process => process.Role == role && process.Build < build) is { } old)
        {
            Strike("process replaced by a new version");
            End(old, "replaced");
            EnsureProcesses();
        }
    }

    /// <summary>A process comes, does one thing, and is gone.</summary>
    public void Visit(SimProcess guest, Task task)
    {
        _guests.Add(guest);
        Background(guest, task);
    }

    /// <summary>No more faults: everything that is on its way arrives, and a process looks after what is missing until there is nothing to ask for.</summary>
    /// <param name="look">One look; how many hints it sent.</param>
    /// <param name="isStill">
    /// Asked when a look sent none: whether all is as that look saw it. What it sends and does not count, such as to a gate that stays closed or a probe of what has failed, may have
    /// brought something after all. Null where it counts all that it sends.
    /// </param>
    /// <returns>Whether it became quiet.</returns>
    public bool BecomeQuiet(Func<SimProcess, Task<int>> look, Func<SimProcess, Task<bool>>? isStill = null)
    {
        Calm = true;
        foreach (var watcher in _processes.Where(process => process.Role.Watches).ToArray())
        {
            // Its loop has no end; from now on it looks when it is told to.
            Kill(watcher);
        }

        foreach (var process in _processes)
        {
            process.Paused = 0;
        }

        var still = 0;
        for (var round = 0; round < 120; round++)
        {
            Drain();
            Advance(TimeSpan.FromMinutes(11));
            Drain();
            EnsureProcesses();
            var watcher = Alive().FirstOrDefault(process => process.Role.Watches) ?? Alive()[0];
            var hints = Calmly(look(watcher));
            Note($"tick sent {hints}");

            // What a look sends and does not count, such as to a gate that stays closed, is on its way still: the next look sees what became of it.
            still = hints == 0 ? still + 1 : 0;
            if (hints == 0 && (still > 1 || (_queue.Count == 0 && _inFlight.Count == 0)))
            {
                Drain();
                if (isStill is null || Calmly(isStill(watcher)))
                {
                    return true;
                }

                still = 0;
            }
        }

        return false;
    }

    private T Calmly<T>(Task<T> task)
    {
        while (!task.IsCompleted)
        {
            StepCalm();
        }

        return task.GetAwaiter().GetResult();
    }

    private void Drain()
    {
        while (_calls.Count > 0 || _queue.Count > 0 || _inFlight.Count > 0 || _background.Count > 0 || _stragglers.Count > 0)
        {
            EnsureProcesses();
            StepCalm();
        }
    }

    private void StepCalm()
    {
        if (_stragglers.Count > 0 && (_random.Chance(5) || (_calls.Count == 0 && _queue.Count == 0)))
        {
            Arrive();
        }
        else if (_calls.Count > 0)
        {
            Complete(_calls[_random.Below(_calls.Count)]);
        }
        else if (_queue.Count > 0)
        {
            Deliver();
        }
        else
        {
            // Whoever is left waits for time to pass.
            AdvanceToNextTimer();
        }

        Reap();
    }

    private void Step()
    {
        if (_stragglers.Count > 0 && _random.Below(1000) < 4)
        {
            Arrive();
        }

        if (_random.Chance(2))
        {
            Checker.Look(Warehouse);
        }

        var draw = _random.Below(1000);
        if (draw < _faults.KillPermille)
        {
            Kill();
        }
        else if (draw < _faults.KillPermille + _faults.PausePermille)
        {
            Pause();
        }
        else if (draw < _faults.KillPermille + _faults.PausePermille + _faults.TickPermille)
        {
            StartTick();
        }
        else if (_random.Chance(_faults.TimePercent))
        {
            Advance(TimeSpan.FromSeconds(1 + _random.Below(_random.Chance(30) ? 400 : 20)));
        }
        else
        {
            Work();
        }

        foreach (var process in _processes)
        {
            process.Paused = Math.Max(0, process.Paused - 1);
        }

        Reap();
    }

    private void Work()
    {
        // Each step asks this: nothing is allocated for it.
        var (now, runnable) = (Time.Now, 0);
        foreach (var call in _calls)
        {
            runnable += IsRunnable(call, now) ? 1 : 0;
        }

        if (runnable > 0 && (_queue.Count == 0 || _random.Chance(80)))
        {
            var left = _random.Below(runnable);
            Finish(_calls.First(call => IsRunnable(call, now) && left-- == 0));
        }
        else if (_queue.Count > 0)
        {
            Deliver();
        }
        else
        {
            AdvanceToNextTimer();
        }
    }

    private static bool IsRunnable(PendingCall call, DateTimeOffset now) => call.Process.Paused == 0 && !(call.NotBefore > now);

    private void Finish(PendingCall call)
    {
        if (IsStruck(call, SpellKind.QuotaExceeded))
        {
            _calls.Remove(call);
            Strike($"quota exceeded: {call.Port}");
            Note($"{call.Process.Name} over quota {call.Name}");
            call.Refuse("429 RESOURCE_EXHAUSTED, quota exceeded");
        }
        else if (IsWrite(call) && call.NotBefore is null && IsStruck(call, SpellKind.SlowWrites))
        {
            call.NotBefore = Time.Now + TimeSpan.FromSeconds(5 + _random.Below(34));
            Strike("slow write");
            Note(string.Create(CultureInfo.InvariantCulture, $"{call.Process.Name} waits until {call.NotBefore:HH:mm:ss} for {call.Name}"));
        }
        else if (_random.Chance(_faults.RefusedPercent))
        {
            _calls.Remove(call);
            Strike("call refused");
            Note($"{call.Process.Name} refused {call.Name}");
            call.Refuse("refused by the harness");
        }
        else if (IsWrite(call) && _random.Chance(_faults.StragglerPercent))
        {
            _calls.Remove(call);
            _stragglers.Add(call);
            Strike("write slower than its caller waits");
            Note($"{call.Process.Name} gives up waiting for {call.Name}");
            call.GiveUp();
        }
        else if (call.Mutates && _random.Chance(_faults.LostAnswerPercent))
        {
            _calls.Remove(call);
            Strike("answer lost");
            Note($"{call.Process.Name} lost-answer {call.Name}");
            call.LoseAnswer();
        }
        else
        {
            Complete(call);
        }
    }

    private bool IsStruck(PendingCall call, SpellKind kind)
    {
        foreach (var spell in Spells)
        {
            if (spell.Kind == kind && spell.MayConcern(call, Time.Now) && Lasts(spell) && _random.Below(10) < spell.OfTen)
            {
                return true;
            }
        }

        return false;
    }

    private bool Lasts(Spell spell)
    {
        if (!_spellEnds.TryGetValue(spell, out var end))
        {
            _spellEnds[spell] = end = Time.Now + spell.Length;
        }

        return Time.Now < end;
    }

    // A job that was sent off before its caller gave up, or died.
    private void Arrive()
    {
        var call = _stragglers[_random.Below(_stragglers.Count)];
        _stragglers.Remove(call);
        Note($"{call.Process.Name} long ago: {call.Name}");
        call.ApplyOnly();
    }

    private static bool IsWrite(PendingCall call) =>
        call.Name.StartsWith("replace", StringComparison.Ordinal) || call.Name.StartsWith("insert", StringComparison.Ordinal);

    private void Complete(PendingCall call)
    {
        _calls.Remove(call);
        Note($"{call.Process.Name} {call.Name}");
        call.Complete();
    }

    private void Deliver()
    {
        var delivery = _queue[_random.Below(_queue.Count)];
        var takers = Alive().Where(process => process.Paused == 0 && process.Role == delivery.Role).ToArray();
        if (takers.Length == 0)
        {
            return;
        }

        if (Calm || !_random.Chance(_faults.DuplicatePercent))
        {
            _queue.Remove(delivery);
        }
        else
        {
            Strike("message delivered again");
        }

        var taker = takers[_random.Below(takers.Length)];
        Note($"{taker.Name} receives {delivery.Id}");
        var message = new ReceivedMessage(delivery.Id, delivery.Message.Body, delivery.Message.Attributes, delivery.Attempt);
        _inFlight.Add(delivery with { Taker = taker, Answer = taker.Runtime.Handler.HandleAsync(message, CancellationToken.None) });
    }

    private void Reap()
    {
        foreach (var done in AllOf(_inFlight, static delivery => delivery.Answer!.IsCompleted))
        {
            _inFlight.Remove(done);
            var answer = done.Answer!.GetAwaiter().GetResult();
            Note($"{done.Taker!.Name} answers {done.Id}: {answer.Disposition} {answer.Reason}");
            if (answer.Disposition == HintDisposition.Malformed)
            {
                throw new InvalidOperationException($"The harness sent a malformed hint: {done.Message.Body}");
            }

            if (answer.Disposition == HintDisposition.Retry && done.Attempt < 5)
            {
                _queue.Add(new Delivery(done.Id, done.Role, done.Message, done.Attempt + 1));
            }
        }

        foreach (var done in AllOf(_background, static work => work.Task.IsCompleted))
        {
            _background.Remove(done);
            if (done.Task.Exception is { } failure)
            {
                // A tick that could not reach a store says so and the next one comes: only a defect may not pass.
                var cause = failure.GetBaseException();
                Note($"{done.Process.Name} background failed: {cause.Message}");
                if (Shared.Resilience.Faults.Classify(cause) == Shared.Resilience.FaultKind.Defect)
                {
                    throw new InvalidOperationException("A background task failed with a defect.", cause);
                }
            }
        }
    }

    // Each step asks for them, and there are seldom any.
    private static IReadOnlyList<T> AllOf<T>(List<T> list, Predicate<T> which) => list.Exists(which) ? list.FindAll(which) : [];

    // Best while a write is on its way: then the lease runs out, another run takes over, and the write arrives after all.
    private void Pause()
    {
        var writing = _calls.Where(IsWrite).Select(call => call.Process).ToArray();
        var alive = Alive();
        var sleeper = writing.Length > 0 ? writing[_random.Below(writing.Length)] : alive[_random.Below(alive.Count)];
        sleeper.Paused = 50 + _random.Below(250);
        Strike(writing.Length > 0 ? "process paused while it writes" : "process paused");
        Note($"{sleeper.Name} pauses");
        if (_random.Chance(50))
        {
            Advance(TimeSpan.FromSeconds(60 + _random.Below(300)));
            StartTick();
        }
    }

    // Where nobody watches, anybody ticks; a watcher ticks by itself.
    private void StartTick()
    {
        if (_roles.Any(role => role.Watches))
        {
            return;
        }

        var alive = Alive().Where(process => process.Paused == 0).DefaultIfEmpty(Alive()[0]).ToList();
        var process = alive[_random.Below(alive.Count)];
        Note($"{process.Name} ticks");
        _background.Add((process, process.Runtime.Tick.RunAsync(dates: null, now: null, CancellationToken.None)));
    }

    private void Kill()
    {
        var alive = Alive();
        Kill(alive[_random.Below(alive.Count)]);
    }

    private void Kill(SimProcess victim)
    {
        if (!Calm)
        {
            Strike("process killed");
        }

        End(victim, "killed");
    }

    private void End(SimProcess victim, string how)
    {
        Note($"{victim.Name} {how}");
        foreach (var call in _calls.Where(call => call.Process == victim).ToArray())
        {
            _calls.Remove(call);
            if (call.Mutates && _random.Chance(50))
            {
                Strike("killed after the call, before its answer");
                Note($"{victim.Name} applied as it died: {call.Name}");
                call.ApplyOnly();
            }
        }

        victim.Kill();
        _processes.Remove(victim);
        _background.RemoveAll(work => work.Process == victim);
        foreach (var lost in _inFlight.Where(delivery => delivery.Taker == victim).ToArray())
        {
            _inFlight.Remove(lost);
            _queue.Add(new Delivery(lost.Id, lost.Role, lost.Message, lost.Attempt + 1));
        }
    }

    private void EnsureProcesses()
    {
        // Each step asks this: somebody is missing after a death only.
        if (_processes.Count == _wanted)
        {
            return;
        }

        foreach (var role in _roles)
        {
            for (var missing = role.Instances - _processes.Count(process => process.Role == role); missing > 0; missing--)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"{role.Name}{++_started}");
                Note($"{name} starts");
                _processes.Add(_start(this, role, name));
            }
        }
    }

    private List<SimProcess> Alive() => _processes.Where(process => process.Alive).ToList();

    private void AdvanceToNextTimer()
    {
        var due = _processes.Concat(_guests).Select(process => process.Clock.NextDue)
            .Concat(_calls.Where(call => call.NotBefore > Time.Now).Select(call => call.NotBefore))
            .Where(next => next is not null)
            .Min();
        Advance(due is { } next && next > Time.Now ? next - Time.Now : TimeSpan.FromSeconds(1));
    }

    private void Advance(TimeSpan by)
    {
        Time.Now += by;
        foreach (var process in _processes.Concat(_guests).ToArray())
        {
            process.Clock.FireDue();
        }
    }

    private sealed record Delivery(string Id, ProcessRole Role, OutgoingMessage Message, int Attempt)
    {
        public SimProcess? Taker { get; init; }

        public Task<HintAnswer>? Answer { get; init; }
    }
}
