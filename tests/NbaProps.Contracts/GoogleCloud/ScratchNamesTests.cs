using NbaProps.GoogleCloud.Verification;

namespace NbaProps.Contracts.GoogleCloud;

/// <summary>What is deleted is found by its name alone: a name that no verification gives must be nobody's.</summary>
public sealed class ScratchNamesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 5, 38, 12, TimeSpan.Zero);

    [Fact]
    public void Everything_that_a_run_makes_names_it_and_when_it_began()
    {
        var run = ScratchNames.NewRun(Now);
        var names = new ScratchNames(run);

        run.ShouldStartWith("verify_20261122053812_");
        ScratchNames.BeganAt(run).ShouldBe(Now);
        foreach (var name in new[] { names.Dataset, names.StagingDataset, names.Bucket, names.Messages("t1", "games-complete"), names.Collection("t1", "units") })
            ScratchNames.RunOf(name).ShouldBe(run, name);
        ScratchNames.NewRun(Now).ShouldNotBe(run);
    }

    [Theory]
    [InlineData("nba_raw")]
    [InlineData("nbaprops_staging")]
    [InlineData("nbaprops_verify")]
    [InlineData("nbaprops-verify-runs")]
    [InlineData("verify_20261122053812")]
    [InlineData("verify_20261122053812_0a1b2")]
    [InlineData("verify_20261122053812_0a1b2cd")]
    [InlineData("verify_20261122053812_0A1B2C")]
    [InlineData("verify_20261322053812_0a1b2c")]
    [InlineData("my_verify_20261122053812_0a1b2c")]
    [InlineData("nbapropsverify_20261122053812_0a1b2c")]
    [InlineData("nbaprops_verify_2026112205381_0a1b2c")]
    public void A_name_that_no_verification_gives_is_of_no_run(string name) => ScratchNames.RunOf(name).ShouldBeNull();
}
