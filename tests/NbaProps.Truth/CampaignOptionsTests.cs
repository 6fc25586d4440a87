using NbaProps.Domain.Calendar;
using NbaProps.Truth.Walking;

namespace NbaProps.Truth;

public sealed class CampaignOptionsTests
{
    [Fact]
    public void A_campaign_is_of_the_first_league_with_all_its_plays_unless_it_is_told_otherwise()
    {
        CampaignOptions.Read(["--data", "d"]).ShouldBe(new CampaignOptions(1, "d", null, WithPlays: true, Walks: true));
        CampaignOptions.Read(["--seed", "7", "--without-play-by-play", "--to", "2025-11-30", "--compare-only", "--data", "d"])
            .ShouldBe(new CampaignOptions(7, "d", new GameDate(2025, 11, 30), WithPlays: false, Walks: false));
    }

    [Theory]
    [InlineData("--seed 1")]
    [InlineData("--data")]
    [InlineData("--data d --seed x")]
    [InlineData("--data d --to tomorrow")]
    [InlineData("--data d --fast")]
    public void Wrong_arguments_are_none(string arguments) => CampaignOptions.Read(arguments.Split(' ')).ShouldBeNull();
}
