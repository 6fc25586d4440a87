using NbaProps.Cli.Running;
using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Simulator.Faults;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Cli;

public sealed class WalkSummaryTests
{
    private static readonly UnitKey Unit = new("nba_schedule", new(GameRows.Day));
    private static readonly UnitKey Follower = new("nbac_schedule", new(GameRows.Day));

    [Fact]
    public async Task A_walk_that_found_everything_in_place_says_so() =>
        (await TextAsync(new WalkSummary(3, 66, 0, 0, []))).ShouldBe("3 dates: nothing was written, all 66 outputs are current.\n");

    [Fact]
    public async Task A_walk_that_wrote_nothing_because_everything_failed_does_not_say_that_all_is_well() =>
        (await TextAsync(new WalkSummary(1, 22, 0, 0, [Failed(Unit, null), Failed(Follower, Unit)]))).ShouldBe(
            """
            1 dates: 0 partitions with 0 rows were written; 20 of 22 outputs are complete.
              nba_schedule|2022-12-27 is Failed: it broke. See: nbaprops status --date 2022-12-27
              nbac_schedule|2022-12-27 is Failed: it broke. See: nbaprops status --date 2022-12-27

            """);

    [Fact]
    public async Task Causes_come_before_those_that_wait_for_them_and_the_list_has_an_end()
    {
        var waiting = Enumerable.Repeat(Failed(Follower, Unit), 14);
        var lines = (await TextAsync(new WalkSummary(1, 22, 7, 70, [.. waiting, Failed(Unit, null)]))).TrimEnd('\n').Split('\n');
        lines.Length.ShouldBe(14);
        lines[0].ShouldBe("1 dates: 7 partitions with 70 rows were written; 7 of 22 outputs are complete.");
        lines[1].ShouldStartWith("  nba_schedule|2022-12-27 is Failed: ");
        lines[^1].ShouldBe("  and 3 more");
    }

    [Fact]
    public async Task The_archive_gets_a_key_that_is_no_word_of_any_message_and_only_where_one_is_asked_for()
    {
        using var archive = new TemporaryArchive();
        archive.Season("2022-23", ("0022200001", "2022-10-18", "BOS", "PHI", 126, 117));
        await using var source = await SourceSession.OpenAsync($"archive:{archive.Path}", FaultRates.None, new NbaPropsOptions(), first: null, CancellationToken.None);
        source.Options.Upstreams.NbaStats.ApiKey.ShouldBeNull();
        archive.Path.ShouldNotContain(source.Options.Upstreams.OddsApi.ApiKey!);
    }

    private static ExpectedOutput Failed(UnitKey unit, UnitKey? waitsFor) => new(unit, ExpectedState.Failed, "it broke", waitsFor, 1, null, 0, Actionable: false);

    private static async Task<string> TextAsync(WalkSummary summary)
    {
        using var output = new StringWriter();
        await summary.WriteAsync(output, json: false);
        return output.ToString();
    }
}
