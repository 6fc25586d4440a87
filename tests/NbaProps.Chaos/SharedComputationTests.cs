using NbaProps.Chaos.Harness;
using NbaProps.Chaos.League;

namespace NbaProps.Chaos;

/// <summary>What seeds take from each other decides nothing.</summary>
[Collection(Alone.Name)]
public sealed class SharedComputationTests
{
    private const int Seeds = 200;

    [Theory]
    [InlineData(1, PlantedDefect.None)]
    [InlineData(21, PlantedDefect.None)]
    [InlineData(101, PlantedDefect.None)]
    [InlineData(1, PlantedDefect.NewOutputUnderTheOldVersion)]
    public void A_seed_that_computes_all_by_itself_says_the_same_as_one_that_takes_what_others_have_computed(ulong first, PlantedDefect defect)
    {
        // Which seeds meet a planted defect changes with every history: the first that does.
        var seed = Enumerable.Range((int)first, Seeds).Select(seed => (ulong)seed).First(seed => LeagueSeed.Run(seed, defect).Violations.Count > 0 == (defect != PlantedDefect.None));
        var before = PocketLeague.Of(seed).Computed.Found;
        var shared = LeagueSeed.Run(seed, defect);
        PocketLeague.Of(seed).Computed.Found.ShouldBeGreaterThan(before);

        var alone = LeagueSeed.Run(seed, defect, sharesComputed: false);
        alone.HistoryHash.ShouldBe(shared.HistoryHash);
        alone.Violations.ShouldBe(shared.Violations);
        alone.Violations.Any().ShouldBe(defect != PlantedDefect.None);
    }
}
