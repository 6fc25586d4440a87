using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Cli.Running;
using NbaProps.Embedded.Broker;
using NbaProps.Embedded.InMemory;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Pipeline;

/// <summary>A process that lacks what its phases need does not start.</summary>
public sealed class ProcessorRegistryTests
{
    private static readonly ServiceSurroundings Surroundings = new(new NbaPropsOptions(), (_, _) => new FakeUpstream(), new NoPdfs());

    public static TheoryData<string> Services() => [.. LocalPipeline.Definitions.Select(service => service.Name)];

    [Theory]
    [MemberData(nameof(Services))]
    [Trait("Incident", "I-01")]
    public void A_service_that_implements_all_of_its_phases_starts_and_one_that_lacks_anything_does_not(string name)
    {
        var service = LocalPipeline.Definitions.Single(definition => definition.Name == name);
        var works = service.Works(Surroundings);
        Start(service, works).Manifest.ShouldBe(NbaPipeline.Manifest);

        foreach (var missing in works)
        {
            Should.Throw<InvalidOperationException>(() => Start(service, [.. works.Where(work => work != missing)])).Message
                .ShouldBe($"The manifest declares processors that nothing implements: {missing.Declaration.Name}.");
        }
    }

    [Fact]
    public void What_is_implemented_twice_or_is_no_line_of_the_manifest_is_refused()
    {
        var service = LocalPipeline.Definitions[2];
        var works = service.Works(Surroundings);
        Should.Throw<InvalidOperationException>(() => Start(service, [.. works, works[0]])).Message.ShouldBe($"{works[0].Declaration.Name} is implemented twice.");
        Should.Throw<InvalidOperationException>(() => Start(service, works, new PipelineManifest([]))).Message.ShouldEndWith(" is implemented and is not a line of the manifest.");
    }

    [Fact]
    [Trait("Incident", "S-01")]
    public void A_name_that_no_line_of_the_manifest_has_is_refused_where_it_is_declared()
    {
        var reader = new ProcessorDeclaration
        {
            Name = "reader", Phase = Phase.RawProcessors, Purpose = "Reads what nobody brings.", Inputs = [Reads.Captures("team-game-stats")], Output = new OutputDeclaration.ToNextPhase(),
        };

        Should.Throw<InvalidOperationException>(() => new PipelineManifest([reader with { Name = "team_game_stats", Inputs = [Reads.Clock] }, reader])).Message
            .ShouldBe("reader: There is no processor team-game-stats. There are: team_game_stats, reader. A producer stands before its consumers in the manifest.");
    }

    private static PipelineRuntime Start(ServiceDefinition service, IReadOnlyList<UnitWorkRegistration> works, PipelineManifest? manifest = null)
    {
        var time = new FakeTimeProvider();
        return PipelineRuntime.Create(new()
        {
            Manifest = manifest ?? NbaPipeline.Manifest,
            Phases = service.Phases,
            Works = works,
            Ports = new Ports(new InMemoryStateStore(time), new InMemoryWarehouse(), new InMemoryObjectStore(), new InMemoryMessageBus()),
            Time = time,
            GameClock = new HeldGameClock(),
            Options = new RuntimeOptions(),
            Instance = "test",
            Loggers = NullLoggerFactory.Instance,
        });
    }
}
