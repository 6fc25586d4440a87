using System.Text;

using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Hints;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.Resilience;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Pipeline;

/// <summary>A look at a source of which a part failed: what was brought stands, what failed is asked for again, and who stands in is asked for no more than is missing.</summary>
public sealed class PartialLookTests
{
    private static readonly GameDate Day = new(2026, 1, 15);
    private static readonly UnitKey First = new("first", new(Day));

    private readonly FakeTimeProvider _time = new();
    private readonly Source _first = new("first", []);
    private readonly Source _second = new("second", ["first"]);
    private readonly Source _log = new("log", []) { Corrects = true };
    private readonly Source _instead = new("instead", ["log"]);
    private readonly Source _now = new("now", []) { SaysNow = true };
    private readonly WatchedPipeline _pipeline;

    public PartialLookTests() => _pipeline = new WatchedPipeline(
        _time,
        [UnitWorks.Scrape(_first, _first), UnitWorks.Scrape(_second, _second), UnitWorks.Scrape(_log, _log), UnitWorks.Scrape(_instead, _instead), UnitWorks.Scrape(_now, _now)],
        new PipelineManifest([_first.Declaration, _second.Declaration, _log.Declaration, _instead.Declaration, _now.Declaration]));

    [Fact]
    public async Task Only_what_failed_is_asked_for_again_and_what_came_stands_meanwhile()
    {
        _first.Down = ["b"];
        _second.Has = [];
        await _pipeline.ReachAndRunAsync(Day, Moment.Context);
        var (output, unit) = (await OutputAsync("first"), await _pipeline.UnitAsync(First));
        (output.State, output.Cause, output.IsPartial, output.Actionable, output.Rows).ShouldBe((ExpectedState.Degraded, "1 of 2; b is down", true, false, 1));
        (unit.Outcome, unit.Attempts, unit.Partial!.Visit, string.Join(',', unit.Partial.Brought)).ShouldBe((RunState.Degraded, 1, "Context#1", "a"));
        _second.AskedFor.ShouldBe(["b"]);

        // Not before its wait is over.
        await TickAsync(TimeSpan.FromSeconds(30));
        _first.AskedFor.ShouldBe(["a", "b"]);

        _first.Down = [];
        await TickAsync(TimeSpan.FromMinutes(2));
        _first.AskedFor.ShouldBe(["a", "b", "b"]);
        _second.AskedFor.ShouldBe(["b"]);
        (output, unit) = (await OutputAsync("first"), await _pipeline.UnitAsync(First));
        (output.State, output.IsPartial, output.Rows, output.Attempts).ShouldBe((ExpectedState.Complete, false, 2, 0));
        (unit.Partial, unit.NextAttempt, unit.Covered["Context"]).ShouldBe((null, null, 1));
        (await OutputAsync("second")).State.ShouldBe(ExpectedState.EmptyOk);
    }

    [Fact]
    public async Task Tried_as_often_as_anything_a_person_is_told_and_it_is_held_back_like_anything_that_fails()
    {
        _first.Down = ["b"];
        _second.Down = ["a", "b"];
        await _pipeline.ReachAndRunAsync(Day, Moment.Context);
        await TickAsync(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(3));

        var output = await OutputAsync("first");
        (output.State, output.Attempts, output.IsTrouble, output.IsTriedOut, output.Actionable).ShouldBe((ExpectedState.Degraded, 3, true, true, false));
        _first.AskedFor.Count(item => item == "b").ShouldBe(3);

        // The wait of the probe is over: it is asked for, not given up.
        await TickAsync(TimeSpan.FromHours(1));
        _first.AskedFor.Count(item => item == "b").ShouldBe(4);
    }

    [Fact]
    public async Task Dates_that_bring_the_same_part_again_and_again_do_not_set_each_other_free()
    {
        _first.AsksForAll = true;
        _first.Down = ["b"];
        for (var day = 0; day < 3; day++)
        {
            await _pipeline.ReachAndRunAsync(Day.AddDays(day), Moment.Context);
        }

        await TickAsync([.. Enumerable.Repeat(TimeSpan.FromMinutes(1), 10)]);
        var asked = _first.AskedFor.Count(item => item == "b");
        asked.ShouldBeInRange(9, 12);

        // A probe an hour, whatever the others brought.
        await TickAsync([.. Enumerable.Repeat(TimeSpan.FromMinutes(5), 12 * 12)]);
        (_first.AskedFor.Count(item => item == "b") - asked).ShouldBeInRange(8, 20);
    }

