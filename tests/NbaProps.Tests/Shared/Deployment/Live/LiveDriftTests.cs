using NbaProps.Shared.Deployment.Live;
using NbaProps.Shared.Messaging;

namespace NbaProps.Tests.Shared.Deployment.Live;

public sealed class LiveDriftTests
{
    private static readonly ScheduledCall Job = new("operations-look", "*/5 * * * *", "America/New_York", new("https://operations.example/look"), "https://operations.example");
    private static readonly Subscription Wanted = new("analytics-phase2", "nba-phase2-raw-complete", new("https://analytics.example/push")) { RequiredAttribute = "read_by_phase3" };
    private static readonly LiveSubscription Letters = new("dead-letters-kept", "dead-letters", null);
    private static readonly LiveSubscription There =
        new(Wanted.Name, Wanted.Topic, Wanted.PushEndpoint) { RequiredAttribute = Wanted.RequiredAttribute, DeadLetterTopic = Letters.Topic };

    [Fact]
    public void A_variable_that_was_wiped_or_changed_is_named_and_neither_its_value_nor_a_foreign_one_is()
    {
        var declared = new Dictionary<string, string> { ["MODEL"] = "gs://models/a", ["EDGE"] = "3", ["KEY"] = "odds-key:2" };
        VariableDrift.Compare("predictions", declared, declared).ShouldBeEmpty();
        VariableDrift.Compare("predictions", declared, new Dictionary<string, string> { ["EDGE"] = "1", ["KEY"] = "odds-key:2", ["FOREIGN"] = "x" }).ShouldBe(
        [
            new(LiveProblem.Differs, "predictions EDGE", "the variable has another value than it is declared with"),
            new(LiveProblem.Missing, "predictions MODEL", "the variable is not set"),
        ]);
    }

    [Fact]
    public void A_schedule_that_is_as_declared_and_one_of_somebody_else_are_no_finding() =>
        ScheduleDrift.Compare([Job], [Job with { Name = "somebody-elses", IsPaused = true }, Job]).ShouldBeEmpty();

    [Fact]
    public void A_schedule_that_was_deleted_is_named() =>
        ScheduleDrift.Compare([Job], []).ShouldBe([new(LiveProblem.Missing, "operations-look", "the schedule is not there")]);

    [Fact]
    public void A_schedule_that_is_paused_is_named() =>
        ScheduleDrift.Compare([Job], [Job with { IsPaused = true }]).ShouldBe([new(LiveProblem.Paused, "operations-look", "the schedule is paused")]);

    [Fact]
    public void A_schedule_that_calls_somebody_else_or_is_let_in_nowhere_is_named() =>
        ScheduleDrift.Compare([Job], [Job with { Target = new("https://grading.example/look"), Audience = null }]).ShouldBe(
        [
            new(LiveProblem.Misdirected, "operations-look", "the schedule calls https://grading.example/look and is declared to call https://operations.example/look"),
            new(LiveProblem.Misdirected, "operations-look", "the schedule's token is for nobody and declared for https://operations.example"),
        ]);

    [Theory]
    [InlineData("0 6 * * *", "America/New_York")]
    [InlineData("*/5 * * * *", "Etc/UTC")]
    public void A_schedule_at_another_time_is_named(string schedule, string zone) =>
        ScheduleDrift.Compare([Job], [Job with { Schedule = schedule, TimeZone = zone }]).ShouldBe(
            [new(LiveProblem.Differs, "operations-look", $"the schedule is {schedule} {zone} and declared as */5 * * * * America/New_York")]);

    [Fact]
    public void Subscriptions_that_are_as_declared_are_no_finding_and_who_only_fetches_disturbs_nobody() =>
        SubscriptionDrift.Compare([Wanted], [There, Letters, new("debugging", Wanted.Topic, null)]).ShouldBeEmpty();

    [Fact]
    public void A_subscription_without_dead_letters_is_named_and_so_is_one_whose_dead_letters_nobody_keeps()
    {
        SubscriptionDrift.Compare([Wanted], [There with { DeadLetterTopic = null }, Letters]).ShouldBe(
            [new(LiveProblem.NoDeadLetter, "analytics-phase2", "the subscription has no dead letters")]);
        SubscriptionDrift.Compare([Wanted], [There]).ShouldBe(
            [new(LiveProblem.NoDeadLetter, "analytics-phase2", "the subscription's dead letters go to dead-letters, which nobody keeps: it has no subscription")]);
    }

    [Fact]
    public void A_subscription_that_is_missing_misdirected_of_another_topic_or_filter_is_named()
    {
        SubscriptionDrift.Compare([Wanted], [Letters]).ShouldBe([new(LiveProblem.Missing, "analytics-phase2", "the subscription is not there")]);
        SubscriptionDrift.Compare([Wanted], [There with { Topic = "nba-phase1", PushEndpoint = new("https://old.example/push"), RequiredAttribute = null }, Letters]).Select(finding => finding.ToString()).ShouldBe(
        [
            "analytics-phase2: the subscription is of nba-phase1 and declared of nba-phase2-raw-complete",
            "analytics-phase2: the subscription pushes to https://old.example/push and is declared to push to https://analytics.example/push",
            "analytics-phase2: the subscription takes every message and is declared to take messages with read_by_phase3",
        ]);
        SubscriptionDrift.Compare([Wanted], [There with { PushEndpoint = null }, Letters]).ShouldHaveSingleItem().Problem.ShouldBe(LiveProblem.Misdirected);
    }

    [Fact]
    public void A_second_subscription_that_pushes_the_same_topic_is_named() =>
        SubscriptionDrift.Compare([Wanted], [There, Letters, new("analytics-old", Wanted.Topic, new("https://old.example/push"))]).ShouldBe(
            [new(LiveProblem.Undeclared, "analytics-old", "nobody declared the subscription, which pushes nba-phase2-raw-complete to https://old.example/push")]);
}
