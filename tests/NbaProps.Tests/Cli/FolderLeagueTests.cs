using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Cli.Commands;
using NbaProps.Cli.Running;
using NbaProps.Domain.Calendar;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.State;

namespace NbaProps.Tests.Cli;

/// <summary>A folder holds one league: no invented game ever stands beside a real one.</summary>
public sealed class FolderLeagueTests : InProcess
{
    private static readonly GameDate Day = new(2025, 10, 21);

    // No league plays then: whoever took the folder's newest moment for its own would say so, and not whose folder it is.
    private static readonly GameDate Summer = new(2026, 9, 1);

    [Theory]
    [InlineData("live", "archive:/past", true)]
    [InlineData("archive:/past", "live", true)]
    [InlineData("archive:/past", "archive:/other", true)]
    [InlineData("sim:1", "sim", true)]
    [InlineData("sim", "sim:1", true)]
    [InlineData("sim:1", "sim:2", false)]
    [InlineData("sim:1", "live", false)]
    [InlineData("sim:1", "archive:/past", false)]
    [InlineData("live", "sim:1", false)]
    [InlineData("archive:/past", "sim:7", false)]
    public async Task What_a_folder_was_first_used_with_says_what_may_come_to_it(string first, string second, bool accepted) => await WithStateAsync(async state =>
    {
        (await FolderLeague.ClaimAsync(state, first, Data, CancellationToken.None)).ShouldBeNull();
        (await FolderLeague.ClaimAsync(state, second, Data, CancellationToken.None) is null).ShouldBe(accepted);

        // What was refused was not written down, and what was accepted is what hints name from now on.
        (await FolderLeague.HintAsync(state, CancellationToken.None)).ShouldBe((accepted ? second : first).Replace("sim", "sim:1", StringComparison.Ordinal).Replace("sim:1:", "sim:", StringComparison.Ordinal));
    });

    [Theory]
    [InlineData("live", true)]
    [InlineData("archive:/past", true)]
    [InlineData("sim:1", false)]
    [InlineData("sim:5", true)]
    public async Task A_folder_from_before_it_was_written_down_is_the_real_leagues_unless_it_was_walked_as_another(string source, bool accepted) => await WithStateAsync(async state =>
    {
        await new GameDays(state, TimeProvider.System, new RuntimeOptions()).ReachAsync(Day, Moment.Context, Day.At(10), visit: 1, "test", Day.At(10), CancellationToken.None);
        if (source is "sim:5")
        {
            await (await Walk.BeginAsync(state, new GameDateRange(Day, Day), "sim:5", CancellationToken.None)).SaveAsync(state, CancellationToken.None);
        }

        (await FolderLeague.ClaimAsync(state, source, Data, CancellationToken.None) is null).ShouldBe(accepted);
    });

    [Theory]
    [InlineData("sim:1 with *:500:0.02", "sim:1")]
    [InlineData("sim", "sim:1")]
    [InlineData("sim:2", "sim:2")]
    [InlineData("live", "nba")]
    public void What_goes_wrong_in_a_league_makes_no_other_league_of_it(string source, string league) => FolderLeague.Of(source).ShouldBe(league);

    [Fact]
    public async Task Every_command_that_fetches_refuses_another_league_in_one_line_before_it_fetches_anything()
    {
        await WithStateAsync(async state =>
        {
            (await FolderLeague.ClaimAsync(state, "archive:/past", Data, CancellationToken.None)).ShouldBeNull();
            foreach (var date in new[] { Day, Summer })
            {
                await new GameDays(state, TimeProvider.System, new RuntimeOptions()).ReachAsync(date, Moment.Context, date.At(10), visit: 1, "test", date.At(10), CancellationToken.None);
            }
        });
        const string held = "holds the real league (archive:/past), and leagues are not mixed. Accepted are --source live or archive:DIR, or another folder with --data DIR";
        foreach (var command in new string[][]
        {
            ["up"],
            ["up", "--source", "sim:1"],
            ["run-day", "--date", $"{Day}", "--source", "sim"],
            ["backfill", "--from", $"{Day}", "--to", $"{Day}", "--source", "sim:1"],
            ["rerun", "--phase", "1", "--from", $"{Day}", "--to", $"{Day}", "--source", "sim:1"],
            ["demo", "--days", "2"],
        })
        {
            var answer = await RunAsync(["--set", "Ports:Base=0", .. command]);
            var line = answer.Errors.TrimEnd('\n').Split('\n')[^1];
            (answer.Code, line).ShouldBe((ExitCodes.WrongUsage, $"--source sim:1 is not accepted: {Data} {held}"), string.Join(' ', command));
        }

        await WithStateAsync(async state =>
        {
            (await new GameDays(state, TimeProvider.System, new RuntimeOptions()).ListAsync(range: null, CancellationToken.None)).SelectMany(day => day.Visits).Count().ShouldBe(2);
            (await FolderLeague.HintAsync(state, CancellationToken.None)).ShouldBe("archive:/past");
        });
    }

    [Fact]
    public async Task A_simulated_league_is_named_when_the_real_one_is_asked_for_and_goes_on_without_being_named()
    {
        await WithStateAsync(async state => (await FolderLeague.ClaimAsync(state, "sim:2", Data, CancellationToken.None)).ShouldBeNull());
        (await RunAsync("up", "--source", "live")).OneLine().ShouldBe(
            $"--source live is not accepted: {Data} holds the invented league sim:2, and leagues are not mixed. Accepted are --source sim:2, or another folder with --data DIR");

        (await RunAsync("serve", "--service", "scrapers", "--set", "Ports:Base=0")).OneLine().ShouldStartWith("--source live is not accepted");

        // Without a source it is that of the folder: a moment outside its season is refused in its name, not in that of the usual league.
        (await RunAsync("up", "--start", "2025-10-01T10:00:00-04:00")).OneLine().ShouldContain("sim:2 plays 2025-26");
    }

    [Fact]
    public async Task What_to_type_next_names_the_folders_own_source()
    {
        await WithStateAsync(_ => Task.CompletedTask);
        (await RunAsync("status", "--date", $"{Day}")).Output.ShouldEndWith("run-day --date 2025-10-21 --source S (live, sim[:seed] or archive:DIR)\n");

        await WithStateAsync(async state => (await FolderLeague.ClaimAsync(state, "sim:2", Data, CancellationToken.None)).ShouldBeNull());
        (await RunAsync("status", "--date", $"{Day}")).Output.ShouldEndWith("run-day --date 2025-10-21 --source sim:2\n");
        (await RunAsync("status")).Output.ShouldEndWith("--source sim:2\n");
        (await RunAsync("names", "alias", "Somebody", "201939")).OneLine().ShouldEndWith("--source sim:2");
    }

    private async Task WithStateAsync(Func<IStateStore, Task> use)
    {
        var options = new NbaPropsOptions { DataDirectory = Data };
        await using var stores = await EmbeddedStores.OpenAsync(options, NbaPipeline.Manifest, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        await use(stores.Ports.State);
    }
}
