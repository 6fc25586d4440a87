using System.Collections.Concurrent;
using System.Net;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

using NbaProps.GoogleDouble.BigQuery;
using NbaProps.GoogleDouble.Deployment;
using NbaProps.GoogleDouble.Descriptions;
using NbaProps.GoogleDouble.Storage;
using NbaProps.Shared.Web;

namespace NbaProps.GoogleDouble;

/// <summary>
/// A BigQuery, a Cloud Storage, and what a deployment changes, on a free loopback port. Every request is held against Google's own description where that is installed, field by field; it
/// does what the adapters ask for and nothing else.
/// </summary>
public sealed class GoogleDoubleServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Judge _judge = Judge.OfThisMachine;
    private readonly ConcurrentQueue<DoubleRequest> _requests = new();
    private readonly ConcurrentQueue<string> _objections = new();
    private int _count;

    private GoogleDoubleServer(WebApplication app) => _app = app;

    /// <summary>The warehouse.</summary>
    public BigQueryDouble BigQuery { get; } = new();

    /// <summary>The archive, with one bucket: <c>archive</c>.</summary>
    public StorageDouble Storage { get; } = new();

    /// <summary>What is deployed: services, schedules, topics, secrets, policies.</summary>
    public DeploymentDouble Deployment { get; } = new();

    /// <summary>Called before a request is done: what goes wrong with it, or null. It may wait.</summary>
    public Func<DoubleRequest, Task<DoubleFault?>> Fault { get; set; } = _ => Task.FromResult<DoubleFault?>(null);

    /// <summary>Called after a request was done, before it is answered. It may wait.</summary>
    public Func<DoubleRequest, Task> Answering { get; set; } = _ => Task.CompletedTask;

    /// <summary>All requests in the order in which they came.</summary>
    public IReadOnlyList<DoubleRequest> Requests => [.. _requests];

    /// <summary>What Google's description says against requests and against our own answers. Empty, or the test fails.</summary>
    public IReadOnlyList<string> Objections => [.. _objections];

    /// <summary>Where it listens, ending in a slash.</summary>
    public Uri Address => new(_app.Urls.Single() + "/");

    /// <summary>Starts.</summary>
    public static async Task<GoogleDoubleServer> StartAsync()
    {
        var builder = BareWeb.CreateBuilder();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var server = new GoogleDoubleServer(builder.Build());
        server._app.Run(server.GuardedAsync);
        await server._app.StartAsync();
        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task GuardedAsync(HttpContext context)
    {
        try
        {
            await AnswerAsync(context);
        }
        catch (Exception defect) when (defect is not (OperationCanceledException or Microsoft.AspNetCore.Http.BadHttpRequestException or IOException))
        {
            _objections.Enqueue($"the double itself: {defect}");
            throw;
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var request = await ReadAsync(context);
        var objections = _judge.Judged(ref request);
        _requests.Enqueue(request);
        foreach (var objection in objections)
            _objections.Enqueue($"{request.Method} {request.Path}: {objection}");
        var fault = await Fault(request);
        if (fault is { IsReset: true })
        {
            context.Abort();
            return;
        }

        var answer = fault?.Instead ?? (objections.Count > 0 ? DoubleAnswer.Error(400, "invalid", string.Join("; ", objections)) : Done(request));
        await Answering(request);
        if (fault is { IsLost: true })
        {
            context.Abort();
            return;
        }

        foreach (var objection in fault is null ? _judge.OfAnswer(request, answer) : [])
            _objections.Enqueue($"answer to {request.Method} {request.Path}: {objection}");
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json";
        foreach (var (name, value) in answer.Headers)
            context.Response.Headers[name] = value;
        if (answer.Body.Length > 0)
            await context.Response.Body.WriteAsync(answer.Body);
    }

    private DoubleAnswer Done(DoubleRequest request) => request.IsOfService || DeploymentJudge.InterfaceOf(request.Path) is not null ? Deployment.Answer(request)
        : request.Path.Contains("/bigquery/", StringComparison.Ordinal) ? BigQuery.Answer(request)
        : Storage.Answer(request, Address);

    private async Task<DoubleRequest> ReadAsync(HttpContext context)
    {
        using var whole = new MemoryStream();
        await context.Request.Body.CopyToAsync(whole);
        var (body, media) = (whole.ToArray(), (byte[]?)null);
        if (MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) && type.MediaType.Equals("multipart/related", StringComparison.OrdinalIgnoreCase))
        {
            whole.Position = 0;
            var reader = new MultipartReader(HeaderUtilities.RemoveQuotes(type.Boundary).Value!, whole);
            body = await PartAsync(reader);
            media = await PartAsync(reader);
        }

        var path = context.Features.Get<IHttpRequestFeature>()!.RawTarget.Split('?')[0];
        return new(
            context.Request.Method,
            path,
            context.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal),
            body,
            media,
            context.Request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase))
        {
            Number = Interlocked.Increment(ref _count),
        };
    }

    private static async Task<byte[]> PartAsync(MultipartReader reader)
    {
        var section = await reader.ReadNextSectionAsync() ?? throw new InvalidDataException("An upload has two parts.");
        using var part = new MemoryStream();
        await section.Body.CopyToAsync(part);
        return part.ToArray();
    }
}
