using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

using NbaProps.Shared.Messaging;

namespace NbaProps.Embedded.Broker;

/// <summary>Posts one delivery and says how that ended; it never throws, because every end of a push is something to record.</summary>
internal sealed class PushClient(HttpMessageInvoker http, string projectId, TimeProvider time)
{
    // Enough of an answer's body to see in a dead letter what went wrong.
    private const int ExcerptBytes = 500;

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    /// <summary>Pushes; <paramref name="abort"/> is cancelled when this process can wait no longer.</summary>
    public async Task<PushOutcome> PushAsync(ClaimedDelivery delivery, SubscriptionLimits limits, CancellationToken abort)
    {
        try
        {
            using var deadline = new CancellationTokenSource(limits.AckDeadline, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, abort);
            using var content = new ByteArrayContent(delivery.Envelope(projectId).ToUtf8Json());
            content.Headers.ContentType = Json;
            using var request = new HttpRequestMessage(HttpMethod.Post, limits.PushEndpoint) { Content = content };
            using var response = await http.SendAsync(request, either.Token);

            var status = (int)response.StatusCode;
            if (PushReply.IsAcknowledgement(status))
                return new PushOutcome(delivery, PushVerdict.Acknowledged, null);
            var excerpt = await ExcerptAsync(response, either.Token);
            return Refused(string.Create(CultureInfo.InvariantCulture, $"HTTP {status} {excerpt}").TrimEnd());
        }
        catch (OperationCanceledException) when (abort.IsCancellationRequested)
        {
            return new PushOutcome(delivery, PushVerdict.CutOff, "cut off: the dispatcher stopped before the endpoint answered");
        }
        catch (OperationCanceledException)
        {
            return Refused(string.Create(CultureInfo.InvariantCulture, $"no answer within {limits.AckDeadline.TotalSeconds:0.###} s"));
        }
        catch (Exception exception)
        {
            return Refused($"{exception.GetType().Name}: {exception.Message}");
        }

        PushOutcome Refused(string error) => new(delivery, PushVerdict.Refused, error);
    }

    private static async Task<string> ExcerptAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            await using (stream)
            {
                var buffer = new byte[ExcerptBytes];
                var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
                return Encoding.UTF8.GetString(buffer, 0, length);
            }
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or OperationCanceledException)
        {
            // The status alone is the refusal.
            return string.Empty;
        }
    }
}
