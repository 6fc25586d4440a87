using System.Text;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Manifest.Reference;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Pipeline;

/// <summary>A scraper with two that stand in for it, and a processor that reads whichever brought something.</summary>
public sealed class ScraperChainTests
{
    private static readonly GameDate Day = new(2026, 1, 15);

    private readonly FakeTimeProvider _time = new();
    private readonly Link _first = new("first", []);
    private readonly Link _second = new("second", ["first"]);
    private readonly Link _third = new("third", ["first", "second"]);
    private readonly Reader _reader = new();
    private readonly WatchedPipeline _pipeline;

    public ScraperChainTests() => _pipeline = new WatchedPipeline(
        _time,
        [UnitWorks.Scrape(_first, _first), UnitWorks.Scrape(_second, _second), UnitWorks.Scrape(_third, _third), UnitWorks.Table(_reader)],
        new PipelineManifest([_first.Declaration, _second.Declaration, _third.Declaration, _reader.Declaration]));

    [Fact]
    public async Task While_the_first_brings_everything_nobody_stands_in_for_it()
    {
        await _pipeline.ReachAndRunAsync(Day, Moment.Context);

        (await SourcesAsync()).ShouldBe(["first a", "first b"]);
        (_second.Asked, _third.Asked).ShouldBe((0, 0));
        (await StatesAsync()).ShouldBe([("first", ExpectedState.Complete), ("second", ExpectedState.EmptyOk), ("third", ExpectedState.EmptyOk), ("nba_players_registry", ExpectedState.Complete)]);
    }

    [Fact]
    public async Task When_the_first_fails_the_second_is_asked_at_once_and_the_row_says_so()
    {
        _first.Fails = true;
        await _pipeline.ReachAndRunAsync(Day, Moment.Context);

        (await SourcesAsync()).ShouldBe(["second a", "second b"]);
        _third.Asked.ShouldBe(0);
        (await StatesAsync())[0].ShouldBe(("first", ExpectedState.Failed));
    }

    [Fact]
    public async Task When_both_fail_the_third_is()
    {
        (_first.Fails, _second.Fails) = (true, true);
        await _pipeline.ReachAndRunAsync(Day, Moment.Context);

        (await SourcesAsync()).ShouldBe(["third a", "third b"]);
    }

    [Fact]
    public async Task When_all_fail_who_reads_them_waits_for_the_first_and_names_the_others()
    {
        (_first.Fails, _second.Fails, _third.Fails) = (true, true, true);
        await _pipeline.ReachAndRunAsync(Day, Moment.Context);

        var reader = (await _pipeline.CompareAsync(now: null)).Single(output => output.Unit.Processor == "nba_players_registry");
        (reader.State, reader.Cause, reader.WaitsFor?.Processor).ShouldBe((ExpectedState.Expected, $"first|{Day} is Failed: first is down; so are second, third", "first"));
    }

    [Fact]
    public async Task The_first_that_comes_back_later_supersedes_who_stood_in_for_it()
    {
        _first.Fails = true;
        await _pipeline.ReachAndRunAsync(Day, Moment.Context);
        _first.Fails = false;
        await _pipeline.ReachAndRunAsync(Day, Moment.CutOff);

        (await SourcesAsync()).ShouldBe(["first a", "first b"]);
        var asked = _second.Asked;
        await _pipeline.ReachAndRunAsync(Day, Moment.NextMorning);
        _second.Asked.ShouldBe(asked);
        (await StatesAsync()).ShouldAllBe(unit => unit.State == ExpectedState.Complete || unit.State == ExpectedState.EmptyOk);
    }

    [Fact]
    public async Task Who_stands_in_is_asked_for_what_is_missing_only_and_what_was_brought_is_not_asked_for_again()
    {
        _first.Has = ["a"];
        await _pipeline.ReachAndRunAsync(Day, Moment.Context);
        (await SourcesAsync()).ShouldBe(["first a", "second b"]);
        (_first.Asked, _second.Asked, _third.Asked).ShouldBe((2, 1, 0));

        // The late trigger is of the next day, and asks the first for b alone.
        _first.Has = ["a", "b"];
        await _pipeline.ReachAndRunAsync(Day.AddDays(1), Moment.Context);
        (await SourcesAsync()).ShouldBe(["first a", "first b"]);
        _first.AskedFor.Count(item => item == $"{Day} a").ShouldBe(1);
    }

    [Fact]
    public async Task A_scraper_that_is_made_to_fetch_anew_asks_for_everything()
    {
        await _pipeline.ReachAndRunAsync(Day, Moment.Context);
        await _pipeline.ReachAndRunAsync(Day, Moment.CutOff);
        _first.AskedFor.Count(item => item == $"{Day} a").ShouldBe(1);

        await UnitReset.ForgetAsync(_pipeline.State, new UnitKey("first", new(Day)), Moment.CutOff, CancellationToken.None);
        await _pipeline.ReachAndRunAsync(Day, Moment.NextMorning);
        _first.AskedFor.Count(item => item == $"{Day} a").ShouldBe(2);
    }

