using NbaProps.Chaos.League;

namespace NbaProps.Chaos;

/// <summary>Seeds that failed once.</summary>
public sealed class FailedSeedTests
{
    // A seed that failed once: what it found is told in docs/06-testing/chaos.md.
    [Theory]
    [InlineData(101)]
    [InlineData(140)]
    [InlineData(1041)]
    [InlineData(1094)]
    [InlineData(1101)]
    [InlineData(1111)]
    [InlineData(1127)]
    [InlineData(1247)]
    [InlineData(2598)]
    [InlineData(2845)]
    [InlineData(3342)]
    [InlineData(3484)]
    [InlineData(3614)]
    [InlineData(3700)]
    [InlineData(9629)]
    [InlineData(9680)]
    public void A_seed_that_failed_once_has_no_violation(ulong seed) => LeagueSeed.Run(seed).Violations.ShouldBeEmpty();
}
