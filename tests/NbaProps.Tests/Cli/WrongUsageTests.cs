namespace NbaProps.Tests.Cli;

/// <summary>A wrong argument gets one line that says what was wrong and what is accepted, code 2, and leaves nothing behind.</summary>
public sealed class WrongUsageTests : InProcess
{
    private const string Commands = "demo, run-day, backfill, status, reliability, predictions, rerun, rebuild, grade, sql, up, serve, parse, doctor, test, drift, schema, dead-letters, deploy, names";

    [Theory]
    [InlineData("", $"A command is missing: accepted are {Commands}. See: nbaprops --help")]
    [InlineData("backfil", $"backfil is not known: accepted are {Commands}; did you mean backfill?")]
    [InlineData("BACKFILL --from x", $"BACKFILL is not known: accepted are {Commands}; did you mean backfill?")]
    [InlineData("conquer", $"conquer is not known: accepted are {Commands}")]
    [InlineData("schema", "A command is missing: accepted are check, write, diff, apply. See: nbaprops schema --help")]
    [InlineData("schema chek", "chek is not known: accepted with schema are check, write, diff, apply; did you mean check?")]
    public Task A_command_that_is_not_there_is_named_with_those_that_are(string arguments, string line) => IsRefusedAsync(arguments, line);

    [Theory]
    [InlineData("status --dte 2022-12-27", "--dte is not known: accepted with status are --date, --from, --to, --help, --data, --json, --set, --config, --verbose; did you mean --date?")]
    [InlineData("status 2022-12-27", "2022-12-27 is not known: accepted with status are --date, --from, --to, --help, --data, --json, --set, --config, --verbose")]
    [InlineData("status --json=maybe", "maybe is not known: accepted with status are --date, --from, --to, --help, --data, --json, --set, --config, --verbose")]
    [InlineData("doctor --colour red", "--colour is not known: accepted with doctor are --help, --data, --json, --set, --config, --verbose")]
    [InlineData("status --version", "--version is not known: accepted with status are --date, --from, --to, --help, --data, --json, --set, --config, --verbose")]
    public Task An_option_that_is_not_there_is_named_with_those_that_are(string arguments, string line) => IsRefusedAsync(arguments, line);

    [Theory]
    [InlineData("status --date", "--date needs a value: accepted is one game date in detail")]
    [InlineData("status --date 2022-12-27 --date 2022-12-28", "--date was given 2 times: accepted is once")]
    [InlineData("up --source live --factor fast", "--factor fast is not accepted: accepted is a number")]
    [InlineData("rerun --phase two --from 2022-12-27 --to 2022-12-27", "--phase two is not accepted: accepted is a whole number")]
    [InlineData("sql", "statement is missing: accepted is a SELECT; tables are dataset.table")]
    public Task A_value_that_does_not_fit_its_option_is_named_with_what_does(string arguments, string line) => IsRefusedAsync(arguments, line);

    [Theory]
    [InlineData("run-day --source live", "--date is missing: accepted is a date such as 2022-12-27")]
    [InlineData("backfill --to 2022-12-27 --source live", "--from is missing: accepted is a date such as 2022-12-27")]
    [InlineData("backfill --from 2022-12-27 --source live", "--to is missing: accepted is a date such as 2022-12-27")]
    [InlineData("backfill --from 2022-12-28 --to 2022-12-27 --source live", "--from 2022-12-28 is after --to 2022-12-27: accepted is a first and a last date, in this order")]
    [InlineData("status --date 27.12.2022", "--date 27.12.2022 is not a date: accepted is a date such as 2022-12-27")]
    [InlineData("status --date 2022-02-30", "--date 2022-02-30 is not a date: accepted is a date such as 2022-12-27")]
    [InlineData("predictions", "--date is missing: accepted is a date such as 2022-12-27")]
    [InlineData("grade", "--date is missing: accepted is a date such as 2022-12-27")]
    [InlineData("rerun --from 2022-12-27", "--to is missing: accepted is a date such as 2022-12-27")]
    public Task A_date_that_is_missing_or_none_is_named(string arguments, string line) => IsRefusedAsync(arguments, line);

    [Theory]
    [InlineData("run-day --date 2022-12-27", "--source is missing: accepted is live, sim[:seed], or archive:DIR")]
    [InlineData("backfill --from 2022-12-27 --to 2022-12-27", "--source is missing: accepted is live, sim[:seed], or archive:DIR")]
    [InlineData("run-day --date 2022-12-27 --source simulated", "--source simulated is not known: accepted is live, sim[:seed], or archive:DIR")]
    [InlineData("run-day --date 2022-12-27 --source sim:one", "--source sim:one has no number for its seed: accepted is one such as sim:1")]
    [InlineData("run-day --date 2022-12-27 --source archive:no/such/folder", "no/such/folder: there is no such folder")]
    public Task A_source_that_is_missing_or_none_is_named(string arguments, string line) => IsRefusedAsync(arguments, line);

