using System.Collections.Concurrent;

using NbaProps.Chaos.League;

namespace NbaProps.Chaos;

/// <summary>A seed is one history, whatever runs before it, beside it or elsewhere.</summary>
[Collection(Alone.Name)]
public sealed class SeedHistoryTests
{
    [Fact]
    public void A_seed_has_the_same_history_whichever_ran_before_it_and_beside_it()
    {
        var alone = LeagueSeed.Run(21).HistoryHash;
        var beside = new ConcurrentDictionary<int, string>();
        Side.BySide([25, 21, 22, 29], seed => beside[seed] = LeagueSeed.Run((ulong)seed).HistoryHash);

        beside[21].ShouldBe(alone);
        beside.Values.Distinct(StringComparer.Ordinal).Count().ShouldBe(4);
    }

    [Fact]
    public void The_same_seed_has_the_same_history_in_two_processes()
    {
        var here = LeagueSeed.Run(17).HistoryHash;
        OtherProcess.HistoryHash(17).ShouldBe(here);
    }
}
