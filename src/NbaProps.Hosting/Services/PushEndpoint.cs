using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

using NbaProps.Shared.Messaging;
using NbaProps.Shared.Observability;
using NbaProps.Shared.Pipeline.Hints;

namespace NbaProps.Hosting.Services;

/// <summary>Where the bus pushes to. The reply says only whether the outcome is recorded: what came of it is in state.</summary>
public static class PushEndpoint
{
    /// <summary>The path of every service's push endpoint.</summary>
    public const string Path = "/pubsub/push";

    /// <summary>Maps it.</summary>
    /// <param name="routes">The service's routes.</param>
    /// <param name="handler">What messages are given to.</param>
    /// <param name="activities">The service's spans.</param>
    public static void MapPush(this IEndpointRouteBuilder routes, HintHandler handler, PipelineActivity activities) =>
        routes.MapPost(Path, request => HandleAsync(request, handler, activities));

    private static async Task HandleAsync(HttpContext context, HintHandler handler, PipelineActivity activities)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var parsed = PushEnvelope.Parse(body.GetBuffer().AsSpan(0, checked((int)body.Length)));
        if (!parsed.IsValid)
        {
            await ReplyAsync(context, StatusCodes.Status400BadRequest, parsed.Error);
            return;
        }

        using var activity = activities.StartConsumer(parsed.Envelope.Message, topic: null, parsed.Envelope.Subscription ?? "unknown");

        // The run has its own budget: a bus that hangs up does not cancel it.
        var answer = await handler.HandleAsync(parsed.Envelope.Message, CancellationToken.None);
        var status = answer.Disposition switch
        {
            HintDisposition.Done => StatusCodes.Status204NoContent,
            HintDisposition.Retry => StatusCodes.Status503ServiceUnavailable,
            HintDisposition.Malformed => StatusCodes.Status400BadRequest,
            _ => throw new InvalidOperationException($"Unknown disposition {answer.Disposition}."),
        };
        await ReplyAsync(context, status, answer.Reason);
    }

    private static async Task ReplyAsync(HttpContext context, int status, string reason)
    {
        context.Response.StatusCode = status;
        if (status != StatusCodes.Status204NoContent)
        {
            await context.Response.WriteAsync(reason, context.RequestAborted);
        }
    }
}
