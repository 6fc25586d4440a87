using NbaProps.Shared.Messaging;
using NbaProps.Shared.Resilience;

namespace NbaProps.Contracts.Messaging;

/// <summary>What every bus that pushes promises, whoever built it.</summary>
public abstract class MessageBusContract : IAsyncLifetime
{
    protected const string Games = "games-complete";
    protected const string Lines = "lines-complete";
    protected const string Nobody = "nobody-listens";

    protected PushReceiver Receiver { get; private set; } = null!;

    public virtual async Task InitializeAsync() => Receiver = await PushReceiver.StartAsync();

    public async Task DisposeAsync()
    {
        // Not there where the test was skipped.
        if (Receiver is not null)
            await Receiver.DisposeAsync();
    }

    [SkippableFact]
    public async Task A_message_reaches_every_subscription_of_its_topic_and_no_other()
    {
        await using var bus = await StartAsync([Games, Lines], [To("analytics", Games), To("audit", Games), To("predictions", Lines)]);

        await bus.PublishAsync(Games, "1");
        await bus.QuietAsync();

        Receiver.PushesTo("analytics").Select(push => push.Message.Body).ShouldBe(["1"]);
        Receiver.PushesTo("audit").Select(push => push.Message.Body).ShouldBe(["1"]);
        Receiver.PushesTo("predictions").ShouldBeEmpty();
    }

    [SkippableFact]
    public virtual async Task A_subscription_that_asks_for_an_attribute_gets_only_messages_that_carry_it()
    {
        await using var bus = await StartAsync([Games], [To("analytics", Games) with { RequiredAttribute = "read" }, To("audit", Games)]);

        await bus.Bus.PublishAsync(
            Games,
            [new OutgoingMessage("1", new Dictionary<string, string>()), new OutgoingMessage("2", new Dictionary<string, string> { ["read"] = string.Empty, ["other"] = "1" }), new OutgoingMessage("3", new Dictionary<string, string> { ["other"] = "read" })],
            CancellationToken.None);
        await bus.QuietAsync();

        Receiver.PushesTo("analytics").Select(push => push.Message.Body).ShouldBe(["2"]);
        Receiver.PushesTo("audit").Select(push => push.Message.Body).ShouldBe(["1", "2", "3"], ignoreOrder: true);
    }

