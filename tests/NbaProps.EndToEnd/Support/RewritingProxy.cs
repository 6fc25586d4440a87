using System.Collections.Concurrent;
using System.Text;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

using NbaProps.Shared.Web;

namespace NbaProps.EndToEnd.Support;

/// <summary>
/// Stands before an upstream and, once told to, rewrites what passes. What the upstream no longer serves is answered from what it served
/// before, as a book that goes on quoting during the game would.
/// </summary>
internal sealed class RewritingProxy : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly HttpClient _client;
    private readonly ConcurrentDictionary<string, string> _seen;

    private RewritingProxy(Uri upstream, ConcurrentDictionary<string, string> seen)
    {
        _seen = seen;
        _client = new HttpClient { BaseAddress = upstream };
        var builder = BareWeb.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        _application.Run(AnswerAsync);
    }

    /// <summary>Rewrites a body, given the path it was asked for; null passes all as it is.</summary>
    public Func<string, string, string>? Rewrite { get; set; }

    /// <summary>Where it listens.</summary>
    public Uri BaseAddress => new(_application.Urls.Single());

    /// <summary>Starts to listen.</summary>
    /// <param name="upstream">What it stands before.</param>
    /// <param name="seen">What was served, by path and query: to be added to, and answered from.</param>
    public static async Task<RewritingProxy> StartAsync(Uri upstream, ConcurrentDictionary<string, string> seen)
    {
        var proxy = new RewritingProxy(upstream, seen);
        await proxy._application.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _client.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var address = context.Request.Path + context.Request.QueryString.Value;
        using var answer = await _client.GetAsync(address, context.RequestAborted);
        var body = await answer.Content.ReadAsStringAsync(context.RequestAborted);
        var empty = !answer.IsSuccessStatusCode || string.Equals(body, "[]", StringComparison.Ordinal);
        if (!empty && Rewrite is null)
        {
            _seen[address] = body;
        }

        var remembered = empty && Rewrite is not null && _seen.TryGetValue(address, out var before) ? before : null;
        context.Response.StatusCode = remembered is null ? (int)answer.StatusCode : StatusCodes.Status200OK;
        context.Response.ContentType = "application/json";
        var text = remembered ?? body;
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Rewrite is { } rewrite ? rewrite(context.Request.Path, text) : text), context.RequestAborted);
    }
}
