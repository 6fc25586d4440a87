using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Embedded.InMemory;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Running;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.Quality.Aliases;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.State;
using NbaProps.Shared.Warehouse;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Pipeline;

/// <summary>What a look at the inputs of a unit costs, and that it sees what it would see one by one.</summary>
public sealed class OneLookTests
{
    private static readonly GameDate Day = GameRows.Day;
    private static readonly PipelineManifest Manifest = NbaPipeline.Manifest;

    private readonly InMemoryStateStore _kept = new(new FakeTimeProvider());
    private readonly CountedState _state;
    private readonly StoredUnits _units;

    public OneLookTests()
    {
        _state = new CountedState(_kept);
        _units = new StoredUnits(new StateCalls(_state, TimeProvider.System, new RuntimeOptions { StateRetryDelay = TimeSpan.Zero }), new UnitRecords());
    }

    public static TheoryData<string> Processors => [.. Manifest.Processors.Select(processor => processor.Name)];

    [Theory]
    [MemberData(nameof(Processors))]
    public async Task Reads_together_what_a_declaration_names_and_asks_the_store_besides_only_for_histories_and_units_of_games(string name)
    {
        await FillAsync();
        var processor = Manifest.Processor(name);
        await LookAsync(processor);

        var histories = processor.Inputs.Where(input => IsQuery(input)).Select(input => $"query {Manifest.ProducerOf(input)!.Name}").ToArray();
        _state.Calls[0].ShouldBe("together");
        _state.Calls.Skip(1).Order(StringComparer.Ordinal).ShouldBe(histories.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Processors))]
    public async Task Sees_what_it_would_see_one_by_one(string name)
    {
        await FillAsync();
        var processor = Manifest.Processor(name);
        var together = await LookAsync(processor);
        var alone = await Inspector().InspectAsync(processor, UnitOf(processor), _units, CancellationToken.None);

        (together.Fingerprint, together.Movement, together.NotReady, together.NotNeeded, together.WaitsFor).ShouldBe((alone.Fingerprint, alone.Movement, alone.NotReady, alone.NotNeeded, alone.WaitsFor));
        together.Visits.ShouldBe(alone.Visits);
        together.Producers.ToDictionary(pair => pair.Key, pair => string.Join(' ', pair.Value.Select(unit => unit.Unit)), StringComparer.Ordinal)
            .ShouldBe(alone.Producers.ToDictionary(pair => pair.Key, pair => string.Join(' ', pair.Value.Select(unit => unit.Unit)), StringComparer.Ordinal), ignoreOrder: true);
    }

    [Fact]
    public async Task A_read_that_is_refused_is_repeated_and_none_of_the_others()
    {
        await FillAsync();
        var processor = Manifest.Processors.First(processor => processor.Inputs.Count(IsQuery) > 1);
        _state.RefusedCall = 2;
        await LookAsync(processor);

        _state.Calls.Count.ShouldBe(1 + processor.Inputs.Count(IsQuery) + 1);
        _state.Calls.Count(call => call == "together").ShouldBe(1);
    }

    private static bool IsQuery(InputDeclaration input) =>
        Manifest.ProducerOf(input) is { } producer && (producer.Granularity == Granularity.Game || PipelineManifest.Offsets(input) is var (from, to) && to - from >= OneLook.MostDays);

    private static UnitKey UnitOf(ProcessorDeclaration processor) =>
        new(processor.Name, processor.Granularity == Granularity.Game ? new(Day, GameId.Parse("0022500001")) : new(Day));

    private static InputInspector Inspector() => new(Manifest, new NoGames());

    private async Task<InputState> LookAsync(ProcessorDeclaration processor)
    {
        var look = await _units.LookAsync(new InputPaths(Manifest).Of(UnitOf(processor)), CancellationToken.None);
        look.KnownDay(Day).ShouldNotBeNull().AsOf.ShouldBe(Day.At(20));
        return await Inspector().InspectAsync(processor, UnitOf(processor), look, CancellationToken.None);
    }

    // Some days around it, and of each unit of them every other one, so that there are some that are missing.
    private async Task FillAsync()
    {
        var writes = new List<DocumentWrite>();
        for (var later = -3; later <= 3; later++)
        {
            var date = Day.AddDays(later);
            var day = new GameDay { Date = date, Reached = Moment.CutOff, AsOf = date.At(20), Visits = [new(Moment.Context, date.At(12), 1, date.At(12)), new(Moment.CutOff, date.At(20), 2, date.At(20))] };
            writes.Add(new(GameDay.PathOf(date), StateJson.Write(day), Precondition.None));
            foreach (var (processor, place) in Manifest.Processors.Select((processor, place) => (processor, place)).Where(pair => (pair.place + later) % 2 == 0))
            {
                var unit = new UnitKey(processor.Name, UnitOf(processor).Partition with { Date = date });
                writes.Add(new(unit.Path, StateJson.Write(UnitOf(unit, place, later)), Precondition.None));
            }
        }

        // What is left of a time in which the schedule was by game.
        var left = new UnitKey(RawProcessorsPhase.Schedule.Name, new(Day, GameId.Parse("0022500001")));
        writes.Add(new(left.Path, StateJson.Write(new UnitDocument { Unit = left.ToString(), Open = [1] }), Precondition.None));
        await _kept.CommitAsync(writes, CancellationToken.None);
        await new NameAliasStore(_kept).GiveAsync(new NameAlias { Name = NameKey.From("Ann Odd"), Source = "espn", PlayerId = new PlayerKey(1), From = Day.AddDays(-9), PlayerName = "Ann Odd", GivenAt = DateTimeOffset.UnixEpoch }, CancellationToken.None);
    }

    // Some that failed, some with a write that is open.
    private static UnitDocument UnitOf(UnitKey unit, int place, int later) => new()
    {
        Unit = unit.ToString(), Token = place, Generation = place + later + 10, Outcome = place % 5 == 0 ? RunState.Failed : RunState.Succeeded, Reason = "test",
        Open = place % 7 == 0 ? [place] : [],
    };

    private sealed class CountedState(IStateStore inner) : IStateStore
    {
        public List<string> Calls { get; } = [];

        /// <summary>Which call is refused, once: 1 for the first.</summary>
        public int RefusedCall { get; set; }

        public Task<IReadOnlyList<StateRead>> GetAllAsync(IReadOnlyList<DocumentPath> paths, CancellationToken cancellationToken) => Call(paths.Count == 1 ? $"get {paths[0]}" : "together", () => inner.GetAllAsync(paths, cancellationToken));

        public Task<IReadOnlyList<Document>> QueryAsync(DocumentQuery query, CancellationToken cancellationToken) =>
            Call($"query {query.FromId!.Split('|')[0]}", () => inner.QueryAsync(query, cancellationToken));

        public Task<CommitResult> CommitAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken) => throw new NotSupportedException("A look changes nothing.");

        private Task<T> Call<T>(string name, Func<Task<T>> call)
        {
            Calls.Add(name);
            return Calls.Count == RefusedCall ? Task.FromException<T>(new TransientException("refused")) : call();
        }
    }

    private sealed class NoGames : IGameLister
    {
        public async Task<IReadOnlyList<GameId>> ListAsync(TableSchema table, GameDate date, IUnitReader units, CancellationToken cancellationToken)
        {
            // As the one that asks the warehouse: it looks at the unit behind the table.
            await units.FindAsync(new UnitKey(table.Name, new(date)), cancellationToken);
            return [GameId.Parse("0022500001")];
        }
    }
}
