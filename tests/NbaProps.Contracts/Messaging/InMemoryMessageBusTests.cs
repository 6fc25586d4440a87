using NbaProps.Embedded.Broker;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.Resilience;

namespace NbaProps.Contracts.Messaging;

public sealed class InMemoryMessageBusTests
{
    [Fact]
    public async Task Keeps_what_is_published_in_order_until_it_is_drained()
    {
        var bus = new InMemoryMessageBus();

        await bus.PublishAsync("games", [Message("1"), Message("2")], CancellationToken.None);
        await bus.PublishAsync("lines", [Message("3")], CancellationToken.None);

        bus.PublishedTo("games").Select(one => one.Message.Body).ShouldBe(["1", "2"]);
        bus.Drain().Select(one => (one.Topic, one.MessageId, one.Message.Body)).ShouldBe([("games", "1", "1"), ("games", "2", "2"), ("lines", "3", "3")]);
        bus.Published.ShouldBeEmpty();
    }

    [Fact]
    public async Task Completes_inline()
    {
        var bus = new InMemoryMessageBus();

        var publishing = bus.PublishAsync("games", [Message("1")], CancellationToken.None);

        publishing.IsCompletedSuccessfully.ShouldBeTrue();
        await publishing;
        bus.Published[0].Received(deliveryAttempt: 2).ShouldBe(new ReceivedMessage("1", "1", bus.Published[0].Message.Attributes, 2));
    }

    [Fact]
    public async Task Refuses_a_topic_that_is_not_declared_and_names_those_that_are()
    {
        var bus = new InMemoryMessageBus(["games", "lines"]);

        var refusal = await Should.ThrowAsync<PermanentException>(() => bus.PublishAsync("gmaes", [Message("1")], CancellationToken.None));

        refusal.Message.ShouldContain("games, lines");
    }

    private static OutgoingMessage Message(string body) => new(body, new Dictionary<string, string>());
}
