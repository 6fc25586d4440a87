using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Embedded.InMemory;
using NbaProps.Shared.Credits;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.State;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Credits;

public sealed class CreditPositionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly CreditAllowance Allowance = new("OddsApi", 20_000, 1);

    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryStateStore _state;
    private readonly CreditMeter _meter;

    public CreditPositionTests()
    {
        _state = new InMemoryStateStore(_time);
        _meter = Meter(_state, "one");
    }

    [Fact]
    public async Task Late_doubled_and_reordered_calls_leave_the_highest_count()
    {
        // Sent one after the other, answered and written in any order.
        var calls = Enumerable.Range(1, 40).Select(number => Call(100 + number, Noon.AddSeconds(number))).ToArray();
        for (var seed = 0; seed < 20; seed++)
        {
            var state = new InMemoryStateStore(_time);
            var meters = new[] { Meter(state, "one"), Meter(state, "two") };
            var random = new Random(seed);
            foreach (var call in calls.Concat(calls.Take(5)).OrderBy(_ => random.Next()))
            {
                await meters[random.Next(2)].RecordAsync(call, CancellationToken.None);
            }

            var position = (await PositionAsync(Noon, state)).ShouldNotBeNull();
            (position.Used, position.Remaining, position.SeenAt).ShouldBe((140, 20_000 - 140, Noon.AddSeconds(41)));
        }
    }

    [Fact]
    public async Task What_another_instance_writes_in_between_is_not_lost()
    {
        var other = Meter(_state, "two");
        var meter = Meter(new Interrupted(_state, () => other.RecordAsync(Call(300, Noon.AddSeconds(1)), CancellationToken.None)), "one");
        await meter.RecordAsync(Call(250, Noon), CancellationToken.None);
        (await PositionAsync(Noon)).ShouldNotBeNull().Used.ShouldBe(300);
    }

    [Fact]
    public async Task A_new_month_has_a_position_of_its_own()
    {
        await _meter.RecordAsync(Call(19_000, Noon), CancellationToken.None);
        (await PositionAsync(Noon.AddDays(20))).ShouldBeNull();

        await _meter.RecordAsync(Call(3, Noon.AddDays(20)), CancellationToken.None);
        ((await PositionAsync(Noon.AddDays(20)))?.Used, (await PositionAsync(Noon))?.Used).ShouldBe((3, 19_000));
    }

    [Fact]
    public async Task A_source_that_turns_later_on_its_day_is_waited_for()
    {
        var turn = new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);
        await _meter.RecordAsync(Call(19_000, Noon), CancellationToken.None);
        await _meter.RecordAsync(Call(19_010, turn.AddHours(15)), CancellationToken.None);
        ((await PositionAsync(turn))?.Used, (await PositionAsync(Noon))?.Used).ShouldBe((null, 19_010));

        await _meter.RecordAsync(Call(2, turn.AddHours(23)), CancellationToken.None);
        (await PositionAsync(turn))?.Used.ShouldBe(2);
    }

    [Fact]
    public async Task A_count_that_falls_long_after_is_a_new_beginning_and_not_a_late_call()
    {
        await _meter.RecordAsync(Call(5_000, Noon), CancellationToken.None);
        await _meter.RecordAsync(Call(4_990, Noon.AddMinutes(1)), CancellationToken.None);
        (await PositionAsync(Noon))?.Used.ShouldBe(5_000);

        await _meter.RecordAsync(Call(4, Noon.AddHours(1)), CancellationToken.None);
        (await PositionAsync(Noon))?.Used.ShouldBe(4);
    }

    [Fact]
    public async Task What_is_not_said_changes_nothing()
    {
        await _meter.RecordAsync(Call(null, Noon), CancellationToken.None);
        (await PositionAsync(Noon)).ShouldBeNull();
        await _meter.RecordAsync(Call(7, Noon), CancellationToken.None);
        await _meter.RecordAsync(Call(null, Noon.AddHours(1)), CancellationToken.None);
        (await PositionAsync(Noon))?.Used.ShouldBe(7);
    }

    [Fact]
    public async Task Credits_that_are_used_up_are_so_until_a_call_was_paid_for()
    {
        await _meter.RecordAsync(Call(20_000, Noon), CancellationToken.None);
        await _meter.RecordAsync(Call(20_000, Noon.AddMinutes(1)) with { Status = 401, Last = 0, IsExhausted = true }, CancellationToken.None);
        await _meter.RecordAsync(Call(20_000, Noon.AddMinutes(2)) with { Last = 0 }, CancellationToken.None);
        (await PositionAsync(Noon))?.ExhaustedAt.ShouldBe(Noon.AddMinutes(1).AddSeconds(1));

        await _meter.RecordAsync(Call(20_001, Noon.AddMinutes(3)), CancellationToken.None);
        (await PositionAsync(Noon)).ShouldNotBeNull().ExhaustedAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_state_that_does_not_answer_holds_no_payload_up() =>
        await Meter(new Interrupted(_state, () => throw new TransientException("no answer")), "one").RecordAsync(Call(1, Noon), CancellationToken.None);

    [Theory]
    [InlineData("2026-01-15", 1, "2026-01-01", "2026-02-01")]
    [InlineData("2026-01-15", 15, "2026-01-15", "2026-02-15")]
    [InlineData("2026-01-15", 16, "2025-12-16", "2026-01-16")]
    [InlineData("2026-03-01", 28, "2026-02-28", "2026-03-28")]
    public void A_month_begins_on_the_day_of_the_plan(string day, int resetDay, string from, string to)
    {
        var month = CreditMonth.Of(new DateTimeOffset(DateOnly.ParseExact(day, "yyyy-MM-dd"), TimeOnly.MinValue, TimeSpan.Zero), resetDay);
        (month.From, month.To).ShouldBe((DateOnly.ParseExact(from, "yyyy-MM-dd"), DateOnly.ParseExact(to, "yyyy-MM-dd")));
    }

    private CreditMeter Meter(IStateStore state, string instance) =>
        new(Allowance, state, new RuntimeOptions { StateRetryDelay = TimeSpan.Zero }, _time, instance, NullLogger<CreditMeter>.Instance);

    private Task<CreditPosition?> PositionAsync(DateTimeOffset at, IStateStore? state = null) =>
        CreditPosition.FindAsync(state ?? _state, "OddsApi", CreditMonth.Of(at, 1), CancellationToken.None);

    private static MeteredCall Call(int? used, DateTimeOffset at) => new()
    {
        CallId = FormattableString.Invariant($"{at:O} {used}"), Upstream = "OddsApi", Url = "https://odds", Status = 200, Last = used is null ? null : 1, Used = used,
        Remaining = used is null ? null : 20_000 - used, CalledAt = at, AnsweredAt = at.AddSeconds(1),
    };

    /// <summary>Does something once before a position is written; what fails is done again at the next try.</summary>
    private sealed class Interrupted(IStateStore inner, Func<Task> before) : IStateStore
    {
        private bool _done;

        public Task<IReadOnlyList<StateRead>> GetAllAsync(IReadOnlyList<DocumentPath> paths, CancellationToken cancellationToken) => inner.GetAllAsync(paths, cancellationToken);

        public Task<IReadOnlyList<Document>> QueryAsync(DocumentQuery query, CancellationToken cancellationToken) => inner.QueryAsync(query, cancellationToken);

        public async Task<CommitResult> CommitAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
        {
            if (!_done && writes[0].Path.Collection == "credits")
            {
                await before();
                _done = true;
            }

            return await inner.CommitAsync(writes, cancellationToken);
        }
    }
}
