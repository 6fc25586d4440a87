using NbaProps.Contracts.GoogleCloud;
using NbaProps.Shared.Messaging;

namespace NbaProps.Contracts.Messaging;

/// <summary>The contract on Google's Pub/Sub emulator. Where the emulator is not Pub/Sub, the test says so.</summary>
[Trait("Part", "emulators")]
public sealed class PubSubMessageBusContract : MessageBusContract
{
    private readonly string _project = GoogleEmulators.NewProject();

    public override async Task InitializeAsync()
    {
        GoogleEmulators.Require();
        await base.InitializeAsync();
    }

    // The emulator keeps filters and does not heed them: what is held here is that they are said, in the form that Pub/Sub documents.
    [SkippableFact]
    public override async Task A_subscription_that_asks_for_an_attribute_gets_only_messages_that_carry_it()
    {
        await using var bus = await StartAsync([Games], [To("analytics", Games) with { RequiredAttribute = "read" }, To("audit", Games)]);

        (await FilterAsync("analytics")).ShouldBe("""attributes:"read" AND (NOT attributes:replay_for OR attributes.replay_for = "analytics")""");
        (await FilterAsync("audit")).ShouldBe("""NOT attributes:replay_for OR attributes.replay_for = "audit" """.TrimEnd());
    }

    [SkippableFact]
    public override async Task A_message_that_no_subscription_asks_for_is_gone()
    {
        await using var bus = await StartAsync([Games], [To("analytics", Games) with { RequiredAttribute = "read" }]);

        await bus.PublishAsync(Games, "1");
        await bus.QuietAsync();

        Receiver.Pushes.ShouldHaveSingleItem("the emulator heeds no filter; should it ever, this test and the one above go");
    }

    protected override bool CountsAttempts => false;

    protected override TimeSpan ShortDeadline => TimeSpan.FromSeconds(10);

    protected override bool IsAcknowledgement(int status) => EmulatorBus.IsAcknowledgement(status);

    protected override async Task<IRunningBus> StartAsync(IReadOnlyList<string> topics, IReadOnlyList<Subscription> subscriptions) =>
        await EmulatorBus.StartAsync(Receiver, _project, topics, subscriptions);

    private async Task<string?> FilterAsync(string subscription) => (await GoogleEmulators.SubscriptionAsync(_project, subscription)).GetProperty("filter").GetString();
}
