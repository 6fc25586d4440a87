using NbaProps.Shared.Deployment;

namespace NbaProps.Tests.Hosting.Telemetry;

public class BuildIdentityTests
{
    [Theory]
    [InlineData("1.0.0+abc123", "abc123")]
    [InlineData("1.0.0", null)]
    [InlineData("1.0.0+", null)]
    [InlineData(null, null)]
    public void The_commit_stands_after_the_plus(string? version, string? commit) => BuildIdentity.CommitIn(version).ShouldBe(commit);

    [Fact]
    public void The_environment_wins_and_what_nobody_told_is_unknown()
    {
        var told = BuildIdentity.Of("s", typeof(object).Assembly, name => name == BuildIdentity.CommitVariable ? " c0ffee " : null);

        told.Commit.ShouldBe("c0ffee");
        told.BuiltAt.ShouldBe("unknown");
    }
}
