using System.Text.Json;

using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Credits;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Ticking;
using NbaProps.Tests.Support;

using Command = NbaProps.Cli.Commands.NbaPropsCommand;

namespace NbaProps.Tests.Cli;

/// <summary>The commands that only look: status, predictions and doctor.</summary>
public sealed class ReadingCommandTests : InProcess
{
    [Fact]
    public async Task An_empty_folder_has_no_day_and_says_how_to_begin()
    {
        Directory.CreateDirectory(Data);
        (await RunAsync("status", "--json")).ShouldBe(new Answer(0, """{"watcher":null,"outputs":[],"incidents":[],"credits":[]}""" + "\n", string.Empty));
        (await RunAsync("status")).ShouldBe(new Answer(0, "No day has begun. Begin with: nbaprops backfill --from D --to D --source S (live, sim[:seed] or archive:DIR)\n", string.Empty));
        (await RunAsync("status", "--date", "2022-12-27")).Output.ShouldBe(
            "2022-12-27 has not begun. Begin with: nbaprops run-day --date 2022-12-27 --source S (live, sim[:seed] or archive:DIR)\n");
        (await RunAsync("predictions", "--date", "2022-12-27", "--json")).ShouldBe(new Answer(0, "[]\n", string.Empty));
        (await RunAsync("predictions", "--date", "2022-12-27")).Output.ShouldBe("2022-12-27 has no predictions. See: nbaprops status --date 2022-12-27\n");
        (await RunAsync("sql", "SELECT 1")).Code.ShouldBe(0);
        (await RunAsync("dead-letters", "list")).Output.ShouldBe("There is none.\n");
        (await RunAsync("reliability", "--json")).ShouldBe(new Answer(3, """{"phases":[],"processors":[],"incidents":[]}""" + "\n", string.Empty));
        Directory.EnumerateFileSystemEntries(Data).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Stopped.", "sql", "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n")]
    [InlineData("Stopped.", "status")]
    public async Task A_reading_command_that_is_stopped_does_not_promise_to_go_on(string line, params string[] arguments)
    {
        Directory.CreateDirectory(Data);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        using var errors = new StringWriter();

        (await Command.RunAsync(["--data", Data, .. arguments], TextWriter.Null, errors, stop.Token), errors.ToString()).ShouldBe((1, line + "\n"));
    }

    [Theory]
    [InlineData("status")]
    [InlineData("predictions --date 2022-12-27")]
    [InlineData("dead-letters list")]
    [InlineData("names list")]
    [InlineData("names alias jay 11")]
    [InlineData("names aliases")]
    [InlineData("rerun --phase 3 --from 2022-12-27 --to 2022-12-27")]
    [InlineData("rerun --phase 3 --from 2022-12-27 --to 2022-12-27 --dry-run")]
    [InlineData("grade --date 2022-12-27")]
    [InlineData("reliability")]
    public async Task A_folder_that_is_not_there_is_refused_and_not_created(string command)
    {
        var answer = await RunAsync(command.Split(' '));

        (answer.Code, answer.OneLine()).ShouldBe((2, $"{Data} does not exist: accepted with --data is a folder that run-day or backfill has filled"));
        NothingIsThere();
    }

    [Fact]
    [Trait("Incident", "I-36")]
    public async Task A_live_installation_that_nobody_watches_says_so_and_ends_with_3()
    {
        await BeginAsync();
        await BeatAsync(isLive: true, TimeProvider.System.GetUtcNow().AddMinutes(-16));

        var answer = await RunAsync("status");
        answer.Code.ShouldBe(3);
        answer.Output.ShouldStartWith("Critical: nobody has watched over this installation since ");
        var json = await RunAsync("status", "--json");
        (json.Code, json.Json().GetProperty("watcher").GetProperty("is_overdue").GetBoolean()).ShouldBe((3, true));

        // Late by the clock of those who live by it: the morning's schedule of years ago is not to come, it is missing.
        json.Json().GetProperty("outputs").EnumerateArray().ShouldContain(output => output.GetProperty("state").GetString() == "Overdue");
    }

    [Theory]
    [InlineData(true, -14)]
    [InlineData(false, -16)]
    public async Task One_that_is_watched_or_whose_clock_is_simulated_says_nothing(bool isLive, int minutes)
    {
        await BeginAsync();
        await BeatAsync(isLive, TimeProvider.System.GetUtcNow().AddMinutes(minutes));

        (await RunAsync("status")).Output.ShouldNotContain("watched over");
        (await RunAsync("status", "--json")).Json().GetProperty("watcher").GetProperty("is_overdue").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_day_that_has_begun_is_shown_with_its_states_causes_and_incidents()
    {
        await BeginAsync();
        var answer = await RunAsync("status", "--json");
        answer.Errors.ShouldBeEmpty();
        var status = answer.Json();
        status.GetProperty("incidents")[0].GetProperty("title").GetString().ShouldBe("nbac_schedule of 2022-12-27 is Failed");
        var outputs = status.GetProperty("outputs").EnumerateArray().ToArray();
        outputs.ShouldContain(output => output.GetProperty("processor").GetString() == "nbac_schedule");
        outputs.ShouldAllBe(output => output.GetProperty("date").GetString() == "2022-12-27" && output.GetProperty("rows").GetInt64() == 0);

        var grid = await RunAsync("status");
        grid.Output.ShouldStartWith("Critical since 2022-12-28 12:00:00Z: nbac_schedule of 2022-12-27 is Failed. It broke. Tried 3 times. See: nbaprops status --date 2022-12-27\n");
        grid.Output.ShouldContain("  date         · not due   ○ expected   ▶ running   ● complete   ◌ empty ok   ◐ degraded   ✗ failed   ■ blocked   ! overdue");
        grid.Output.ShouldContain("\n  2022-12-27   ");
        var detail = await RunAsync("status", "--date", "2022-12-27");

        // The widest name decides the columns' places, and names come and go.
        var lines = detail.Output.Split('\n').Select(line => string.Join(" / ", line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))).ToArray();
        lines.ShouldContain("output / state / rows / attempts / cause");
        lines.ShouldContain("nbac_player_boxscores|2022-12-27 / · not due / 0 / 0 / from NextMorning on");
        lines.ShouldContain("nbac_schedule|2022-12-27 / ○ expected / 0 / 0 / nba_schedule|2022-12-27 has not run");
        detail.Code.ShouldBe(answer.Code);
    }

    [Theory]
    [InlineData("--date 2022-12-27 --from 2022-12-27", "Which dates was said twice: accepted is --date D, or --from D --to D")]
    [InlineData("--to 2022-12-27", "--from is missing: accepted is a date such as 2022-12-27")]
    public async Task Status_is_of_one_date_of_several_or_of_all(string dates, string says)
    {
        await BeginAsync();
        var answer = await RunAsync(["status", .. dates.Split(' ')]);
        (answer.Code, answer.OneLine()).ShouldBe((2, says));
    }

    [Fact]
    public async Task Doctor_as_json_is_an_array_of_what_is_there_and_what_is_not()
    {
        var answer = await RunAsync("doctor", "--json");
        (answer.Code, answer.Errors).ShouldBe((0, string.Empty));
        var findings = answer.Json().EnumerateArray().ToDictionary(one => one.GetProperty("what").GetString()!, StringComparer.Ordinal);
        findings.Keys.ShouldBe(["runtime", "data folder", "free disk", "pdftotext", "libxgboost.so.0", "key of The Odds API", "key of balldontlie", "service account of BigDataBall's folder"]);
        findings["data folder"].GetProperty("there").GetBoolean().ShouldBeTrue();
        findings["data folder"].GetProperty("detail").GetString().ShouldBe(Data);
        findings.Values.Where(one => one.GetProperty("essential").GetBoolean()).Select(one => one.GetProperty("what").GetString()).ShouldBe(["runtime", "data folder", "free disk"]);
    }

    [Fact]
    public async Task Credits_are_shown_where_a_key_is_configured()
    {
        await BeginAsync();
        await SpendAsync(used: 16_001, remaining: 3_999);
        string[] key = ["--set", "Upstreams:OddsApi:ApiKey=a-key"];

        var credits = (await RunAsync(["status", "--json", .. key])).Json().GetProperty("credits").EnumerateArray().ShouldHaveSingleItem();
        (credits.GetProperty("source").GetString(), credits.GetProperty("used").GetInt32(), credits.GetProperty("left").GetInt32(), credits.GetProperty("limit").GetInt32())
            .ShouldBe(("OddsApi", 16_001, 3_999, 20_000));
        (credits.GetProperty("needed").ValueKind, credits.GetProperty("is_trouble").GetBoolean()).ShouldBe((JsonValueKind.Null, true));
        (await RunAsync(["status", .. key])).Output.ShouldContain("\nOddsApi: 16,001 of 20,000 credits of the month from ");
        var finding = (await RunAsync(["doctor", "--json", .. key])).Json().EnumerateArray().Single(one => one.GetProperty("what").GetString() == "credits of OddsApi");
        (finding.GetProperty("there").GetBoolean(), finding.GetProperty("essential").GetBoolean()).ShouldBe((false, false));
        finding.GetProperty("detail").GetString()!.ShouldEndWith("A larger plan helps, at the source and in Upstreams:OddsApi:CreditsPerMonth");
        (await RunAsync("status", "--json")).Json().GetProperty("credits").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("a-file")]
    [InlineData("a-file/below")]
    public async Task Doctor_says_that_a_folder_cannot_be_used_and_ends_with_1(string where)
    {
        await File.WriteAllTextAsync(Folder.Of("a-file"), string.Empty);
        var answer = await RunBareAsync("doctor", "--json", "--data", Folder.Of(where));
        (answer.Code, answer.Errors).ShouldBe((1, string.Empty));
        var folder = answer.Json().EnumerateArray().Single(one => one.GetProperty("what").GetString() == "data folder");
        folder.GetProperty("there").GetBoolean().ShouldBeFalse();
        folder.GetProperty("detail").GetString()!.ShouldEndWith("Choose another with --data DIR");
        (await RunBareAsync("doctor", "--data", Folder.Of(where))).Output.ShouldContain("  MISSING   data folder ");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e300")]
    [InlineData("3601")]
    public async Task A_clock_cannot_stand_still_run_backwards_or_arrive_at_once(string factor)
    {
        using var archive = new TemporaryArchive();
        archive.Season("2022-23", ("0022200001", "2022-10-18", "BOS", "PHI", 126, 117));
        var answer = await RunAsync("up", "--source", $"archive:{archive.Path}", "--start", "2022-10-18T10:00:00-04:00", "--factor", factor);
        answer.OneLine().ShouldEndWith("is not accepted: accepted is a number above 0, at most 3600");
        answer.Code.ShouldBe(2);
        (await RunAsync("up", "--source", $"archive:{archive.Path}")).OneLine().ShouldStartWith("--start is missing: ");
        (await RunAsync("up", "--source", $"archive:{archive.Path}", "--start", "noon")).OneLine().ShouldStartWith("--start noon is not a moment: ");
        NothingIsThere();
    }

    private async Task SpendAsync(int used, int remaining)
    {
        var options = new NbaPropsOptions { DataDirectory = Data };
        await using var stores = await EmbeddedStores.OpenAsync(options, NbaPipeline.Manifest, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        var now = TimeProvider.System.GetUtcNow();
        var meter = new CreditMeter(new CreditAllowance("OddsApi", 20_000, 1), stores.Ports.State, options.Runtime, TimeProvider.System, "test", NullLogger<CreditMeter>.Instance);
        await meter.RecordAsync(
            new MeteredCall { CallId = "a", Upstream = "OddsApi", Url = "https://odds", Status = 200, Last = 1, Used = used, Remaining = remaining, CalledAt = now, AnsweredAt = now }, CancellationToken.None);
    }

    private async Task BeatAsync(bool isLive, DateTimeOffset lookedAt)
    {
        await using var stores = await EmbeddedStores.OpenAsync(
            new NbaPropsOptions { DataDirectory = Data }, NbaPipeline.Manifest, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        var beat = new WatcherBeat { LookedAt = lookedAt, GameTime = GameRows.Day.At(10), IsLive = isLive, Every = TimeSpan.FromMinutes(5) };
        await beat.SaveAsync(stores.Ports.State, CancellationToken.None);
    }

    private async Task BeginAsync()
    {
        var options = new NbaPropsOptions { DataDirectory = Data };
        await using var stores = await EmbeddedStores.OpenAsync(options, NbaPipeline.Manifest, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        var date = GameRows.Day;
        await new GameDays(stores.Ports.State, TimeProvider.System, options.Runtime).ReachAsync(date, Moment.Context, date.At(10), 1, "test", date.At(10), CancellationToken.None);
        var opened = new DateTimeOffset(2022, 12, 28, 12, 0, 0, TimeSpan.Zero);
        await new IncidentLog(stores.Ports.State).RaiseAsync(
            new Incident
            {
                Key = "k",
                Severity = Severity.Critical,
                Title = "nbac_schedule of 2022-12-27 is Failed",
                Cause = "It broke.",
                Done = "Tried 3 times.",
                Command = "nbaprops status --date 2022-12-27",
                OpenedAt = opened,
                UpdatedAt = opened,
            },
            CancellationToken.None);
    }
}
