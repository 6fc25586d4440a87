using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

using NbaProps.Hosting.Push;
using NbaProps.Hosting.Requests;

namespace NbaProps.Hosting.Services;

/// <summary>Where a clock from outside lets the watcher look: for a service that does nothing between requests.</summary>
public static class WatchEndpoints
{
    /// <summary>Lets days reach their moments.</summary>
    public const string Advance = "/watch/advance";

    /// <summary>Compares what is there with what should be.</summary>
    public const string Tick = "/watch/tick";

    /// <summary>Maps a look. Doing it twice does nothing twice, so that a clock may call as often as it likes.</summary>
    /// <param name="routes">The service's routes.</param>
    /// <param name="path">Its path.</param>
    /// <param name="guard">Who keeps out whoever is not the clock; null on one machine.</param>
    /// <param name="look">What is done.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where it is told who was kept out.</param>
    public static void MapWatch(this IEndpointRouteBuilder routes, string path, PushGuard? guard, Func<CancellationToken, Task> look, TimeProvider time, ILogger logger) =>
        routes.MapPost(path, async context =>
        {
            if (guard is not null && !await PushEndpoint.MayEnterAsync(context, guard, logger))
            {
                return;
            }

            // Nothing in it is looked at; but who sends more than a clock does is not the clock.
            if (await PushEndpoint.BodyAsync(context, RequestLimits.LargestOther, time, logger) is null)
            {
                return;
            }

            // A clock that hangs up does not stop a look in its middle.
            await look(CancellationToken.None);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        });
}