    [Fact]
    public async Task The_next_moment_is_looked_at_as_a_whole_whatever_failed_at_the_one_before()
    {
        _first.Down = ["b"];
        await _pipeline.ReachAndRunAsync(Day, Moment.Context);
        _first.Down = [];
        await _pipeline.ReachAndRunAsync(Day, Moment.CutOff);

        // An item that came at an earlier moment is not asked for: that is the scraper's way, and b did not come.
        _first.AskedFor.ShouldBe(["a", "b", "b"]);
        var unit = await _pipeline.UnitAsync(First);
        (unit.Outcome, unit.Partial, string.Join(' ', unit.Covered.Select(visit => $"{visit.Key}#{visit.Value}").Order(StringComparer.Ordinal))).ShouldBe((RunState.Succeeded, null, "Context#1 CutOff#1"));
    }

    [Fact]
    public async Task A_look_that_fails_takes_nothing_from_what_an_earlier_one_brought()
    {
        _first.Has = ["a"];
        await _pipeline.ReachAndRunAsync(Day, Moment.Context);
        _first.Down = ["b"];
        await _pipeline.ReachAndRunAsync(Day, Moment.CutOff);

        var output = await OutputAsync("first");
        (output.State, output.IsPartial, output.Rows).ShouldBe((ExpectedState.Degraded, true, 1));
        var unit = await _pipeline.UnitAsync(First);
        (unit.Generation, unit.BroughtAt < unit.EndedAt || unit.BroughtAt == unit.EndedAt).ShouldBe((1, true));
    }

    [Fact]
    public async Task Where_all_was_there_and_only_corrections_could_have_come_all_is_there_still()
    {
        await _pipeline.ReachAndRunAsync(Day, Moment.Context);
        _log.Down = ["a", "b"];
        await _pipeline.ReachAndRunAsync(Day, Moment.CutOff);

        var output = await OutputAsync("log");
        (output.State, output.IsPartial, output.Rows).ShouldBe((ExpectedState.Degraded, true, 2));
        output.Cause.ShouldBe($"what was captured until {Moments.InstantOf(Moment.Context, Day, firstTip: null):u} stands; the look for CutOff failed: a is down");
        (await _pipeline.UnitAsync(new UnitKey("log", new(Day)))).Outcome.ShouldBe(RunState.Succeeded);

        // Whoever stands in for a night that is there is asked for nothing.
        _instead.AskedFor.ShouldBeEmpty();
        (await OutputAsync("instead")).State.ShouldBe(ExpectedState.EmptyOk);

        _log.Down = [];
        await TickAsync(TimeSpan.FromMinutes(2));
        (await OutputAsync("log")).State.ShouldBe(ExpectedState.Complete);
    }

