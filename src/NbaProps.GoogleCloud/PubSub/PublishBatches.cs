using System.Globalization;
using System.Text;

using NbaProps.Shared.Messaging;
using NbaProps.Shared.Resilience;

namespace NbaProps.GoogleCloud.PubSub;

/// <summary>Cuts messages into requests that Pub/Sub takes.</summary>
internal static class PublishBatches
{
    /// <summary>Pub/Sub's limit of messages in a request.</summary>
    public const int MostMessages = 1000;

    /// <summary>Pub/Sub's limit of a request, in bytes, less what the request itself takes.</summary>
    public const int MostBytes = 10_000_000 - 1000;

    // Names, quotes and commas of a message, and of one of its attributes.
    private const int BytesAroundMessage = 40;
    private const int BytesAroundAttribute = 6;

    /// <summary>The requests, in the order of the messages.</summary>
    /// <param name="topic">For what is too large.</param>
    /// <param name="messages">The messages.</param>
    /// <exception cref="PermanentException">One message alone is larger than a request may be.</exception>
    public static IReadOnlyList<IReadOnlyList<WireMessage>> Of(string topic, IReadOnlyList<OutgoingMessage> messages)
    {
        var batches = new List<IReadOnlyList<WireMessage>>();
        var batch = new List<WireMessage>();
        var size = 0L;
        foreach (var message in messages)
        {
            var data = Convert.ToBase64String(Encoding.UTF8.GetBytes(message.Body));
            var own = SizeOf(data, message.Attributes);
            if (own > MostBytes)
            {
                throw new PermanentException(string.Create(
                    CultureInfo.InvariantCulture, $"A message to '{topic}' takes {own} bytes in a request; Pub/Sub takes {MostBytes}."));
            }

            if (batch.Count == MostMessages || size + own > MostBytes)
            {
                batches.Add(batch);
                (batch, size) = ([], 0);
            }

            batch.Add(new WireMessage { Data = data, Attributes = message.Attributes.Count == 0 ? null : message.Attributes });
            size += own;
        }

        if (batch.Count > 0)
        {
            batches.Add(batch);
        }

        return batches;
    }

    // What JSON must escape travels as \uXXXX: six bytes. No letter takes more, and a bound will do.
    private static long SizeOf(string data, IReadOnlyDictionary<string, string> attributes) =>
        BytesAroundMessage + data.Length + attributes.Sum(pair => BytesAroundAttribute + (6L * (pair.Key.Length + pair.Value.Length)));
}
