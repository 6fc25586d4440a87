using System.Collections.Concurrent;
using System.Net;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

using NbaProps.Shared.Messaging;
using NbaProps.Shared.Web;

namespace NbaProps.Contracts.Messaging;

/// <summary>A real push endpoint on a free loopback port. Every path is an endpoint of its own; by default it acknowledges.</summary>
public sealed class PushReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Push> _pushes = new();
    private readonly ConcurrentQueue<(Push Push, int Status)> _answered = new();
    private readonly Dictionary<(string Path, string MessageId), int> _attempts = [];
    private readonly Lock _lock = new();
    private readonly List<(Func<IReadOnlyList<Push>, bool> Enough, TaskCompletionSource Reached)> _waiters = [];
    private int _underWay;
    private int _mostUnderWay;

    private PushReceiver(WebApplication app) => _app = app;

    /// <summary>Answers a push with a status; awaiting in it holds the request open.</summary>
    public Func<Push, CancellationToken, Task<int>> Answer { get; set; } = (_, _) => Task.FromResult(StatusCodes.Status204NoContent);

    /// <summary>All pushes so far, in the order they arrived.</summary>
    public IReadOnlyList<Push> Pushes => [.. _pushes];

    /// <summary>The pushes that were answered, each with its status.</summary>
    public IReadOnlyList<(Push Push, int Status)> Answered => [.. _answered];

    /// <summary>Most requests that were open at one time.</summary>
    public int MostUnderWay => _mostUnderWay;

    public static async Task<PushReceiver> StartAsync()
    {
        var builder = BareWeb.CreateBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        var receiver = new PushReceiver(builder.Build());
        receiver._app.Run(receiver.ReceiveAsync);
        await receiver._app.StartAsync();
        return receiver;
    }

    public Uri Endpoint(string path) => new(new Uri(_app.Urls.Single()), path);

    public IReadOnlyList<Push> PushesTo(string path) => [.. Pushes.Where(push => push.Path == $"/{path}")];

    /// <summary>Completes when the pushes so far satisfy the condition.</summary>
    public async Task UntilAsync(Func<IReadOnlyList<Push>, bool> enough, TimeSpan? patience = null)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
            _waiters.Add((enough, reached));
        Check();
        await reached.Task.WaitAsync(patience ?? TimeSpan.FromSeconds(30));
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        var underWay = Interlocked.Increment(ref _underWay);
        lock (_lock)
            _mostUnderWay = Math.Max(_mostUnderWay, underWay);
        try
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            var parsed = PushEnvelope.Parse(body.ToArray());
            parsed.Error.ShouldBeNull();
            var push = new Push(context.Request.Path, context.Request.ContentType, AttemptOf(context.Request.Path, parsed.Envelope!.Message.MessageId), parsed.Envelope);
            _pushes.Enqueue(push);
            Check();
            context.Response.StatusCode = await Answer(push, context.RequestAborted);
            await context.Response.CompleteAsync();
            _answered.Enqueue((push, context.Response.StatusCode));
            Check();
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The broker gave up waiting.
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private int AttemptOf(string path, string messageId)
    {
        lock (_lock)
            return _attempts[(path, messageId)] = _attempts.GetValueOrDefault((path, messageId)) + 1;
    }

    private void Check()
    {
        lock (_lock)
        {
            var pushes = Pushes;
            foreach (var waiter in _waiters.Where(waiter => waiter.Enough(pushes)))
                waiter.Reached.TrySetResult();
        }
    }
}

/// <summary>A request that a push endpoint received.</summary>
/// <param name="Path">The endpoint.</param>
/// <param name="ContentType">The header.</param>
/// <param name="Attempt">How often this message has come to this endpoint, this time included: not every bus says so itself.</param>
/// <param name="Envelope">What it carried.</param>
public sealed record Push(string Path, string? ContentType, int Attempt, PushEnvelope Envelope)
{
    public ReceivedMessage Message => Envelope.Message;
}