    [Fact]
    public async Task Without_anything_from_before_it_is_a_failure_and_the_one_that_stands_in_is_asked()
    {
        _log.Down = ["a", "b"];
        await _pipeline.ReachAndRunAsync(Day, Moment.Context);
        (await OutputAsync("log")).State.ShouldBe(ExpectedState.Failed);
        _instead.AskedFor.ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task Nobody_stands_in_for_one_that_could_not_ask_its_source_yet()
    {
        _pipeline.Clock.Hold(Moments.InstantOf(Moment.Context, Day, firstTip: null));
        await _pipeline.ReachAsync(Day, Moment.Context);
        await _pipeline.PutAsync(new UnitDocument { Unit = First.ToString(), Outcome = RunState.Blocked, Reason = "an input is not ready: a write is not settled", Token = 1 });
        await _pipeline.Bus.PublishAsync(Topics.Trigger(Phase.Scrapers), [LookHint.Of(new UnitKey("second", new(Day)), string.Empty, "test", null)], CancellationToken.None);
        await _pipeline.PumpAsync();
        _second.AskedFor.ShouldBeEmpty();

        await TickAsync(TimeSpan.Zero);
        (string.Concat(_first.AskedFor), _second.AskedFor.Count, (await OutputAsync("second")).State).ShouldBe(("ab", 0, ExpectedState.EmptyOk));
    }

    [Fact]
    public async Task A_second_attempt_that_finds_nothing_listed_any_more_makes_no_empty_date_of_what_came()
    {
        _first.Down = ["b"];
        await _pipeline.ReachAndRunAsync(Day, Moment.Context);
        (_first.Down, _first.ListsNothing) = ([], true);
        await TickAsync(TimeSpan.FromMinutes(2));

        var output = await OutputAsync("first");
        (output.State, output.Cause, output.IsPartial, output.Rows).ShouldBe((ExpectedState.Degraded, "what an earlier attempt brought stands; nothing is listed", false, 1));
    }

    [Fact]
    public async Task What_failed_for_days_is_given_up_and_stands_with_its_reason()
    {
        _first.Down = ["b"];
        await _pipeline.ReachAndRunAsync(Day, Moment.Context);
        await TickAsync(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(3));
        var asked = _first.AskedFor.Count;

        _pipeline.Clock.Hold(Moments.InstantOf(Moment.Context, Day, firstTip: null).AddDays(3).AddMinutes(-1));
        await TickAsync(TimeSpan.FromHours(2));
        _first.AskedFor.Count.ShouldBe(asked + 1);

        _pipeline.Clock.Hold(Moments.InstantOf(Moment.Context, Day, firstTip: null).AddDays(3));
        await TickAsync(TimeSpan.FromHours(2), TimeSpan.FromHours(2));
        _first.AskedFor.Count.ShouldBe(asked + 1);
        var (output, unit) = (await OutputAsync("first"), await _pipeline.UnitAsync(First));
        (output.State, output.Cause, output.IsPartial, output.IsTriedOut, output.Rows).ShouldBe((ExpectedState.Degraded, "not asked for any more: 1 of 2; b is down", false, false, 1));
        (unit.Partial, unit.Attempts, unit.Covered["Context"], unit.BroughtAt < unit.EndedAt).ShouldBe((null, 0, 1, true));
    }

    [Fact]
    public async Task What_a_source_says_the_next_morning_does_not_pass_for_what_it_said_before_the_games()
    {
        _now.Down = ["a", "b"];
        await _pipeline.ReachAndRunAsync(Day, Moment.CutOff);
        (await OutputAsync("now")).State.ShouldBe(ExpectedState.Failed);
        var asked = _now.AskedFor.Count;

        // That evening it may: it is known when it was seen.
        _pipeline.Clock.Hold(Moments.InstantOf(Moment.NextMorning, Day, firstTip: null).AddMinutes(-1));
        await TickAsync(TimeSpan.FromMinutes(2));
        _now.AskedFor.Count.ShouldBeGreaterThan(asked);

        asked = _now.AskedFor.Count;
        _now.Down = [];
        _pipeline.Clock.Hold(Moments.InstantOf(Moment.NextMorning, Day, firstTip: null));
        await TickAsync(TimeSpan.FromHours(2));
        _now.AskedFor.Count.ShouldBe(asked);
        var output = await OutputAsync("now");
        (output.State, output.IsPartial, output.IsLost, output.Rows).ShouldBe((ExpectedState.Degraded, false, true, 0));
        output.Cause.ShouldBe($"nothing was brought in time for CutOff, {Moments.InstantOf(Moment.CutOff, Day, firstTip: null):u}, and the source says only what is so now; the last attempt: b is down");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_brought_in_time_stands_when_it_is_asked_for_again_too_late(bool byHand)
    {
        await _pipeline.ReachAndRunAsync(Day, Moment.CutOff);
        var before = await OutputAsync("now");
        before.State.ShouldBe(ExpectedState.Complete);

        _pipeline.Clock.Hold(Moments.InstantOf(Moment.NextMorning, Day, firstTip: null).AddDays(9));
        var unit = await _pipeline.UnitAsync(new UnitKey("now", new(Day)));
        await _pipeline.PutAsync(byHand ? unit with { Fingerprint = null, Anew = true, Covered = new SortedDictionary<string, int>(StringComparer.Ordinal) } : unit with { Fingerprint = null, Covered = new SortedDictionary<string, int>(StringComparer.Ordinal) { ["CutOff"] = 0 } });
        await TickAsync(TimeSpan.FromMinutes(1));
        var (after, asked) = (await OutputAsync("now"), _now.AskedFor.Count);
        (after.State, after.Cause, after.Rows, after.IsLost, asked).ShouldBe((ExpectedState.Complete, before.Cause, 2, false, 2));
        (await _pipeline.UnitAsync(new UnitKey("now", new(Day)))).Covered["CutOff"].ShouldBe(1);
    }

    [Fact]
    public async Task A_night_that_was_whole_is_whole_after_a_run_that_failed_and_a_look_that_did()
    {
        await _pipeline.ReachAndRunAsync(Day, Moment.Context);
        var unit = await _pipeline.UnitAsync(new UnitKey("log", new(Day)));
        await _pipeline.PutAsync(unit with { Outcome = RunState.Failed, Reason = "the run's budget ran out" });
        _log.Down = ["a", "b"];
        await _pipeline.ReachAndRunAsync(Day, Moment.CutOff);

        (await _pipeline.UnitAsync(new UnitKey("log", new(Day)))).Outcome.ShouldBe(RunState.Succeeded);
        _instead.AskedFor.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_source_that_is_asked_by_date_is_asked_however_late_it_is()
    {
        _first.Down = ["a", "b"];
        await _pipeline.ReachAndRunAsync(Day, Moment.CutOff);
        _first.Down = [];
        _pipeline.Clock.Hold(Moments.InstantOf(Moment.NextMorning, Day, firstTip: null).AddDays(5));
        await TickAsync(TimeSpan.FromHours(2));
        (await OutputAsync("first")).State.ShouldBe(ExpectedState.Complete);
    }

    [Fact]
    public async Task A_run_that_was_blocked_after_all_was_looked_at_asks_for_nothing_again()
    {
        _first.AsksForAll = true;
        await _pipeline.ReachAndRunAsync(Day, Moment.Context);
        var unit = await _pipeline.UnitAsync(First);
        await _pipeline.PutAsync(unit with { Outcome = RunState.Blocked, Reason = "an input is not ready: a write is not settled" });
        await TickAsync(TimeSpan.FromMinutes(1));

        string.Concat(_first.AskedFor).ShouldBe("ab");
        var output = await OutputAsync("first");
        (output.State, output.Cause, output.Rows).ShouldBe((ExpectedState.Complete, unit.Reason, 2));
    }

    private async Task TickAsync(params TimeSpan[] waits)
    {
        foreach (var wait in waits)
        {
            _time.Advance(wait);
            await _pipeline.Runtime.Tick.RunAsync(dates: null, now: null, CancellationToken.None);
            await _pipeline.PumpAsync();
        }
    }

    private async Task<ExpectedOutput> OutputAsync(string scraper) => (await _pipeline.CompareAsync(now: null)).Single(output => output.Unit == new UnitKey(scraper, new(Day)));

    /// <summary>A scraper of the items a and b, each of which may be down, and its upstream. One that corrects asks for both and brings both or nothing.</summary>
    private sealed class Source(string name, string[] insteadOf) : IScraper, IUpstream
    {
        private static readonly string[] Items = ["a", "b"];

        public bool Corrects { get; init; }

        public bool AsksForAll { get; set; }

        public bool SaysNow { get; init; }

        public bool ListsNothing { get; set; }

        public string[] Down { get; set; } = [];

        public string[] Has { get; set; } = Items;

        public List<string> AskedFor { get; } = [];

        public ProcessorDeclaration Declaration => field ??= new()
        {
            Name = name,
            Phase = Phase.Scrapers,
            Purpose = "Brings a and b.",
            Inputs = [Reads.Clock, .. insteadOf.Select(Reads.InsteadOf)],
            Output = new OutputDeclaration.ToArchive(name),
            Triggers = [Moment.Context, Moment.CutOff],
            OnlyCorrections = Corrects,
            SaysNow = SaysNow,
        };

        public async Task<Scrape> FetchAsync(ScrapeContext context, CancellationToken cancellationToken)
        {
            if (ListsNothing)
            {
                return Scrape.NoData("nothing is listed");
            }

            var payloads = new List<FetchedPayload>();
            Exception? failure = null;
            foreach (var item in Items.Where(item => Corrects || AsksForAll || !context.Captured.Contains(item)))
            {
                try
                {
                    if (await context.Upstream.GetAsync(item, cancellationToken) is { } payload)
                    {
                        payloads.Add(AsksForAll ? payload : payload with { Item = item });
                    }
                }
                catch (TransientException one) when (!Corrects)
                {
                    failure = one;
                }
            }

            var there = (AsksForAll ? 0 : Items.Count(context.Captured.Contains)) + payloads.Count;
            return failure is null ? new Scrape(there == 2 || Corrects ? RunState.Succeeded : RunState.Degraded, $"{there} of 2", payloads)
                : there == 0 ? throw failure
                : new Scrape(RunState.Degraded, $"{there} of 2; {failure.Message}", payloads) { Fault = FaultKind.Transient };
        }

        public Task<FetchedPayload?> GetAsync(string pathAndQuery, CancellationToken cancellationToken)
        {
            AskedFor.Add(pathAndQuery);
            return Down.Contains(pathAndQuery)
                ? throw new TransientException($"{pathAndQuery} is down")
                : Task.FromResult(Has.Contains(pathAndQuery) ? new FetchedPayload(Encoding.UTF8.GetBytes(pathAndQuery), new Dictionary<string, string>()) : null);
        }
    }
}
