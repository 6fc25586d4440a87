using FsCheck.Fluent;

using NbaProps.Shared.Deployment;
using NbaProps.Shared.Deployment.Drift;
using NbaProps.Shared.Notifications;
using NbaProps.Tests.Support;

using Property = NbaProps.Tests.Domain.Property;

namespace NbaProps.Tests.Shared.Deployment.Drift;

public sealed class MainHistoryTests
{
    private const string Service = "predictions";
    private static readonly DeployedBuild Build = new(Service, Main.Commit(0));

    [Theory]
    [InlineData(0, 1, null)]
    [InlineData(1, 1, Severity.Info)]
    [InlineData(3, 1, Severity.Warning)]
    [InlineData(4, 1, Severity.Warning)]
    [InlineData(7, 1, Severity.Critical)]
    [InlineData(1, 7, Severity.Warning)]
    [InlineData(1, 13, Severity.Critical)]
    [InlineData(0, 13, null)]
    public void Commits_on_its_own_paths_count_and_a_hundred_on_others_do_not(int commits, double hours, Severity? severity)
    {
        var drift = Main.Behind(Service, commits, hours).DriftOf(Build);
        (drift.Commits, drift.SeverityAt(Main.Noon)).ShouldBe((commits, severity));
        drift.State.ShouldBe(commits == 0 ? DriftState.Current : DriftState.Behind);
        drift.AgeAt(Main.Noon).ShouldBe(commits == 0 ? TimeSpan.Zero : TimeSpan.FromHours(hours));
    }

    [Fact]
    public void Whoever_is_deployed_only_for_his_own_changes_is_current_however_long_ago_that_was()
    {
        var history = Main.Behind(Service, 0, 900);
        var kept = history with { Commits = [.. history.Commits.Take(10)] };
        kept.DriftOf(Build).State.ShouldBe(DriftState.Current);
        kept.DriftOf(Build with { Service = "others" }).State.ShouldBe(DriftState.Unlisted);
    }

    [Fact]
    public void A_build_that_names_no_commit_or_only_a_part_of_one_is_not_current()
    {
        foreach (var said in new[] { BuildIdentity.Unknown, string.Empty, Main.Commit(0)[..12], Main.Commit(0) + "-dirty" })
        {
            var drift = Main.Behind(Service, 0, 1).DriftOf(Build with { Commit = said });
            (drift.State, drift.IsUnknown, drift.SeverityAt(Main.Noon)).ShouldBe((DriftState.Unsaid, true, Severity.Warning));
        }
    }

    [Theory]
    [InlineData(null, DriftState.Unlisted, Severity.Warning)]
    [InlineData(-1, DriftState.Unlisted, Severity.Warning)]
    [InlineData(1, DriftState.Newer, null)]
    public void A_commit_that_main_does_not_have_is_unknown_and_may_be_newer_than_what_is_known(int? builtAfter, DriftState state, Severity? severity)
    {
        var drift = Main.Behind(Service, 0, 1).DriftOf(new(Service, Main.Commit(77), builtAfter is { } hours ? Main.Noon.AddHours(hours) : null));
        (drift.State, drift.IsUnknown, drift.SeverityAt(Main.Noon)).ShouldBe((state, true, severity));
    }

    [Fact]
    public void How_far_behind_a_build_is_does_not_depend_on_what_is_done_to_others() => Property.ForAll(
        from own in Gen.ListOf(Gen.Elements(true, false))
        from deployed in Gen.Choose(0, 40)
        select (own: own.ToArray(), deployed),
        drawn =>
        {
            MainCommit[] commits = [.. drawn.own.Select((mine, at) => Main.On(at, at, mine ? Service : "others")), Main.On(999, 999, Service)];
            var at = Math.Min(drawn.deployed, commits.Length - 1);
            var drift = Main.History(commits).DriftOf(new(Service, commits[at].Commit));
            drift.Missing.Select(commit => commit.Commit).ShouldBe(commits.Take(at).Where(commit => commit.Touches(Service)).Select(commit => commit.Commit));

            // Whoever runs an older commit is behind by no fewer.
            if (at + 1 < commits.Length)
            {
                Main.History(commits).DriftOf(new(Service, commits[at + 1].Commit)).Commits.ShouldBeGreaterThanOrEqualTo(drift.Commits);
            }
        });

    [Fact]
    public void Mean_and_worst_are_of_the_drifts_that_there_are_and_the_unknown_are_counted()
    {
        var history = Main.History([Main.On(3, 1, "a"), Main.On(2, 3, "b"), Main.On(1, 9, "a", "b", "c")]);
        ServiceDrift[] drifts = [history.DriftOf(new("a", Main.Commit(1))), history.DriftOf(new("b", Main.Commit(1))), history.DriftOf(new("c", Main.Commit(1))), history.DriftOf(new("d", "?"))];
        DriftSummary.Of(drifts, Main.Noon).ShouldBe(new DriftSummary(TimeSpan.FromHours(2), TimeSpan.FromHours(3), 1));
        DriftSummary.Of(drifts, Main.Noon).IsWithinGoal.ShouldBeFalse();
        DriftSummary.Of(drifts[..1], Main.Noon).IsWithinGoal.ShouldBeTrue();
        DriftSummary.Of([drifts[2], drifts[3]], Main.Noon).IsWithinGoal.ShouldBeFalse();
    }
}
