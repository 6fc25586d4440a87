using System.Collections.Concurrent;
using System.Net;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

using NbaProps.Shared.Messaging;
using NbaProps.Shared.Web;

namespace NbaProps.EndToEnd.Support;

/// <summary>
/// Stands between Google's Pub/Sub emulator and the services, and does what the emulator does not: it holds back what a subscription's filter would, and knows
/// when all that was published has been taken.
/// </summary>
internal sealed class PushRelay : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromMinutes(10) };
    private readonly ConcurrentDictionary<string, Subscription> _subscriptions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _taken = new(StringComparer.Ordinal);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _forwarded;

    private PushRelay(WebApplication app) => _app = app;

    /// <summary>The token that each push carries to the services, which the emulator does not send; null for none.</summary>
    public string? Token { get; init; }

    /// <summary>How many pushes reached a service.</summary>
    public int Forwarded => _forwarded;

    /// <summary>Whether a message was taken by a subscription.</summary>
    public bool IsTaken(string subscription, string messageId) => _taken.ContainsKey($"{subscription}|{messageId}");

    /// <summary>Completes when what was taken so far satisfies the condition.</summary>
    public async Task UntilAsync(Func<bool> enough, CancellationToken cancellationToken)
    {
        while (true)
        {
            var changed = Volatile.Read(ref _changed).Task;
            if (enough())
                return;
            await changed.WaitAsync(TimeSpan.FromMinutes(2), cancellationToken);
        }
    }

    public static async Task<PushRelay> StartAsync(string? token = null)
    {
        var builder = BareWeb.CreateBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var relay = new PushRelay(builder.Build()) { Token = token };
        relay._app.Run(relay.RelayAsync);
        await relay._app.StartAsync();
        return relay;
    }

    /// <summary>The subscription as it is to be declared: to this relay, which hands on to where it was meant for.</summary>
    public Subscription Between(Subscription subscription)
    {
        _subscriptions[subscription.Name] = subscription;
        return subscription with { PushEndpoint = new Uri($"{_app.Urls.Single()}/{subscription.Name}") };
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _client.Dispose();
    }

    private async Task RelayAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var envelope = PushEnvelope.Parse(body.ToArray()).Envelope!;
        var subscription = _subscriptions[context.Request.Path.Value!.Trim('/')];
        var status = StatusCodes.Status204NoContent;
        if (subscription.RequiredAttribute is not { } asked || envelope.Message.Attributes.ContainsKey(asked))
        {
            Interlocked.Increment(ref _forwarded);
            using var push = new HttpRequestMessage(HttpMethod.Post, subscription.PushEndpoint) { Content = new ByteArrayContent(body.ToArray()) };
            if (Token is not null)
                push.Headers.Authorization = new("Bearer", Token);
            using var answer = await _client.SendAsync(push);
            status = (int)answer.StatusCode;
        }

        if (PushReply.IsAcknowledgement(status))
        {
            _taken.TryAdd($"{subscription.Name}|{envelope.Message.MessageId}", 0);
            Interlocked.Exchange(ref _changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        }

        context.Response.StatusCode = status;
    }
}
