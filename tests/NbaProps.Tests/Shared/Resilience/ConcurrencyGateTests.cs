using NbaProps.Shared.Resilience;

namespace NbaProps.Tests.Shared.Resilience;

public class ConcurrencyGateTests
{
    [Fact]
    public async Task Those_who_wait_enter_in_the_order_they_came_on_the_thread_of_the_one_that_leaves()
    {
        var gate = new ConcurrencyGate(1);
        var inside = await gate.EnterAsync(CancellationToken.None);
        var second = gate.EnterAsync(CancellationToken.None);
        var third = gate.EnterAsync(CancellationToken.None);

        inside.Dispose();
        second.IsCompletedSuccessfully.ShouldBeTrue();
        third.IsCompleted.ShouldBeFalse();

        (await second).Dispose();
        third.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task Who_gives_up_leaves_the_line()
    {
        using var stop = new CancellationTokenSource();
        var gate = new ConcurrencyGate(1);
        var inside = await gate.EnterAsync(CancellationToken.None);
        var second = gate.EnterAsync(stop.Token);
        var third = gate.EnterAsync(CancellationToken.None);

        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => second);

        inside.Dispose();
        third.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task A_place_is_given_back_once()
    {
        var gate = new ConcurrencyGate(1);
        var place = await gate.EnterAsync(CancellationToken.None);
        place.Dispose();
        place.Dispose();

        using var one = await gate.EnterAsync(CancellationToken.None);
        gate.EnterAsync(CancellationToken.None).IsCompleted.ShouldBeFalse();
    }
}
