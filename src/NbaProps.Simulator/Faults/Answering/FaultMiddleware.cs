using Microsoft.AspNetCore.Http;

namespace NbaProps.Simulator.Faults.Answering;

/// <summary>Stands around the endpoints and changes their answers as a script says. It waits for nothing but its caller.</summary>
/// <param name="next">The endpoints.</param>
/// <param name="table">Says what a request asks for.</param>
/// <param name="script">What goes wrong.</param>
/// <param name="now">The moment of the game days.</param>
/// <param name="onSilence">Told when an answer is kept back that never comes; null where nobody listens.</param>
/// <param name="onStruck">Told of each fault that strikes a request; null where nobody listens.</param>
public sealed class FaultMiddleware(RequestDelegate next, FeedTable table, FaultScript script, Func<DateTimeOffset> now, Action? onSilence = null, Action<Fault>? onStruck = null)
{
    private readonly FaultCounts _counts = new();

    /// <summary>Answers a request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var request = table.Of(context.Request.Path.Value ?? string.Empty, context.Request.Query);
        var faults = request is null ? [] : _counts.Take(script.OfFeed(request.Feed.Name).Where(fault => fault.Strikes(request, now())));
        if (faults.Count == 0)
        {
            await next(context);
            return;
        }

        foreach (var fault in faults)
        {
            onStruck?.Invoke(fault);
        }

        await WriteAsync(context, FaultyAnswers.Of(request!, faults, await AskAsync(context)));
    }

    private async Task<ServedAnswer> AskAsync(HttpContext context)
    {
        var (response, body) = (context.Response, context.Response.Body);
        using var said = new MemoryStream();
        response.Body = said;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = body;
        }

        return new ServedAnswer(response.StatusCode, response.ContentType, said.ToArray());
    }

    private async Task WriteAsync(HttpContext context, ServedAnswer answer)
    {
        if (answer.NeverComes)
        {
            var gone = new TaskCompletionSource();
            await using var _ = context.RequestAborted.Register(gone.SetResult);
            onSilence?.Invoke();
            await gone.Task;
            return;
        }

        var response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        if (answer.RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        await response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }
}
