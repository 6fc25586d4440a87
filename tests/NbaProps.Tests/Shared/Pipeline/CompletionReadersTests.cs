using NbaProps.Cli.Running;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Hints;
using NbaProps.Shared.Pipeline.Running;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.State;

namespace NbaProps.Tests.Shared.Pipeline;

public sealed class CompletionReadersTests
{
    private static readonly PipelineManifest Manifest = NbaPipeline.Manifest;

    private static readonly IReadOnlyList<Subscription> Subscriptions = LocalPipeline.TopologyOf(
        Manifest, Enum.GetValues<Phase>().ToDictionary(phase => phase, phase => new Uri($"http://127.0.0.1:{(int)phase}/"))).Subscriptions;

    public static TheoryData<string> Processors() => [.. Manifest.Processors.Select(processor => processor.Name)];

    [Theory]
    [MemberData(nameof(Processors))]
    public void A_completion_is_pushed_to_every_phase_that_reads_the_unit_and_to_no_other(string processor)
    {
        var topic = Topics.Complete(Manifest.Processor(processor).Phase);
        var message = OutboxPublisher.ToOutgoing(Manifest, Promise(HintKind.Completed, processor, topic));

        Takers(topic, message).ShouldBe(Manifest.DependentsOf(processor).Select(reader => (int)reader.Processor.Phase).Distinct().Order());
    }

    [Fact]
    [Trait("Incident", "S-07")]
    public void A_hint_to_look_is_pushed_to_its_phase_without_any_attribute()
    {
        var topic = Topics.Trigger(Phase.Analytics);

        Takers(topic, OutboxPublisher.ToOutgoing(Manifest, Promise(HintKind.Look, "player_game_summary", topic))).ShouldBe([(int)Phase.Analytics]);
        Takers(topic, new OutgoingMessage("{}", new Dictionary<string, string>())).ShouldBe([(int)Phase.Analytics]);
    }

    private static OutboxMessage Promise(HintKind kind, string processor, string topic) =>
        new("id", topic, StateJson.Write(new Hint { Kind = kind, Unit = new UnitKey(processor, new(new(2022, 10, 18))).ToString() }));

    private static IEnumerable<int> Takers(string topic, OutgoingMessage message) => Subscriptions
        .Where(subscription => subscription.Topic == topic && (subscription.RequiredAttribute is not { } asked || message.Attributes.ContainsKey(asked)))
        .Select(subscription => subscription.PushEndpoint.Port)
        .Order();
}
