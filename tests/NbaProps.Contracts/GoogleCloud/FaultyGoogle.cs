using System.Collections.Concurrent;
using System.Net;
using System.Text;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

using NbaProps.Shared.Web;

namespace NbaProps.Contracts.GoogleCloud;

/// <summary>A small Google on a free loopback port: it does what it is asked, once the faults that were laid in for it are used up.</summary>
internal sealed class FaultyGoogle : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Fault> _faults = new();
    private readonly ConcurrentQueue<Asked> _asked = new();

    private FaultyGoogle(WebApplication app) => _app = app;

    /// <summary>What a request that is done is answered with.</summary>
    public Func<Asked, string> Answer { get; set; } = _ => "{}";

    /// <summary>The status that a request which is done is answered with.</summary>
    public Func<Asked, int> Status { get; set; } = _ => 200;

    /// <summary>The requests that faults are for; others are done.</summary>
    public Func<Asked, bool> Concerned { get; set; } = _ => true;

    /// <summary>Told when a request was done that will not be answered.</summary>
    public Action OnLost { get; set; } = () => { };

    /// <summary>How many requests were done.</summary>
    public int Done { get; private set; }

    /// <summary>All requests, done or not.</summary>
    public IReadOnlyList<Asked> Requests => [.. _asked];

    public Uri Address => new(_app.Urls.Single() + "/");

    public static async Task<FaultyGoogle> StartAsync()
    {
        var builder = BareWeb.CreateBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        var server = new FaultyGoogle(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    public FaultyGoogle Then(params Fault[] faults)
    {
        foreach (var fault in faults)
            _faults.Enqueue(fault);
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var asked = new Asked(
            context.Request.Method, $"{context.Request.Path}{context.Request.QueryString}", Encoding.UTF8.GetString(body.ToArray()), context.Request.Headers.Authorization.ToString());
        _asked.Enqueue(asked);
        Fault? fault = null;
        if (Concerned(asked))
            _faults.TryDequeue(out fault);
        if (fault is { IsReset: true })
        {
            context.Abort();
            return;
        }

        if (fault is { Status: { } status })
        {
            context.Response.StatusCode = status;
            foreach (var (name, value) in fault.Headers)
                context.Response.Headers[name] = value;
            await context.Response.WriteAsync(fault.Body);
            return;
        }

        Done++;
        if (fault is { IsLost: true })
        {
            OnLost();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }

        context.Response.StatusCode = Status(asked);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(Answer(asked));
    }
}

/// <summary>A request that came.</summary>
internal sealed record Asked(string Method, string Path, string Body, string Authorization);

/// <summary>What goes wrong with one request.</summary>
internal sealed record Fault
{
    /// <summary>Answered so, and not done.</summary>
    public int? Status { get; private init; }

    public string Body { get; private init; } = string.Empty;

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Not done; the connection is reset.</summary>
    public bool IsReset { get; private init; }

    /// <summary>Done, and never answered.</summary>
    public bool IsLost { get; private init; }

    public static Fault Reset { get; } = new() { IsReset = true };

    public static Fault Lost { get; } = new() { IsLost = true };

    public static Fault None { get; } = new();

    public static Fault Of(int status, string code = "", string reason = "", string message = "because") => new()
    {
        Status = status,
        Body = $$$"""{"error":{"code":{{{status}}},"message":"{{{message}}}","status":"{{{code}}}","errors":[{"reason":"{{{reason}}}"}]}}""",
    };

    public static Fault Page(int status, string text) => new() { Status = status, Body = text };

    public Fault With(string header, string value) => this with { Headers = new Dictionary<string, string>(Headers) { [header] = value } };
}
