using NbaProps.Shared.Resilience;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Resilience;

/// <summary>Every step is taken on one thread without a synchronization context, as in the harness: what has not ended by the next line never will.</summary>
public class ConcurrencyGateTests
{
    private readonly ConcurrencyGate _gate = new(1);

    [Fact]
    public void Those_who_wait_enter_in_the_order_they_came_on_the_thread_of_the_one_that_leaves() => FakeTimeProvider.Inline(() =>
    {
        var first = Enter();
        var second = Enter();
        var third = Enter();
        (IsIn(first), IsIn(second), IsIn(third)).ShouldBe((true, false, false));

        Leave(first);
        (IsIn(second), IsIn(third)).ShouldBe((true, false));

        Leave(second);
        IsIn(third).ShouldBeTrue();
    });

    [Fact]
    public void Who_gives_up_leaves_the_line() => FakeTimeProvider.Inline(() =>
    {
        using var stop = new CancellationTokenSource();
        var first = Enter();
        var second = Enter(stop.Token);
        var third = Enter();

        stop.Cancel();
        second.IsCanceled.ShouldBeTrue();

        Leave(first);
        IsIn(third).ShouldBeTrue();
    });

    [Fact]
    public void A_place_is_given_back_once() => FakeTimeProvider.Inline(() =>
    {
        var first = Enter();
        Leave(first);
        Leave(first);

        IsIn(Enter()).ShouldBeTrue();
        IsIn(Enter()).ShouldBeFalse();
    });

    private static bool IsIn(Task<IDisposable> entered) => entered.IsCompletedSuccessfully;

    private static void Leave(Task<IDisposable> entered) => entered.GetAwaiter().GetResult().Dispose();

    private Task<IDisposable> Enter(CancellationToken cancellationToken = default) => _gate.EnterAsync(cancellationToken);
}
