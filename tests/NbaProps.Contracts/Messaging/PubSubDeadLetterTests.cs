using System.Text;

using NbaProps.Contracts.GoogleCloud;
using NbaProps.GoogleCloud.Http;
using NbaProps.GoogleCloud.PubSub;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.State;
using NbaProps.Tests.Support;

namespace NbaProps.Contracts.Messaging;

[Trait("Part", "emulators")]
public sealed class PubSubDeadLetterTests : IAsyncLifetime
{
    private const string Games = "games-complete";

    private readonly string _project = GoogleEmulators.NewProject();
    private PushReceiver? _receiver;

    public async Task InitializeAsync()
    {
        GoogleEmulators.Require();
        _receiver = await PushReceiver.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (_receiver is not null)
            await _receiver.DisposeAsync();
    }

    [SkippableFact]
    public async Task After_the_last_attempt_a_message_is_a_dead_letter_until_it_is_replayed()
    {
        var bus = await StartAsync();
        _receiver!.Answer = (push, _) => Task.FromResult(push.Message.Body == "poison" ? 500 : 204);

        await bus.Bus.PublishAsync(Games, [new OutgoingMessage("poison", new Dictionary<string, string> { ["correlation"] = "abc" })], default);
        await bus.QuietAsync();
        var letter = await LetterAsync(bus);

        letter.Subscription.ShouldBe("analytics");
        letter.Topic.ShouldBe(Games);
        letter.Body.ShouldBe("poison");
        letter.Attributes.ShouldBe(new Dictionary<string, string> { ["correlation"] = "abc" });
        letter.Attempts.ShouldBe(5);
        letter.At.ShouldBeGreaterThan(letter.PublishedAt);
        (await bus.DeadLetters.ListAsync("analytics", default)).ShouldHaveSingleItem("it leaves only by being replayed").Id.ShouldBe(letter.Id);
        (await bus.DeadLetters.ListAsync("audit", default)).ShouldBeEmpty();
        (await bus.DeadLetters.GetAsync(letter.Id, default)).ShouldNotBeNull().Body.ShouldBe("poison");
        (await bus.DeadLetters.GetAsync(4711, default)).ShouldBeNull();

        var messageId = await bus.DeadLetters.ReplayAsync(letter.Id, "mended", default);
        await _receiver.UntilAsync(pushes => pushes.Any(push => push.Message.Body == "mended"));

        var replayed = _receiver.Pushes.Single(push => push.Message.Body == "mended").Message;
        replayed.MessageId.ShouldBe(messageId);
        replayed.Attributes.ShouldBe(new Dictionary<string, string> { ["correlation"] = "abc", ["replay_for"] = "analytics" }, ignoreOrder: true);
        (await bus.DeadLetters.ListAsync(null, default)).ShouldBeEmpty();
        (await Should.ThrowAsync<PermanentException>(() => bus.DeadLetters.ReplayAsync(letter.Id, null, default))).Message.ShouldContain("replayed already");
    }

    [SkippableFact]
    public async Task What_nobody_can_read_is_a_dead_letter_that_can_be_looked_at()
    {
        var bus = await StartAsync();
        await HandOnAsync([0x7b, 0xff, 0x7d], new() { ["CloudPubSubDeadLetterSourceSubscription"] = "analytics" });

        var letter = await LetterAsync(bus);

        letter.Body.ShouldBe("{\ufffd}");
        letter.LastError.ShouldContain("not UTF-8");
    }

    [SkippableFact]
    public async Task One_that_no_document_could_hold_is_kept_whole_and_holds_up_no_other()
    {
        var bus = await StartAsync();
        var body = string.Concat(Enumerable.Repeat("\"\u00e9\ud83c\udfc0", 400_000));
        await HandOnAsync(Encoding.UTF8.GetBytes(body), new() { ["CloudPubSubDeadLetterSourceSubscription"] = "analytics" });
        await HandOnAsync("short"u8.ToArray(), new() { ["CloudPubSubDeadLetterSourceSubscription"] = "analytics" });

        var letters = await LettersAsync(bus, 2);

        var listed = letters.Single(letter => letter.Body != "short");
        body.ShouldStartWith(listed.Body);
        listed.LastError.ShouldContain("of its 1600000 characters this is the beginning");
        (await bus.DeadLetters.GetAsync(listed.Id, default)).ShouldNotBeNull().Body.ShouldBe(body);
        await bus.DeadLetters.ReplayAsync(listed.Id, null, default);
        await _receiver!.UntilAsync(pushes => pushes.Any(push => push.Message.Body == body));
        (await bus.DeadLetters.ListAsync(null, default)).ShouldHaveSingleItem().Body.ShouldBe("short");
        (await bus.State.QueryAsync(new DocumentQuery("dead_letter_parts"), default)).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task A_letter_of_a_subscription_that_is_gone_is_kept_and_cannot_be_replayed()
    {
        var bus = await StartAsync();
        await HandOnAsync("{}"u8.ToArray(), new() { ["CloudPubSubDeadLetterSourceSubscription"] = "long-gone" });

        var letter = await LetterAsync(bus);

        var refusal = await Should.ThrowAsync<PermanentException>(() => bus.DeadLetters.ReplayAsync(letter.Id, null, default));
        refusal.Message.ShouldContain("long-gone");
        (await bus.DeadLetters.GetAsync(letter.Id, default)).ShouldNotBeNull();
    }

    private Task<EmulatorBus> StartAsync() => EmulatorBus.StartAsync(_receiver!, _project, [Games], [new Subscription("analytics", Games, _receiver!.Endpoint("analytics"))]);

    // As Pub/Sub does when it gives up.
    private async Task HandOnAsync(byte[] data, Dictionary<string, string> attributes)
    {
        var client = await GoogleEmulators.PubSubAsync();
        var message = new WireMessage { Data = Convert.ToBase64String(data), Attributes = attributes };
        (await client.SendAsync(
            GoogleRequest.Json("test", HttpMethod.Post, $"v1/projects/{_project}/topics/nba-dead-letters:publish", new PublishRequest([message]), PubSubJson.Short.PublishRequest),
            default)).RequireDone();
    }

    // The emulator hands on a moment after the last refusal, and says nothing of it.
    private static async Task<DeadLetter> LetterAsync(EmulatorBus bus) => (await LettersAsync(bus, 1))[0];

    private static Task<IReadOnlyList<DeadLetter>> LettersAsync(EmulatorBus bus, int count) =>
        Polling.UntilAsync(() => bus.DeadLetters.ListAsync(null, default), letters => letters.Count >= count, $"{count} dead letters");
}
