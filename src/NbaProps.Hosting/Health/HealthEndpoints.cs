using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

using NbaProps.Shared.Deployment;

namespace NbaProps.Hosting.Health;

/// <summary>The endpoints by which platform and watcher see a service. Not <c>/healthz</c>: Google's front end keeps that path to itself.</summary>
public static class HealthEndpoints
{
    /// <summary>The process answers.</summary>
    public const string Live = "/health/live";

    /// <summary>It can do its work: 200, or 503 with a list of what is missing.</summary>
    public const string Ready = "/health/ready";

    /// <summary>Which build it is.</summary>
    public const string Version = BuildIdentity.Address;

    /// <summary>Maps the three.</summary>
    /// <param name="routes">The service's routes.</param>
    public static void MapNbaPropsHealth(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.MapGet(Live, (BuildIdentity identity) => Results.Json(new LiveAnswer(identity.Service, "live"), HealthJson.Default.LiveAnswer));
        routes.MapGet(Ready, async (ReadinessProbe probe, CancellationToken cancellationToken) =>
        {
            var answer = await probe.AskAsync(cancellationToken);
            return Results.Json(
                answer, HealthJson.Default.ReadyAnswer, statusCode: answer.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        });
        routes.MapGet(Version, (BuildIdentity identity, IServiceProvider services) => Results.Json(
            new VersionAnswer(
                identity.Service,
                identity.Commit,
                identity.BuiltAt,
                identity.Runtime,
                new SortedDictionary<string, string>(
                    services.GetServices<ContractHash>().ToDictionary(contract => contract.Name, contract => contract.Hash, StringComparer.Ordinal),
                    StringComparer.Ordinal)),
            HealthJson.Default.VersionAnswer));
    }
}
