using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Domain.Calendar;
using NbaProps.Embedded.Broker;
using NbaProps.Embedded.InMemory;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Operations;
using NbaProps.Shared.Deployment;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Notifications;
using NbaProps.Shared.Observability;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Running;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Hosting;

/// <summary>What the options say of deployment, as far as a process that is put together from them.</summary>
public sealed class WatchedBuildTests
{
    private static readonly GameDate Day = new(2026, 1, 15);

    private readonly FakeTimeProvider _time = new(Main.Noon);
    private readonly Bucket _bucket = new();

    [Theory]
    [InlineData(false, null, "not watched")]
    [InlineData(true, null, "4 behind")]
    [InlineData(true, "Ann until Friday", "4 behind, Ann until Friday")]
    public async Task A_services_gates_are_told_where_its_own_build_stands(bool watched, string? allowed, string told)
    {
        var gate = new Teller();
        _bucket.Publish(Main.Behind("analytics", 4, 1));
        var host = Host(new NbaPropsOptions { Deployment = new() { Watched = watched, AllowStale = allowed } }, new PipelineManifest([gate.Declaration]));
        using var activities = new PipelineActivity("test");
        var runtime = host.RuntimeOf(new ServiceDefinition("analytics", [Phase.Analytics], _ => [UnitWorks.HandOff(gate)]), activities, NullLoggerFactory.Instance);
        await runtime.Days.ReachAsync(Day, Moment.Context, Day.At(10), visit: 1, "test", Day.At(10), CancellationToken.None);
        (await runtime.Runner.RunAsync(new("gate", new(Day)), new RunTrigger("test", "test"), CancellationToken.None)).Reason.ShouldBe(told);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task The_watcher_of_a_watched_installation_looks_for_drift(bool watched, int incidents)
    {
        _bucket.Publish(Main.Behind("analytics", 0, 1));
        var host = Host(new NbaPropsOptions { Deployment = new() { Watched = watched }, Ports = new() { Base = 0 } }, NbaPipeline.Manifest);
        await using var operations = await OperationsService.StartAsync(host, _ => { }, NullLoggerFactory.Instance, CancellationToken.None);
        (await new IncidentLog(host.Ports.State).OpenAsync(CancellationToken.None)).Count(incident => incident.Key == "head|services").ShouldBe(incidents);
    }

    private ServiceHost Host(NbaPropsOptions options, PipelineManifest manifest)
    {
        var warehouse = new InMemoryWarehouse();
        foreach (var table in manifest.AllTables)
        {
            warehouse.ApplySchemaAsync(table, CancellationToken.None).GetAwaiter().GetResult();
        }

        return new()
        {
            Manifest = manifest,
            Options = options,
            Inputs = new ConfigurationInputs { Environment = new SortedDictionary<string, string> { [BuildIdentity.CommitVariable] = Main.Commit(0) } },
            Ports = new Ports(new InMemoryStateStore(_time), warehouse, _bucket, new InMemoryMessageBus()),
            Time = _time,
            GameClock = GameClock.Live(_time),
        };
    }

    private sealed class Teller : IHandOffGate
    {
        public ProcessorDeclaration Declaration { get; } = new()
        {
            Name = "gate", Phase = Phase.Analytics, Purpose = "Tells what it was told.", Inputs = [Reads.Clock, Reads.Deployment],
            Output = new OutputDeclaration.ToNextPhase(), Triggers = [Moment.Context],
        };

        public GateDecision Evaluate(IInputs inputs, RunContext context) => GateDecision.Open(inputs.Deployment is { Drift: { } drift } facts
            ? FormattableString.Invariant($"{drift.Commits} behind{(facts.AllowedBecause is { } because ? $", {because}" : string.Empty)}")
            : "not watched");
    }
}
