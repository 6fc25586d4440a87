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
        ScratchNames.RunOfDataset(names.Dataset).ShouldBe(run);
        ScratchNames.RunOfDataset(names.StagingDataset).ShouldBe(run);
        ScratchNames.RunOfBucket(names.Bucket).ShouldBe(run);
        ScratchNames.RunOfMessages(names.Messages("t12", "games-complete")).ShouldBe(run);
        ScratchNames.RunOfCollection(names.Collection("t1", "units")).ShouldBe(run);
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
    [InlineData("nbaprops_verify_20261122053812_0a1b2c_backup")]
    [InlineData("verify_20261122053812_0a1b2c_backup")]
    [InlineData("verify-20261122053812-0a1b2c-exports")]
    [InlineData("nbaprops-verify-20261122053812-0a1b2c-exports")]
    [InlineData("nbaprops-verify_20261122053812-0a1b2c")]
    [InlineData("verify-20261122053812-0a1b2c-t1-games")]
    public void A_name_that_no_verification_gives_is_of_no_run(string name) =>
        new[] { ScratchNames.RunOfDataset(name), ScratchNames.RunOfBucket(name), ScratchNames.RunOfMessages(name), ScratchNames.RunOfCollection(name) }.ShouldBe([null, null, null, null]);

    [Theory]
    [InlineData("nbaprops_verify_20261122053812_0a1b2c")]
    [InlineData("verify_20261122053812_0a1b2c_t1_units")]
    [InlineData("nbaprops-verify-20261122053812-0a1b2c-t1-games")]
    public void A_bucket_is_not_found_by_the_name_of_another_kind(string name) => ScratchNames.RunOfBucket(name).ShouldBeNull();
}
