using System.Text;
using System.Text.Json;

using NbaProps.Shared.Messaging;

namespace NbaProps.Tests.Shared.Messaging;

public sealed class PushEnvelopeTests
{
    // {"unit":"player_game_summary/2025-01-05"}
    private const string Data = "eyJ1bml0IjoicGxheWVyX2dhbWVfc3VtbWFyeS8yMDI1LTAxLTA1In0=";

    [Fact]
    public void Reads_what_Pub_Sub_sends()
    {
        var result = PushEnvelope.Parse(
            $$$"""
            {
                "deliveryAttempt": 5,
                "message": {
                    "attributes": { "correlation": "abc" },
                    "data": "{{{Data}}}",
                    "messageId": "2070443601311540",
                    "message_id": "2070443601311540",
                    "orderingKey": "key",
                    "publishTime": "2021-02-26T19:13:55.749Z",
                    "publish_time": "2021-02-26T19:13:55.749Z"
                },
                "subscription": "projects/myproject/subscriptions/mysubscription"
            }
            """);

        result.Error.ShouldBeNull();
        result.IsValid.ShouldBeTrue();
        var envelope = result.Envelope!;
        envelope.Message.Body.ShouldBe("""{"unit":"player_game_summary/2025-01-05"}""");
        envelope.Message.MessageId.ShouldBe("2070443601311540");
        envelope.Message.Attributes.ShouldBe(new Dictionary<string, string> { ["correlation"] = "abc" });
        envelope.Message.DeliveryAttempt.ShouldBe(5);
        envelope.Subscription.ShouldBe("projects/myproject/subscriptions/mysubscription");
        envelope.PublishTime.ShouldBe(new DateTimeOffset(2021, 2, 26, 19, 13, 55, 749, TimeSpan.Zero));
        envelope.OrderingKey.ShouldBe("key");
    }

    [Fact]
    public void Reads_what_the_emulator_sends()
    {
        var result = PushEnvelope.Parse(
            $$$"""{"subscription":"projects/demo/subscriptions/analytics","message":{"data":"{{{Data}}}","messageId":"1","message_id":"1","publishTime":"2025-01-05T10:00:00.123456789Z","publish_time":"2025-01-05T10:00:00.123456789Z"}}""");

        var envelope = result.Envelope.ShouldNotBeNull();
        envelope.Message.MessageId.ShouldBe("1");
        envelope.Message.Attributes.ShouldBeEmpty();
        envelope.Message.DeliveryAttempt.ShouldBeNull();
        envelope.OrderingKey.ShouldBeNull();
    }

    [Theory]
    [InlineData("messageId", "publishTime")]
    [InlineData("message_id", "publish_time")]
    public void Reads_either_spelling(string id, string time)
    {
        var result = PushEnvelope.Parse($$$"""{"message":{"data":"{{{Data}}}","{{{id}}}":"7","{{{time}}}":"2025-01-05T10:00:00Z"},"subscription":"s"}""");

        result.Envelope.ShouldNotBeNull().Message.MessageId.ShouldBe("7");
        result.Envelope!.PublishTime.ShouldBe(new DateTimeOffset(2025, 1, 5, 10, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Ignores_what_it_does_not_know()
    {
        var result = PushEnvelope.Parse($$$"""{"message":{"data":"{{{Data}}}","messageId":"7","new":{"a":[1]}},"subscription":"s","other":null}""");

        result.IsValid.ShouldBeTrue();
    }

    [Theory]
    [InlineData("", "not the JSON")]
    [InlineData("hello", "not the JSON")]
    [InlineData("[]", "not the JSON")]
    [InlineData("null", "no 'message'")]
    [InlineData("{}", "no 'message'")]
    [InlineData("""{"message":null}""", "no 'message'")]
    [InlineData("""{"message":"text"}""", "$.message")]
    [InlineData("""{"message":{"messageId":"1"}}""", "no 'data'")]
    [InlineData("""{"message":{"data":"e30="}}""", "no 'messageId'")]
    [InlineData("""{"message":{"data":"e30=","messageId":""}}""", "no 'messageId'")]
    [InlineData("""{"message":{"data":"e30=","messageId":1}}""", "$.message.messageId")]
    [InlineData("""{"message":{"data":"{}","messageId":"1"}}""", "not base64")]
    [InlineData("""{"message":{"data":"/w==","messageId":"1"}}""", "not UTF-8")]
    [InlineData("""{"message":{"data":"e30=","messageId":"1","attributes":{"a":null}}}""", "'a' is null")]
    [InlineData("""{"message":{"data":"e30=","messageId":"1","attributes":{"a":1}}}""", "$.message.attributes")]
    [InlineData("""{"message":{"data":"e30=","messageId":"1"},"deliveryAttempt":0}""", "deliveryAttempt")]
    public void Says_what_is_wrong_and_what_is_accepted(string body, string wrong)
    {
        foreach (var result in new[] { PushEnvelope.Parse(body), PushEnvelope.Parse(Encoding.UTF8.GetBytes(body)) })
        {
            result.IsValid.ShouldBeFalse();
            result.Envelope.ShouldBeNull();
            result.Error.ShouldNotBeNull().ShouldContain(wrong);
            result.Error!.ShouldContain("Accepted: {\"message\"");
            result.Error!.ShouldNotContain('\n');
        }
    }

    [Fact]
    public void Writes_what_Pub_Sub_sends()
    {
        var envelope = new PushEnvelope(
            new ReceivedMessage("42", """{"name":"Dončić"}""", new Dictionary<string, string> { ["correlation"] = "abc" }, 2),
            "projects/p/subscriptions/s",
            new DateTimeOffset(2025, 1, 5, 10, 0, 0, 120, TimeSpan.Zero));

        using var json = JsonDocument.Parse(envelope.ToUtf8Json());

        var root = json.RootElement;
        root.GetProperty("subscription").GetString().ShouldBe("projects/p/subscriptions/s");
        root.GetProperty("deliveryAttempt").GetInt32().ShouldBe(2);
        var message = root.GetProperty("message");
        Encoding.UTF8.GetString(message.GetProperty("data").GetBytesFromBase64()).ShouldBe("""{"name":"Dončić"}""");
        message.GetProperty("messageId").GetString().ShouldBe("42");
        message.GetProperty("message_id").GetString().ShouldBe("42");
        message.GetProperty("publishTime").GetString().ShouldBe("2025-01-05T10:00:00.120Z");
        message.GetProperty("publish_time").GetString().ShouldBe("2025-01-05T10:00:00.120Z");
        message.GetProperty("attributes").GetProperty("correlation").GetString().ShouldBe("abc");
        message.TryGetProperty("orderingKey", out _).ShouldBeFalse();
    }

    [Fact]
    public void Reads_back_what_it_writes()
    {
        var envelope = new PushEnvelope(
            new ReceivedMessage("42", "a \"body\" with 🏀", new Dictionary<string, string> { ["k"] = "v" }, null),
            "projects/p/subscriptions/s",
            PublishTime: null,
            "order");

        var read = PushEnvelope.Parse(envelope.ToUtf8Json()).Envelope.ShouldNotBeNull();

        read.Message.Body.ShouldBe(envelope.Message.Body);
        read.Message.Attributes.ShouldBe(envelope.Message.Attributes);
        (read with { Message = envelope.Message }).ShouldBe(envelope);
    }

    [Fact]
    public void Acknowledging_statuses_are_these_five()
    {
        Enumerable.Range(100, 500).Where(PushReply.IsAcknowledgement).ShouldBe([102, 200, 201, 202, 204]);
    }
}
