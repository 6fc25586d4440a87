using NbaProps.Analytics;
using NbaProps.Chaos.Harness;
using NbaProps.Hosting.Services;
using NbaProps.Precompute;
using NbaProps.Predictions;
using NbaProps.RawProcessors;
using NbaProps.Scrapers;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Simulator.Serving.Pdf;

namespace NbaProps.Chaos.League;

/// <summary>The five services and the watcher, as kinds of processes. What they run and subscribe to is the manifest's.</summary>
internal static class LeagueServices
{
    public const string Watcher = "watcher";

    private static readonly IReadOnlyList<ServiceDefinition> Definitions =
    [
        ScrapersService.Definition,
        RawProcessorsService.Definition,
        AnalyticsService.Definition,
        PrecomputeService.Definition,
        PredictionsService.Definition,
    ];

    private static readonly SortedDictionary<string, IReadOnlyList<UnitWorkRegistration>> ComputingByService = new(
        Definitions.Skip(1).ToDictionary(
            service => service.Name,
            service => service.Works(new ServiceSurroundings(LeagueOptions.Value, (_, _) => throw new InvalidOperationException("A processor asks nobody."), new CarriedText())),
            StringComparer.Ordinal),
        StringComparer.Ordinal);

    /// <summary>The service that a kind of process runs; null for the watcher.</summary>
    public static ServiceDefinition? Of(ProcessRole role) => Definitions.FirstOrDefault(service => string.Equals(service.Name, role.Name, StringComparison.Ordinal));

    /// <summary>The kinds, with so many processes of each service.</summary>
    public static IReadOnlyList<ProcessRole> Roles(Func<int> instances) =>
    [
        .. Definitions.Select(service => new ProcessRole(service.Name, instances(), SubscriptionsOf(service.Phases[0]))),
        new ProcessRole(Watcher, 1, new Dictionary<string, string?>(StringComparer.Ordinal), Watches: true),
    ];

    /// <summary>The work of phases 2 to 5, all in one process: for who computes everything again in peace.</summary>
    public static IReadOnlyList<UnitWorkRegistration> Computing => [.. ComputingByService.Values.SelectMany(works => works)];

    /// <summary>What a service registers. Processors ask nobody and keep nothing, so that all processes have the same ones.</summary>
    /// <param name="service">The service.</param>
    /// <param name="surroundings">What its process has, where it asks upstreams.</param>
    public static IReadOnlyList<UnitWorkRegistration> WorksOf(ServiceDefinition service, Func<ServiceSurroundings> surroundings) =>
        ComputingByService.GetValueOrDefault(service.Name) ?? service.Works(surroundings());

    private static Dictionary<string, string?> SubscriptionsOf(Phase phase) =>
        Topics.SubscribedBy(phase, NbaPipeline.Manifest).ToDictionary(topic => topic, topic => Topics.RequiredAttribute(topic, phase), StringComparer.Ordinal);
}
