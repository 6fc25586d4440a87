using System.Diagnostics;
using System.Net;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

using NbaProps.Simulator.Faults;
using NbaProps.Simulator.Faults.Answering;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Serving;

/// <summary>
/// The same upstreams without a network: a request is answered before the call returns, on the caller's thread. For who decides himself what happens next.
/// One request at a time; the paths are made once, so that thousands of leagues can be asked through one.
/// </summary>
public sealed class InlineServer : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly RequestDelegate _serve;
    private LeagueMoment? _moment;
    private FaultMiddleware? _faults;
    private bool _isSilent;

    /// <summary>Makes the paths.</summary>
    public InlineServer()
    {
        var listener = new DiagnosticListener("NbaProps.Simulator");
        _services = new ServiceCollection().AddLogging().AddRouting().AddSingleton(listener).AddSingleton<DiagnosticSource>(listener).BuildServiceProvider();
        var application = new ApplicationBuilder(_services);
        application.UseRouting();
        application.UseEndpoints(routes => routes.MapLeague(() => _moment ?? throw new InvalidOperationException("Nobody asked.")));
        _serve = application.Build();
    }

    /// <summary>From now on answers are as faulty as a script says; what it has struck before is forgotten.</summary>
    /// <param name="season">Whose games the requests name.</param>
    /// <param name="script">What goes wrong; none for answers that are right again.</param>
    /// <param name="onStruck">Told of each fault that strikes a request.</param>
    public void Follow(SimulatedSeason season, FaultScript script, Action<Fault> onStruck) =>
        _faults = script.Faults.Count == 0 ? null : new FaultMiddleware(_serve, new FeedTable(season), script, () => _moment!.Now, () => _isSilent = true, onStruck);

    /// <summary>Answers a request for a path and query at a moment; null where the answer is kept back and never comes.</summary>
    public HttpResponseMessage? Get(LeagueMoment moment, string pathAndQuery)
    {
        var (path, query) = pathAndQuery.Split('?', 2) is [var before, var after] ? (before, $"?{after}") : (pathAndQuery, string.Empty);
        using var scope = _services.CreateScope();
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Method = HttpMethods.Get;
        context.Request.Path = PathString.FromUriComponent(path);
        context.Request.QueryString = new QueryString(query);
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        using var gone = new CancellationTokenSource();
        context.RequestAborted = gone.Token;
        (_moment, _isSilent) = (moment, false);
        var served = _faults?.InvokeAsync(context) ?? _serve(context);
        if (_isSilent)
        {
            // Whoever asked waits elsewhere, by his own clock.
            gone.Cancel();
            served.GetAwaiter().GetResult();
            return null;
        }

        if (!served.IsCompleted)
        {
            throw new InvalidOperationException($"{pathAndQuery} was not answered at once.");
        }

        served.GetAwaiter().GetResult();
        var answer = new HttpResponseMessage((HttpStatusCode)context.Response.StatusCode) { Content = new ByteArrayContent(body.ToArray()) };
        foreach (var (name, values) in context.Response.Headers)
        {
            if (!answer.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                answer.Content.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        return answer;
    }

    /// <inheritdoc/>
    public void Dispose() => _services.Dispose();
}
