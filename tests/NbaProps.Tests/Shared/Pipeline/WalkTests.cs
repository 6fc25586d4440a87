using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Embedded.InMemory;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Pipeline;

public sealed class WalkTests
{
    private static readonly GameDateRange Range = new(new(2022, 10, 18), new(2022, 10, 20));

    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryStateStore _state;

    public WalkTests() => _state = new InMemoryStateStore(_time);

    [Fact]
    public async Task A_first_walk_visits_each_day_for_the_first_time() => (await BeginAsync(Range)).ShouldBe(new Walk { Id = $"2022-10-18_2022-10-20_{ContentHash.Of("archive:/one")}" });

    [Fact]
    public async Task A_walk_that_was_interrupted_goes_on_where_it_was()
    {
        var walk = await (await BeginAsync(Range) with { Done = new GameDate(2022, 10, 18) }).SaveAsync(_state, CancellationToken.None);

        (await BeginAsync(Range)).ShouldBe(walk);
    }

    [Fact]
    public async Task A_walk_that_came_to_its_end_visits_every_day_anew()
    {
        await (await BeginAsync(Range) with { Done = Range.To, Completed = true }).SaveAsync(_state, CancellationToken.None);
        var again = await BeginAsync(Range);

        (again.Visit, again.Done, again.Completed).ShouldBe((2, null, false));
    }

    [Fact]
    public async Task Days_that_another_walk_has_visited_are_visited_anew()
    {
        var days = new GameDays(_state, _time, new RuntimeOptions());
        await days.ReachAsync(new(2022, 10, 20), Moment.Context, new GameDate(2022, 10, 20).At(10), visit: 4, "chain", new GameDate(2022, 10, 20).At(10), CancellationToken.None);

        (await BeginAsync(Range)).Visit.ShouldBe(5);
        (await BeginAsync(new GameDateRange(new(2022, 10, 21), new(2022, 10, 22)))).Visit.ShouldBe(1);
    }

    [Fact]
    public async Task A_walk_from_another_source_is_another_walk()
    {
        var days = new GameDays(_state, _time, new RuntimeOptions());
        var first = await (await BeginAsync(Range) with { Done = Range.From }).SaveAsync(_state, CancellationToken.None);
        await days.ReachAsync(Range.From, Moment.Context, Range.From.At(10), first.Visit, "chain", Range.From.At(10), CancellationToken.None);

        var other = await BeginAsync(Range, "archive:/other");
        (other.Id == first.Id, other.Visit, other.Done).ShouldBe((false, 2, null));

        // The other one visits the days: the first does not go on in the middle of what is no longer its own.
        await days.ReachAsync(Range.From, Moment.Context, Range.From.At(10), other.Visit, "chain", Range.From.At(10), CancellationToken.None);
        var again = await BeginAsync(Range);
        (again.Id, again.Visit, again.Done).ShouldBe((first.Id, 3, null));
    }

    private Task<Walk> BeginAsync(GameDateRange range, string source = "archive:/one") => Walk.BeginAsync(_state, range, source, CancellationToken.None);
}
