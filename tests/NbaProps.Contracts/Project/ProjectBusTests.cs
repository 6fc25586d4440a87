using NbaProps.Contracts.GoogleCloud;
using NbaProps.Contracts.Messaging;
using NbaProps.GoogleCloud.PubSub;
using NbaProps.Shared.Messaging;

namespace NbaProps.Contracts.Project;

/// <summary>The contract on a project's Pub/Sub: topics and subscriptions of each test's own, from which messages are pulled, since Google cannot push to where the suite runs.</summary>
[Trait("Part", "project")]
[Trait("Port", "bus")]
public sealed class ProjectBusTests : MessageBusContract
{
    private const string HeedsNoFilter = "Google's emulator keeps filters and does not heed them.";

    private readonly string _test = ScratchProject.NewTest();

    private static bool IsEmulator => !string.IsNullOrEmpty(ScratchProject.Plan.GoogleCloud.PubSubEmulator);

    public override async Task InitializeAsync()
    {
        ScratchProject.Require();
        await base.InitializeAsync();
    }

    [SkippableFact]
    public override Task A_subscription_that_asks_for_an_attribute_gets_only_messages_that_carry_it()
    {
        Skip.If(IsEmulator, HeedsNoFilter);
        return base.A_subscription_that_asks_for_an_attribute_gets_only_messages_that_carry_it();
    }

    [SkippableFact]
    public override Task A_message_that_no_subscription_asks_for_is_gone()
    {
        Skip.If(IsEmulator, HeedsNoFilter);
        return base.A_message_that_no_subscription_asks_for_is_gone();
    }

    [SkippableFact]
    public async Task Topics_and_push_subscriptions_that_are_declared_again_stay_as_they_are()
    {
        var names = ScratchProject.Plan.Names;
        var topic = names.Messages(_test, Games);
        var topology = new PubSubTopology(ScratchProject.Ways.PubSub, ScratchProject.Plan.Project, PulledBus.Options with { DeadLetterTopic = names.Messages(_test, "dead") }, identity: null);
        var subscription = new Subscription(names.Messages(_test, "pushed"), topic, PulledBus.Nowhere) { RequiredAttribute = "never" };
        var live = new LiveSubscriptions(ScratchProject.Ways.PubSub, ScratchProject.Plan.Project, PulledBus.Options with { DeadLetterTopic = names.Messages(_test, "dead") });

        await topology.DeclareAsync([topic], [subscription], default);
        await topology.DeclareAsync([topic], [subscription], default);

        var findings = await live.CompareAsync([topic], [new DeclaredPush(subscription, new PushIdentity("nobody@example.com", "nobody"))], default);
        findings.Where(finding => finding.Subject.Contains(_test, StringComparison.Ordinal)).Select(finding => finding.Message)
            .ShouldBe(["the subscription pushes as nobody and is declared to push as nobody@example.com for nobody"]);
    }

    protected override string? NoStatuses => "A status is what a push is answered with, and Google cannot push to where the suite runs: messages are pulled.";

    protected override TimeSpan ShortDeadline => TimeSpan.FromSeconds(10);

    protected override async Task<IRunningBus> StartAsync(IReadOnlyList<string> topics, IReadOnlyList<Subscription> subscriptions) =>
        await PulledBus.StartAsync(ScratchProject.Ways.PubSub, ScratchProject.Plan, _test, topics, subscriptions, Receiver);
}
