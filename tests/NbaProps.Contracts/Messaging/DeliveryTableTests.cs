using NbaProps.Embedded.Broker;

namespace NbaProps.Contracts.Messaging;

/// <summary>What must hold when the answer of a commit was lost, and the dispatcher does not know what the file says.</summary>
public sealed class DeliveryTableTests : BrokerTestBase
{
    [Fact]
    public async Task A_claim_whose_answer_was_lost_is_due_again_and_costs_no_attempt()
    {
        await using var broker = await DeclaredAsync();
        await broker.PublishAsync(Games, "known", "lost");
        var claimed = await ClaimAsync(broker);
        claimed.Count.ShouldBe(2);
        HashSet<DeliveryKey> known = [claimed[0].Key];

        await broker.File.RunAsync(
            connection =>
            {
                DeliveryTable.ReleaseUnknown(connection, known, broker.File.Now);
                return true;
            },
            CancellationToken.None);

        var again = (await ClaimAsync(broker)).ShouldHaveSingleItem();
        again.Body.ShouldBe("lost");
        again.Attempt.ShouldBe(1);
    }

    [Theory]
    [InlineData(PushVerdict.Acknowledged, 5, 0, 0)]
    [InlineData(PushVerdict.Refused, 5, 1, 0)]
    [InlineData(PushVerdict.CutOff, 5, 1, 0)]
    [InlineData(PushVerdict.Refused, 1, 0, 1)]
    internal async Task Recording_an_outcome_twice_is_recording_it_once(PushVerdict verdict, int maxAttempts, long open, long deadLettered)
    {
        await using var broker = await DeclaredAsync();
        await broker.PublishAsync(Games, "1");
        var outcome = new PushOutcome((await ClaimAsync(broker)).Single(), verdict, "why");
        var limits = new SubscriptionLimits(Receiver.Endpoint("analytics"), maxAttempts, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);

        for (var i = 0; i < 2; i++)
            await broker.File.RunAsync(connection => DeliveryTable.Settle(connection, outcome, limits, broker.File.Now), CancellationToken.None);

        var depth = Of(await broker.DepthAsync(), "analytics");
        (depth.Ready + depth.InFlight + depth.Waiting).ShouldBe(open);
        depth.DeadLettered.ShouldBe(deadLettered);
    }

    [Fact]
    public async Task A_message_is_kept_until_its_last_subscription_is_done_with_it()
    {
        await using var broker = await StartedAsync(null, To("analytics"), To("audit"));
        await broker.PublishAsync(Games, "1", "2");
        await broker.QuietAsync();

        (await broker.File.RunAsync(connection => connection.Scalar("SELECT COUNT(*) FROM messages"), CancellationToken.None)).ShouldBe(0L);
    }

    [Theory]
    [InlineData(1, 200)]
    [InlineData(2, 400)]
    [InlineData(4, 1600)]
    [InlineData(7, 10_000)]
    [InlineData(100, 10_000)]
    public void Back_off_doubles_up_to_its_longest(int attempts, long milliseconds)
    {
        var limits = new SubscriptionLimits(new Uri("http://localhost/"), 5, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(10), TimeSpan.Zero);

        limits.BackoffAfter(attempts).ShouldBe(milliseconds);
    }

    private static Task<List<ClaimedDelivery>> ClaimAsync(EmbeddedBroker broker) => broker.File.RunAsync(
        connection => DeliveryTable.Claim(connection, [new SubscriptionRoom("analytics", 10)], 10, broker.File.Now, broker.File.Now),
        CancellationToken.None);

    /// <summary>Topics are declared, and no dispatcher runs.</summary>
    private async Task<EmbeddedBroker> DeclaredAsync()
    {
        var broker = await StartedAsync();
        await broker.Dispatcher.StopAsync(CancellationToken.None);
        return broker;
    }
}
