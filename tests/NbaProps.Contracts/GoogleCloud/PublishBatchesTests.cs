using System.Text.Json;

using NbaProps.GoogleCloud.PubSub;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.Resilience;

namespace NbaProps.Contracts.GoogleCloud;

public sealed class PublishBatchesTests
{
    private const int LimitOfPubSub = 10_000_000;

    [Theory]
    [InlineData(0, new int[0])]
    [InlineData(1, new[] { 1 })]
    [InlineData(1000, new[] { 1000 })]
    [InlineData(1001, new[] { 1000, 1 })]
    [InlineData(2500, new[] { 1000, 1000, 500 })]
    public void No_request_has_more_than_a_thousand_messages(int messages, int[] requests) =>
        PublishBatches.Of("games", [.. Enumerable.Range(0, messages).Select(n => Message($"{n}"))]).Select(batch => batch.Count).ShouldBe(requests);

    [Fact]
    public void No_request_is_longer_than_Pub_Sub_takes_and_few_are_needed()
    {
        // A megabyte is a third more as base64; of tildes every fourth letter of that is a +.
        var messages = Enumerable.Range(0, 20).Select(n => Message($"{(char)('a' + n)}{new string('~', 999_999)}", ("name", "Dončić"))).ToArray();

        var batches = PublishBatches.Of("games", messages);

        batches.ShouldAllBe(batch => JsonSerializer.SerializeToUtf8Bytes(new PublishRequest(batch), PubSubJson.Short.PublishRequest).Length <= LimitOfPubSub);
        batches.Select(batch => batch.Count).ShouldBe([7, 7, 6]);
        batches.SelectMany(batch => batch).Select(message => Convert.FromBase64String(message.Data!)[0]).ShouldBe(messages.Select(message => (byte)message.Body[0]));
    }

    [Fact]
    public void Attributes_count_as_they_travel()
    {
        // Each of these takes six bytes as JSON.
        var messages = Enumerable.Range(0, 20).Select(_ => Message("{}", [.. Enumerable.Range(0, 100).Select(n => ($"ключ{n}", new string('\u0001', 1000)))])).ToArray();

        PublishBatches.Of("games", messages)
            .ShouldAllBe(batch => JsonSerializer.SerializeToUtf8Bytes(new PublishRequest(batch), PubSubJson.Short.PublishRequest).Length <= LimitOfPubSub);
    }

    [Fact]
    public void A_message_that_no_request_can_hold_is_refused_before_anything_is_sent()
    {
        var refusal = Should.Throw<PermanentException>(() => PublishBatches.Of("games", [Message("{}"), Message(new string('x', 8_000_000))]));

        refusal.Message.ShouldContain("'games'");
    }

    private static OutgoingMessage Message(string body, params (string Name, string Value)[] attributes) =>
        new(body, attributes.ToDictionary(pair => pair.Name, pair => pair.Value));
}
