using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

using NbaProps.Hosting.Push;
using NbaProps.Hosting.Requests;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.Observability;
using NbaProps.Shared.Pipeline.Hints;

namespace NbaProps.Hosting.Services;

/// <summary>Where the bus pushes to. The reply says only whether the outcome is recorded: what came of it is in state.</summary>
public static partial class PushEndpoint
{
    /// <summary>The path of every service's push endpoint.</summary>
    public const string Path = "/pubsub/push";

    /// <summary>Maps it.</summary>
    /// <param name="routes">The service's routes.</param>
    /// <param name="handler">What messages are given to.</param>
    /// <param name="activities">The service's spans.</param>
    /// <param name="guard">Who keeps out whoever is not Pub/Sub; null on one machine.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where it is told who was kept out.</param>
    public static void MapPush(this IEndpointRouteBuilder routes, HintHandler handler, PipelineActivity activities, PushGuard? guard, TimeProvider time, ILogger logger) =>
        routes.MapPost(Path, async context =>
        {
            // Before anything of the body is read.
            if ((guard is null || await MayEnterAsync(context, guard, logger)) && await BodyAsync(context, RequestLimits.LargestPush, time, logger) is { } body)
            {
                await HandleAsync(context, body, handler, activities);
            }
        });

    internal static async Task<bool> MayEnterAsync(HttpContext context, PushGuard guard, ILogger logger)
    {
        if (await guard.WhyNotAsync(context.Request.Headers, context.RequestAborted) is not { } reason)
        {
            return true;
        }

        // Whoever is kept out is not told what would have let him in.
        LogKeptOut(logger, reason);
        context.Response.Headers.WWWAuthenticate = "Bearer";
        await ReplyAsync(context, StatusCodes.Status401Unauthorized, "The push is not authenticated.");
        return false;
    }

    /// <summary>The request's body; null where it was refused, which the caller has been told.</summary>
    internal static async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpContext context, long most, TimeProvider time, ILogger logger)
    {
        var body = await RequestBody.ReadAsync(context, most, time);
        if (body.IsWhole)
        {
            return body.Bytes;
        }

        LogNotRead(logger, body.Accepted);
        await ReplyAsync(context, body.Status, body.Accepted);
        return null;
    }

    private static async Task HandleAsync(HttpContext context, ReadOnlyMemory<byte> body, HintHandler handler, PipelineActivity activities)
    {
        var parsed = PushEnvelope.Parse(body.Span);
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

    [LoggerMessage(2401, LogLevel.Warning, "A push was kept out: {Reason}")]
    private static partial void LogKeptOut(ILogger logger, string reason);

    [LoggerMessage(2402, LogLevel.Warning, "A request was refused: {Reason}")]
    private static partial void LogNotRead(ILogger logger, string reason);
}
