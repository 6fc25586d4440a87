using System.Text.Json;

using NbaProps.Deployment.Declaring;
using NbaProps.GoogleCloud.PubSub;
using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Deployment;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Tests.Deployment;

/// <summary>Topics, subscriptions, schedules, alerts and datasets as they are rendered.</summary>
public sealed class ResourceFileTests
{
    private static readonly JsonElement PubSub = Rendered.Json("pubsub.json");

    [Fact]
    public void Every_push_subscription_never_expires_gives_up_into_the_dead_letters_and_pushes_as_our_account()
    {
        var pushes = PubSub.GetProperty("subscriptions").EnumerateArray().Where(one => one.TryGetProperty("pushConfig", out _)).ToArray();

        pushes.Length.ShouldBe(Enum.GetValues<Phase>().Sum(phase => Topics.SubscribedBy(phase, NbaPipeline.Manifest).Count));
        foreach (var subscription in pushes)
        {
            var push = subscription.GetProperty("pushConfig");
            var endpoint = push.GetProperty("pushEndpoint").GetString()!;
            endpoint.ShouldEndWith("-123456789012.us-east4.run.app/pubsub/push");
            push.GetProperty("oidcToken").GetProperty("serviceAccountEmail").GetString().ShouldBe("nbaprops-push@my-project-1.iam.gserviceaccount.com");
            endpoint.ShouldStartWith(push.GetProperty("oidcToken").GetProperty("audience").GetString()!);
            subscription.GetProperty("expirationPolicy").EnumerateObject().ShouldBeEmpty();
            subscription.GetProperty("deadLetterPolicy").GetProperty("deadLetterTopic").GetString().ShouldBe("projects/my-project-1/topics/nba-dead-letters");
            subscription.GetProperty("retryPolicy").GetProperty("minimumBackoff").GetString().ShouldBe("10s");
            subscription.GetProperty("ackDeadlineSeconds").GetInt32().ShouldBe(600);
            subscription.GetProperty("filter").GetString()!.ShouldContain("replay_for");
        }
    }

    [Fact]
    public void Every_topic_of_a_subscription_is_there_and_the_dead_letters_are_kept()
    {
        var topics = PubSub.GetProperty("topics").EnumerateArray().Select(topic => topic.GetProperty("name").GetString()).ToArray();

        PubSub.GetProperty("subscriptions").EnumerateArray().ShouldAllBe(one => topics.Contains(one.GetProperty("topic").GetString()));
        PubSub.GetProperty("subscriptions").EnumerateArray().Count(one => one.GetProperty("topic").GetString() == $"projects/my-project-1/topics/{new PubSubOptions().DeadLetterTopic}").ShouldBe(1);
    }

    [Fact]
    public void Every_schedule_calls_the_watcher_as_its_own_account_with_the_watchers_audience()
    {
        var jobs = Rendered.Json("schedules.json").GetProperty("jobs").EnumerateArray().ToArray();

        jobs.Select(job => job.GetProperty("httpTarget").GetProperty("uri").GetString()).ShouldBe(
            ["https://operations-123456789012.us-east4.run.app/watch/advance", "https://operations-123456789012.us-east4.run.app/watch/tick"]);
        foreach (var token in jobs.Select(job => job.GetProperty("httpTarget").GetProperty("oidcToken")))
        {
            token.GetProperty("serviceAccountEmail").GetString().ShouldBe("nbaprops-scheduler@my-project-1.iam.gserviceaccount.com");
            token.GetProperty("audience").GetString().ShouldBe("https://operations-123456789012.us-east4.run.app");
        }
    }

    [Fact]
    public void The_tick_comes_as_often_as_the_watcher_says_that_it_does() =>
        ScheduledCall.Tick.Cron.ShouldBe(FormattableString.Invariant($"*/{new OperationsOptions().TickInterval.TotalMinutes} * * * *"));

    [Fact]
    public void A_silent_watcher_is_told_of_by_the_absence_of_what_it_logs()
    {
        var condition = Rendered.Json("alerts/watcher-silent.json").GetProperty("conditions")[0].GetProperty("conditionAbsent");

        condition.GetProperty("filter").GetString()!.ShouldContain("logging.googleapis.com/user/nbaprops-watcher-looks");
        Rendered.Json("metrics/nbaprops-watcher-looks.json").GetProperty("filter").GetString().ShouldBe(
            $"""(resource.type="cloud_run_revision" AND resource.labels.service_name="operations") AND jsonPayload.message="{WatcherSign.Compared}" """.TrimEnd());
    }

    [Fact]
    public void Every_alert_tells_a_channel_and_what_to_do()
    {
        foreach (var alert in Alerts.All.Select(alert => Rendered.Json($"alerts/{alert.File}.json")))
        {
            alert.GetProperty("notificationChannels").EnumerateArray().ShouldHaveSingleItem();
            alert.GetProperty("documentation").GetProperty("content").GetString()!.ShouldContain("`");
        }
    }

    [Fact]
    public void Every_table_has_a_dataset()
    {
        var file = Rendered.Json("datasets.json");
        var datasets = file.GetProperty("datasets").EnumerateArray().Select(one => one.GetProperty("datasetReference").GetProperty("datasetId").GetString()).ToArray();

        file.GetProperty("tables").EnumerateArray().Count().ShouldBe(NbaPipeline.Manifest.AllTables.Count());
        file.GetProperty("tables").EnumerateArray().ShouldAllBe(table => datasets.Contains(table.GetString()!.Split('.')[0]));
        datasets.ShouldContain("nbaprops_staging");
    }
}