    [Fact]
    public async Task A_scraper_that_is_made_to_fetch_one_item_anew_asks_for_that_one_and_keeps_the_others()
    {
        await _pipeline.ReachAndRunAsync(Day, Moment.Context);
        await UnitReset.ForgetAsync(_pipeline.State, new UnitKey("first", new(Day)), Moment.Context, "b", CancellationToken.None);
        await _pipeline.Runtime.Tick.RunAsync(dates: null, now: null, CancellationToken.None);
        await _pipeline.PumpAsync();

        // At the same instant: what was brought for other items then still counts.
        _first.AskedFor.ShouldBe([$"{Day} a", $"{Day} b", $"{Day} b"]);
        (await SourcesAsync()).ShouldBe(["first a", "first b"]);
        (await _pipeline.UnitAsync(new UnitKey("first", new(Day)))).AnewItem.ShouldBeNull();
    }

    private async Task<string[]> SourcesAsync() =>
        [.. (await _pipeline.Warehouse.ReadAsync<PlayersRegistryRow>(new GameDateRange(Day, Day), cancellationToken: CancellationToken.None)).Select(row => $"{row.Source} {row.PlayerName}").Order(StringComparer.Ordinal)];

    private async Task<(string Processor, ExpectedState State)[]> StatesAsync() =>
        [.. (await _pipeline.CompareAsync(now: null)).Where(output => output.Unit.Partition.Date == Day).Select(output => (output.Unit.Processor, output.State))];

    /// <summary>A scraper of items a and b, and its upstream.</summary>
    private sealed class Link(string name, string[] insteadOf) : IScraper, IUpstream
    {
        public bool Fails { get; set; }

        public string[] Has { get; set; } = ["a", "b"];

        public List<string> AskedFor { get; } = [];

        public int Asked => AskedFor.Count(item => item.StartsWith(Day.ToString(), StringComparison.Ordinal));

        public ProcessorDeclaration Declaration { get; } = new()
        {
            Name = name,
            Phase = Phase.Scrapers,
            Purpose = "Brings a and b.",
            Inputs = [Reads.Clock, .. insteadOf.Select(Reads.InsteadOf)],
            Output = new OutputDeclaration.ToArchive(name),
            Triggers = [Moment.Context, Moment.CutOff, Moment.NextMorning, new Trigger(Moment.Context, DaysLater: 1)],
        };

        public async Task<Scrape> FetchAsync(ScrapeContext context, CancellationToken cancellationToken)
        {
            var payloads = new List<FetchedPayload>();
            var missing = 0;
            foreach (var item in new[] { "a", "b" }.Where(item => !context.Captured.Contains(item)))
            {
                if (await context.Upstream.GetAsync($"{context.Date} {item}", cancellationToken) is { } payload)
                {
                    payloads.Add(payload with { Item = item });
                }
                else
                {
                    missing++;
                }
            }

            return new Scrape(missing == 0 ? RunState.Succeeded : RunState.Degraded, $"{missing} missing", payloads);
        }

        public Task<FetchedPayload?> GetAsync(string pathAndQuery, CancellationToken cancellationToken)
        {
            AskedFor.Add(pathAndQuery);
            return Fails
                ? throw new TransientException($"{name} is down")
                : Task.FromResult(Has.Contains(pathAndQuery[^1..]) ? new FetchedPayload(Encoding.UTF8.GetBytes(pathAndQuery), new Dictionary<string, string>()) : null);
        }
    }

    /// <summary>One row for each item: the first's, else the second's, else the third's.</summary>
    private sealed class Reader : IProcessor<PlayersRegistryRow>
    {
        public ProcessorDeclaration Declaration { get; } = new()
        {
            Name = "nba_players_registry",
            Phase = Phase.RawProcessors,
            Purpose = "Says who brought what.",
            Inputs = [.. Reads.Chain("first", "second", "third")],
            Output = new OutputDeclaration.ToTable(Table<PlayersRegistryRow>.Instance.Schema),
        };

        public Computation<PlayersRegistryRow> Compute(IInputs inputs, RunContext context)
        {
            var best = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var source in new[] { "first", "second", "third" })
            {
                foreach (var capture in inputs.Captures(source))
                {
                    best.TryAdd(capture.Item!, source);
                }
            }

            return Computation<PlayersRegistryRow>.Of([.. best.Select((item, index) => new PlayersRegistryRow
            {
                GameDate = context.Date,
                PlayerId = new PlayerKey(index + 1),
                Team = TeamTricode.Parse("BOS"),
                PlayerName = item.Key,
                NameKey = NameKey.Parse(item.Key),
                Source = item.Value,
                AsOf = context.AsOf,
            })]);
        }
    }
}