    [Theory]
    [InlineData("rerun --from 2022-12-27 --to 2022-12-27", "What shall run again? Accepted is --processor P or --phase N (")]
    [InlineData("rerun --from 2022-12-27 --to 2022-12-27 --phase 9", "--phase 9 is not accepted: ")]
    [InlineData("rerun --from 2022-12-27 --to 2022-12-27 --processor nbac", "There is no processor nbac. There are: nba_schedule, ")]
    [InlineData("rerun --from 2022-12-27 --to 2022-12-27 --phase 2 --game 12", "--game 12 is not a game id: accepted are ten digits such as 0022200512")]
    [InlineData("rerun --from 2022-12-27 --to 2022-12-27 --phase 3 --game 0022200512", "--game is not accepted for what works on whole dates: accepted for nba_cdn_boxscore, espn_boxscore, ")]
    [InlineData("serve --service broker --mode clouds", "--mode clouds is not known: accepted is embedded, emulators or cloud")]
    [InlineData("serve --service analytics --mode cloud --set CloudStorage:Bucket=my-archive", "GoogleCloud:ProjectId is not set; accepted in mode cloud: the project's id, such as my-project-1")]
    [InlineData("serve --service operations --mode cloud --set GoogleCloud:ProjectId=my-project-1", "CloudStorage:Bucket is not set; accepted in mode cloud: the name of the archive's bucket, such as my-project-1-archive")]
    [InlineData(
        "serve --service broker --mode cloud --set CloudStorage:Bucket=my-archive --set GoogleCloud:ProjectId=my-project-1",
        "--service broker is not accepted in mode cloud: there Pub/Sub pushes itself, to subscriptions that are declared with the deployment")]
    [InlineData(
        "run-day --date 2026-01-15 --source sim:1 --set Mode=cloud --set CloudStorage:Bucket=my-archive --set GoogleCloud:ProjectId=my-project-1",
        "In mode cloud each service is a process of its own: accepted is nbaprops serve --service NAME --mode cloud")]
    [InlineData(
        "sql x --set Mode=cloud --set CloudStorage:Bucket=my-archive --set GoogleCloud:ProjectId=my-project-1",
        "sql works on a folder of this machine, and the mode is cloud: accepted is --set Mode=embedded")]
    [InlineData("serve --service analytics --mode emulators", "GoogleCloud:FirestoreEmulator and GoogleCloud:PubSubEmulator are not both set: accepted in mode emulators is host:port for each")]
    [InlineData("run-day --date 2026-01-15 --source sim:1 --set Mode=emulators", "In mode emulators each service is a process of its own: accepted is nbaprops serve --service NAME --mode emulators")]
    [InlineData("serve --service espresso", "--service espresso is not known: accepted are scrapers, raw-processors, ")]
    [InlineData("test", "The tests are run by the launcher, which builds them: ./nbaprops test")]
    [InlineData("predictions --date 2022-12-27 --system moving_averag_v1", "--system moving_averag_v1 is not known: accepted are moving_average_v1, similarity_v1; did you mean moving_average_v1?")]
    public Task A_choice_that_is_not_there_is_named_with_those_that_are(string arguments, string line) => IsRefusedAsync(arguments, line);

    [Theory]
    [InlineData("status --set Foo=1", "Foo is not known; accepted at the top: Mode, DataDirectory, ")]
    [InlineData("status --set Runtime:Leese=1", "did you mean Lease? (from the command line)")]
    [InlineData("doctor --set Ports:Base=many", "Ports:Base is \"many\"; accepted: ")]
    [InlineData("predictions --date 2022-12-27 --set Foo", "--set Foo has no equals sign; accepted: --set Section:Key=value")]
    [InlineData("run-day --date 2022-12-27 --source live --config no/such/file.json", "no/such/file.json cannot be read: ")]
    public async Task A_setting_that_is_not_there_is_named_with_the_nearest_that_is(string arguments, string part)
    {
        var answer = await RunAsync(arguments.Split(' '));
        answer.Code.ShouldBe(2);
        answer.OneLine().ShouldContain(part);
        NothingIsThere();
    }

    [Fact]
    public async Task A_setting_of_the_file_that_is_not_there_is_named_with_the_file()
    {
        Directory.CreateDirectory(Data);
        var file = Path.Combine(Data, "nbaprops.json");
        await File.WriteAllTextAsync(file, """{ "Runtime": { "Leese": "5m" } }""");
        var answer = await RunAsync("status");
        answer.Code.ShouldBe(2);
        answer.OneLine().ShouldStartWith("Runtime:Leese is not known; accepted in Runtime: Lease, ");
        answer.OneLine().ShouldEndWith($"did you mean Lease? (from {file})");
        Directory.EnumerateFileSystemEntries(Data).ShouldBe([file]);
    }

    private async Task IsRefusedAsync(string arguments, string line)
    {
        var words = arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var answer = await RunAsync(words);
        answer.OneLine().ShouldStartWith(line, Case.Sensitive);
        answer.Code.ShouldBe(2);
        NothingIsThere();

        // Whoever asked for JSON gets no half document, and the same line.
        (await RunAsync(["--json", .. words])).ShouldBe(answer);
    }
}
