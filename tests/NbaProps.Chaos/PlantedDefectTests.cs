using NbaProps.Chaos.Harness;
using NbaProps.Chaos.League;

namespace NbaProps.Chaos;

/// <summary>The services with a mistake of each kind: the seeds of the campaign catch it.</summary>
public sealed class PlantedDefectTests
{
    private const int Seeds = 200;

    [Theory]
    [InlineData(PlantedDefect.BlockedIsLatched)]
    [InlineData(PlantedDefect.ParsesThePayloadOfTheMessage)]
    [InlineData(PlantedDefect.CompletionsCountedByReadModifyWrite)]
    [InlineData(PlantedDefect.NewOutputUnderTheOldVersion)]
    [Trait("Incident", "I-40")]
    public void A_planted_defect_is_caught(PlantedDefect defect) =>
        Enumerable.Range(1, Seeds).Any(seed => LeagueSeed.Run((ulong)seed, defect).Violations.Count > 0).ShouldBeTrue();

    [Fact]
    public void A_join_whose_counter_loses_nothing_is_no_defect() =>
        Enumerable.Range(1, 8).SelectMany(seed => LeagueSeed.Run((ulong)seed, PlantedDefect.CompletionsCountedAtomically).Violations).ShouldBeEmpty();
}
