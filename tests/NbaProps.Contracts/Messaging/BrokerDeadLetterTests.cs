using NbaProps.Shared.Messaging;
using NbaProps.Shared.Resilience;

namespace NbaProps.Contracts.Messaging;

public sealed class BrokerDeadLetterTests : BrokerTestBase
{
    [Fact]
    [Trait("Incident", "I-25")]
    [Trait("Incident", "I-35")]
    public async Task After_the_last_attempt_a_message_is_a_dead_letter_with_everything_to_judge_it_by()
    {
        await using var broker = await StartedAsync(options => options with { MaxDeliveryAttempts = 3 });
        Receiver.Answer = (_, _) => Task.FromResult(500);

        await broker.Bus.PublishAsync(Games, [new OutgoingMessage("poison", new Dictionary<string, string> { ["correlation"] = "abc" })], CancellationToken.None);
        await broker.QuietAsync();

        Receiver.Pushes.Count.ShouldBe(3);
        var letter = (await broker.DeadLetters.ListAsync(null, CancellationToken.None)).ShouldHaveSingleItem();
        letter.Subscription.ShouldBe("analytics");
        letter.Topic.ShouldBe(Games);
        letter.MessageId.ShouldBe(Receiver.Pushes[0].Message.MessageId);
        letter.Body.ShouldBe("poison");
        letter.Attributes["correlation"].ShouldBe("abc");
        letter.Attempts.ShouldBe(3);
        letter.LastError.ShouldBe("HTTP 500");
        letter.At.ShouldBeGreaterThanOrEqualTo(letter.PublishedAt);
        (await broker.DeadLetters.GetAsync(letter.Id, CancellationToken.None)).ShouldNotBeNull().Body.ShouldBe("poison");
        Of(await broker.DepthAsync(), "analytics").DeadLettered.ShouldBe(1);
    }

    [Fact]
    public async Task A_dead_letter_can_be_edited_and_replayed_to_its_own_subscription_only()
    {
        await using var broker = await StartedAsync(options => options with { MaxDeliveryAttempts = 1 }, To("analytics"), To("audit"));
        Receiver.Answer = (push, _) => Task.FromResult(push.Path == "/analytics" && push.Message.Body == "poison" ? 500 : 204);
        await broker.PublishAsync(Games, "poison");
        await broker.QuietAsync();
        var letter = (await broker.DeadLetters.ListAsync(null, CancellationToken.None)).ShouldHaveSingleItem();

        var messageId = await broker.DeadLetters.ReplayAsync(letter.Id, "mended", CancellationToken.None);
        await broker.QuietAsync();

        var replayed = Receiver.PushesTo("analytics")[^1].Message;
        replayed.Body.ShouldBe("mended");
        replayed.MessageId.ShouldBe(messageId);
        replayed.DeliveryAttempt.ShouldBe(1);
        Receiver.PushesTo("audit").Count.ShouldBe(1);
        (await broker.DeadLetters.ListAsync(null, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dead_letter_that_fails_again_is_a_dead_letter_again()
    {
        await using var broker = await StartedAsync(options => options with { MaxDeliveryAttempts = 1 });
        Receiver.Answer = (_, _) => Task.FromResult(500);
        await broker.PublishAsync(Games, "poison");
        await broker.QuietAsync();
        var first = (await broker.DeadLetters.ListAsync(null, CancellationToken.None)).ShouldHaveSingleItem();

        await broker.DeadLetters.ReplayAsync(first.Id, null, CancellationToken.None);
        await broker.QuietAsync();

        var second = (await broker.DeadLetters.ListAsync(null, CancellationToken.None)).ShouldHaveSingleItem();
        second.Body.ShouldBe("poison");
        second.Id.ShouldNotBe(first.Id);
    }

    [Fact]
    public async Task Replaying_twice_delivers_once_and_says_so()
    {
        await using var broker = await StartedAsync(options => options with { MaxDeliveryAttempts = 1 });
        Receiver.Answer = (_, _) => Task.FromResult(500);
        await broker.PublishAsync(Games, "1");
        await broker.QuietAsync();
        var letter = (await broker.DeadLetters.ListAsync(null, CancellationToken.None)).ShouldHaveSingleItem();
        Receiver.Answer = (_, _) => Task.FromResult(204);

        await broker.DeadLetters.ReplayAsync(letter.Id, null, CancellationToken.None);
        var refusal = await Should.ThrowAsync<PermanentException>(() => broker.DeadLetters.ReplayAsync(letter.Id, null, CancellationToken.None));
        await broker.QuietAsync();

        refusal.Message.ShouldContain("replayed already");
        Receiver.Pushes.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Dead_letters_survive_a_restart()
    {
        Receiver.Answer = (_, _) => Task.FromResult(500);
        await using (var before = await StartedAsync(options => options with { MaxDeliveryAttempts = 1 }))
        {
            await before.PublishAsync(Games, "1");
            await before.QuietAsync();
        }

        await using var after = Broker();

        (await after.DeadLetters.ListAsync("analytics", CancellationToken.None)).ShouldHaveSingleItem().Body.ShouldBe("1");
        (await after.DeadLetters.ListAsync("audit", CancellationToken.None)).ShouldBeEmpty();
        (await after.DeadLetters.GetAsync(4711, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task An_endpoint_that_is_not_there_is_a_refusal_that_names_it()
    {
        var gone = await PushReceiver.StartAsync();
        var endpoint = gone.Endpoint("analytics");
        await gone.DisposeAsync();
        await using var broker = await StartedAsync(options => options with { MaxDeliveryAttempts = 2 }, new Subscription("analytics", Games, endpoint));

        await broker.PublishAsync(Games, "1");
        await broker.QuietAsync();

        (await broker.DeadLetters.ListAsync(null, CancellationToken.None)).ShouldHaveSingleItem().LastError.ShouldContain("refused", Case.Insensitive);
    }
}
