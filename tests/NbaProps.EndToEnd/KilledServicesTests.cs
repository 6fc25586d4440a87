using NbaProps.EndToEnd.Killing;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

/// <summary>The broker, the five services and the watcher in processes of their own, of which one after the other is killed.</summary>
public sealed class KilledServicesTests : IDisposable
{
    private const int Kills = 25;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Services_that_are_killed_twenty_five_times_leave_the_tables_of_a_walk_that_nothing_disturbed()
    {
        var walked = await KilledLeague.RunAsync(seed: 1, dates: 2, Kills, _folder.Path);
        walked.Kills.Values.Sum().ShouldBe(Kills);
        walked.AtWork.ShouldBeGreaterThan(Kills / 2);
        walked.Rows.ShouldBeGreaterThan(500);
        walked.Problems.ShouldBeEmpty();
    }
}