    [SkippableFact]
    public virtual async Task A_message_that_no_subscription_asks_for_is_gone()
    {
        await using var bus = await StartAsync([Games], [To("analytics", Games) with { RequiredAttribute = "read" }]);

        await bus.PublishAsync(Games, "1");
        await bus.QuietAsync();

        Receiver.Pushes.ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Body_attributes_and_subscription_arrive_exactly()
    {
        await using var bus = await StartAsync([Games], [To("analytics", Games)]);
        var body = """{"unit":"player_game_summary/2025-01-05","name":"Nikola Jokić \"Joker\"\n","emoji":"🏀"}""";
        var attributes = new Dictionary<string, string> { ["correlation"] = "abc", ["Ünïcode"] = "Dončić", ["empty"] = string.Empty };

        await bus.Bus.PublishAsync(Games, [new OutgoingMessage(body, attributes)], CancellationToken.None);
        await bus.QuietAsync();

        var push = Receiver.Pushes.ShouldHaveSingleItem();
        push.Message.Body.ShouldBe(body);
        push.Message.Attributes.ShouldBe(attributes, ignoreOrder: true);
        push.Message.DeliveryAttempt.ShouldBe(CountsAttempts ? 1 : null);
        push.Message.MessageId.ShouldNotBeNullOrEmpty();
        push.Envelope.Subscription.ShouldNotBeNull();
        push.Envelope.Subscription.ShouldMatch("^projects/[^/]+/subscriptions/analytics$");
        push.Envelope.PublishTime.ShouldNotBeNull();
        push.ContentType.ShouldNotBeNull().ShouldStartWith("application/json");
    }

    [SkippableFact]
    public async Task Messages_of_one_publish_have_ids_of_their_own()
    {
        await using var bus = await StartAsync([Games], [To("analytics", Games)]);

        await bus.PublishAsync(Games, "1", "2", "3");
        await bus.QuietAsync();

        Receiver.Pushes.Select(push => push.Message.Body).ShouldBe(["1", "2", "3"], ignoreOrder: true);
        Receiver.Pushes.Select(push => push.Message.MessageId).Distinct().Count().ShouldBe(3);
    }

    [SkippableTheory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(202)]
    [InlineData(204)]
    [InlineData(203)]
    [InlineData(205)]
    [InlineData(206)]
    [InlineData(301)]
    [InlineData(304)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Only_Pub_Subs_statuses_acknowledge(int status)
    {
        Skip.If(NoStatuses is not null, NoStatuses);
        await using var bus = await StartAsync([Games], [To("analytics", Games)]);
        Receiver.Answer = (push, _) => Task.FromResult(push.Attempt == 1 ? status : 204);

        await bus.PublishAsync(Games, "1");
        await bus.QuietAsync();

        Receiver.Pushes.Count.ShouldBe(IsAcknowledgement(status) ? 1 : 2);
    }

    [SkippableFact]
    public async Task A_refused_message_comes_again_with_the_same_id_and_the_next_attempt()
    {
        await using var bus = await StartAsync([Games], [To("analytics", Games)]);
        Receiver.Answer = (push, _) => Task.FromResult(push.Attempt < 3 ? 503 : 204);

        await bus.PublishAsync(Games, "1");
        await bus.QuietAsync();

        Receiver.Pushes.Select(push => push.Attempt).ShouldBe([1, 2, 3]);
        Receiver.Pushes.Select(push => push.Message.DeliveryAttempt).ShouldBe(CountsAttempts ? [1, 2, 3] : [null, null, null]);
        Receiver.Pushes.Select(push => push.Message.MessageId).Distinct().Count().ShouldBe(1);
        Receiver.Pushes.Select(push => push.Message.Body).Distinct().ShouldBe(["1"]);
    }

    [SkippableFact]
    public async Task An_unanswered_message_comes_again_after_the_deadline()
    {
        await using var bus = await StartAsync([Games], [To("analytics", Games) with { AckDeadline = ShortDeadline }]);
        Receiver.Answer = async (push, aborted) =>
        {
            if (push.Attempt == 1)
                await Task.Delay(Timeout.InfiniteTimeSpan, aborted);
            return 204;
        };

        await bus.PublishAsync(Games, "1");
        await bus.QuietAsync();

        Receiver.Pushes.Select(push => push.Attempt).ShouldBe([1, 2]);
    }

    [SkippableFact]
    public async Task A_refusal_by_one_subscription_does_not_repeat_the_message_to_another()
    {
        await using var bus = await StartAsync([Games], [To("analytics", Games), To("audit", Games)]);
        Receiver.Answer = (push, _) => Task.FromResult(push.Path == "/analytics" && push.Attempt == 1 ? 500 : 204);

        await bus.PublishAsync(Games, "1");
        await bus.QuietAsync();

        Receiver.PushesTo("analytics").Count.ShouldBe(2);
        Receiver.PushesTo("audit").Count.ShouldBe(1);
    }

    [SkippableFact]
    [Trait("Incident", "O-02")]
    public async Task A_message_that_nobody_can_take_does_not_stop_the_others()
    {
        await using var bus = await StartAsync([Games], [To("analytics", Games) with { MaxDeliveryAttempts = 5 }]);
        Receiver.Answer = (push, _) => Task.FromResult(push.Message.Body == "poison" ? 500 : 204);

        await bus.PublishAsync(Games, ["poison", .. Enumerable.Range(0, 20).Select(i => $"{i}")]);
        await bus.QuietAsync();

        Receiver.Pushes.Count(push => push.Message.Body == "poison").ShouldBe(5);
        Receiver.Pushes.Where(push => push.Message.Body != "poison").Select(push => push.Message.Body)
            .ShouldBe(Enumerable.Range(0, 20).Select(i => $"{i}"), ignoreOrder: true);
    }

    // Refused until all the others have come: whoever waited for its turn behind it would wait for ever.
    [SkippableFact]
    [Trait("Incident", "O-02")]
    public async Task A_message_that_nobody_can_take_is_not_waited_for()
    {
        var (others, taken) = (20, 0);
        await using var bus = await StartAsync([Games], [To("analytics", Games) with { MaxDeliveryAttempts = 100, MinBackoff = TimeSpan.FromSeconds(1), MaxBackoff = TimeSpan.FromSeconds(1) }]);
        Receiver.Answer = (push, _) => Task.FromResult(push.Message.Body == "poison" ? Volatile.Read(ref taken) >= others ? 204 : 500 : Interlocked.Increment(ref taken) > 0 ? 204 : 500);

        await bus.PublishAsync(Games, ["poison", .. Enumerable.Range(0, others).Select(i => $"{i}")]);
        await bus.QuietAsync();

        taken.ShouldBeGreaterThanOrEqualTo(others);
        Receiver.Pushes.Count(push => push.Message.Body == "poison").ShouldBeLessThan(100);
    }

    [SkippableFact]
    public async Task A_topic_without_subscriptions_takes_messages()
    {
        await using var bus = await StartAsync([Games, Nobody], [To("analytics", Games)]);

        await bus.PublishAsync(Nobody, "1");
        await bus.QuietAsync();

        Receiver.Pushes.ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task A_topic_that_is_not_declared_is_refused()
    {
        await using var bus = await StartAsync([Games], [To("analytics", Games)]);

        var refusal = await Should.ThrowAsync<PermanentException>(() => bus.PublishAsync("gmaes-complete", "1"));

        refusal.Message.ShouldContain("gmaes-complete");
    }

    [SkippableFact]
    public async Task Many_publishers_at_once_lose_nothing()
    {
        await using var bus = await StartAsync([Games], [To("analytics", Games), To("audit", Games)]);
        var expected = Enumerable.Range(0, 200).Select(i => $"{i}").ToArray();

        await Task.WhenAll(expected.Select(body => Task.Run(() => bus.PublishAsync(Games, body))));
        await bus.QuietAsync();

        Receiver.PushesTo("analytics").Select(push => push.Message.Body).Distinct().ShouldBe(expected, ignoreOrder: true);
        Receiver.PushesTo("audit").Select(push => push.Message.Body).Distinct().ShouldBe(expected, ignoreOrder: true);
    }

    /// <summary>Why no statuses are answered; null where they are.</summary>
    protected virtual string? NoStatuses => null;

    /// <summary>Whether pushes say how often the message was tried.</summary>
    protected virtual bool CountsAttempts => true;

    /// <summary>Whether the bus takes a status for an acknowledgement.</summary>
    protected virtual bool IsAcknowledgement(int status) => PushReply.IsAcknowledgement(status);

    /// <summary>The shortest deadline that the bus allows.</summary>
    protected abstract TimeSpan ShortDeadline { get; }

    protected abstract Task<IRunningBus> StartAsync(IReadOnlyList<string> topics, IReadOnlyList<Subscription> subscriptions);

    protected Subscription To(string name, string topic) => new(name, topic, Receiver.Endpoint(name));
}

/// <summary>A bus under test, pushing.</summary>
public interface IRunningBus : IAsyncDisposable
{
    IMessageBus Bus { get; }

    /// <summary>Returns once nothing is due, in flight or backing off.</summary>
    Task QuietAsync();
}

internal static class RunningBusExtensions
{
    public static Task PublishAsync(this IRunningBus bus, string topic, params string[] bodies) =>
        bus.Bus.PublishAsync(topic, [.. bodies.Select(body => new OutgoingMessage(body, new Dictionary<string, string>()))], CancellationToken.None);
}
