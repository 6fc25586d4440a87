using NbaProps.Contracts.GoogleCloud;
using NbaProps.GoogleCloud.PubSub;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.Resilience;

namespace NbaProps.Contracts.Messaging;

[Trait("Part", "emulators")]
public sealed class PubSubTopologyTests
{
    private static readonly Subscription Analytics = new("analytics", "games-complete", new Uri("https://analytics.example/pubsub/push"));

    private readonly string _project = GoogleEmulators.NewProject();

    [SkippableFact]
    public async Task A_subscription_is_made_as_it_is_declared()
    {
        await DeclareAsync(Analytics with { RequiredAttribute = "read", MaxDeliveryAttempts = 7, MinBackoff = TimeSpan.FromSeconds(2), AckDeadline = TimeSpan.FromMinutes(2) });

        var made = await GoogleEmulators.SubscriptionAsync(_project, "analytics");
        made.GetProperty("topic").GetString().ShouldBe($"projects/{_project}/topics/games-complete");
        made.GetProperty("pushConfig").GetProperty("pushEndpoint").GetString().ShouldBe("https://analytics.example/pubsub/push");
        made.GetProperty("pushConfig").GetProperty("oidcToken").GetProperty("serviceAccountEmail").GetString().ShouldBe("pusher@example.iam.gserviceaccount.com");
        made.GetProperty("pushConfig").GetProperty("oidcToken").GetProperty("audience").GetString().ShouldBe("nbaprops");
        made.GetProperty("ackDeadlineSeconds").GetInt32().ShouldBe(120);
        made.GetProperty("deadLetterPolicy").GetProperty("deadLetterTopic").GetString().ShouldBe($"projects/{_project}/topics/nba-dead-letters");
        made.GetProperty("deadLetterPolicy").GetProperty("maxDeliveryAttempts").GetInt32().ShouldBe(7);
        made.GetProperty("retryPolicy").GetProperty("minimumBackoff").GetString().ShouldBe("2s");
        made.GetProperty("retryPolicy").GetProperty("maximumBackoff").GetString().ShouldBe("600s");
        NeverExpires(made);
    }

    [SkippableFact]
    public async Task Dead_letters_have_a_subscription_that_keeps_them_and_never_expires()
    {
        await DeclareAsync(Analytics);

        var kept = await GoogleEmulators.SubscriptionAsync(_project, "nba-dead-letters-kept");
        kept.GetProperty("topic").GetString().ShouldBe($"projects/{_project}/topics/nba-dead-letters");
        kept.GetProperty("messageRetentionDuration").GetString().ShouldBe("604800s");
        NeverExpires(kept);
    }

    [SkippableFact]
    public async Task Declaring_again_changes_what_can_be_changed()
    {
        await DeclareAsync(Analytics);
        await DeclareAsync(Analytics);

        await DeclareAsync(Analytics with { PushEndpoint = new Uri("https://moved.example/pubsub/push"), AckDeadline = TimeSpan.FromSeconds(30), MaxDeliveryAttempts = 9 });

        var made = await GoogleEmulators.SubscriptionAsync(_project, "analytics");
        made.GetProperty("pushConfig").GetProperty("pushEndpoint").GetString().ShouldBe("https://moved.example/pubsub/push");
        made.GetProperty("ackDeadlineSeconds").GetInt32().ShouldBe(30);
        made.GetProperty("deadLetterPolicy").GetProperty("maxDeliveryAttempts").GetInt32().ShouldBe(9);
    }

    [SkippableTheory]
    [InlineData("games-complete", "read", "filter")]
    [InlineData("lines-complete", null, "topic")]
    public async Task What_cannot_be_changed_is_refused_with_the_command_that_removes_it(string topic, string? asked, string what)
    {
        await DeclareAsync(Analytics);

        var refusal = await Should.ThrowAsync<PermanentException>(() => DeclareAsync(Analytics with { Topic = topic, RequiredAttribute = asked }));

        refusal.Message.ShouldContain($"with the {what}");
        refusal.Message.ShouldContain($"gcloud pubsub subscriptions delete analytics --project {_project}");
    }

    private static void NeverExpires(System.Text.Json.JsonElement subscription)
    {
        // A policy without a time; no policy at all would be 31 days.
        subscription.GetProperty("expirationPolicy").EnumerateObject().ShouldBeEmpty();
    }

    private async Task DeclareAsync(Subscription subscription)
    {
        GoogleEmulators.Require();
        var topology = new PubSubTopology(
            await GoogleEmulators.PubSubAsync(), _project, new PubSubOptions(), new PushIdentity("pusher@example.iam.gserviceaccount.com", "nbaprops"));
        await topology.DeclareAsync(["games-complete", "lines-complete"], [subscription], default);
    }
}
