using FsCheck.Fluent;

using NbaProps.Shared.Deployment.Drift;
using NbaProps.Shared.Notifications;

using Property = NbaProps.Tests.Domain.Property;

namespace NbaProps.Tests.Shared.Deployment.Drift;

public sealed class DriftRuleTests
{
    [Theory]
    [InlineData(0, 13, null)]
    [InlineData(1, 1, Severity.Info)]
    [InlineData(2, 1, Severity.Info)]
    [InlineData(3, 1, Severity.Warning)]
    [InlineData(4, 1, Severity.Warning)]
    [InlineData(5, 1, Severity.Warning)]
    [InlineData(6, 1, Severity.Critical)]
    [InlineData(7, 1, Severity.Critical)]
    [InlineData(1, 5.99, Severity.Info)]
    [InlineData(1, 6, Severity.Warning)]
    [InlineData(1, 7, Severity.Warning)]
    [InlineData(1, 12, Severity.Warning)]
    [InlineData(1, 12.01, Severity.Critical)]
    [InlineData(1, 13, Severity.Critical)]
    [InlineData(3, 13, Severity.Critical)]
    [InlineData(7, 7, Severity.Critical)]
    public void The_worse_of_commits_and_hours_counts(int commits, double hours, Severity? severity) =>
        DriftRule.Of(commits, TimeSpan.FromHours(hours)).ShouldBe(severity);

    [Fact]
    public void More_commits_and_more_time_are_never_better() => Property.ForAll(
        from commits in Gen.Choose(0, 12)
        from minutes in Gen.Choose(0, 1_000)
        from moreCommits in Gen.Choose(0, 12)
        from moreMinutes in Gen.Choose(0, 1_000)
        select (commits, minutes, moreCommits, moreMinutes),
        drawn =>
        {
            var less = Rank(DriftRule.Of(drawn.commits, TimeSpan.FromMinutes(drawn.minutes)));
            Rank(DriftRule.Of(drawn.commits + drawn.moreCommits, TimeSpan.FromMinutes(drawn.minutes))).ShouldBeGreaterThanOrEqualTo(less);
            Rank(DriftRule.Of(drawn.commits, TimeSpan.FromMinutes(drawn.minutes + drawn.moreMinutes))).ShouldBeGreaterThanOrEqualTo(less);
        });

    private static int Rank(Severity? severity) => severity is { } known ? (int)known : -1;
}
