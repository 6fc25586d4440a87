using NbaProps.Domain.Calendar;
using NbaProps.Embedded;
using NbaProps.Embedded.Sqlite;
using NbaProps.EndToEnd.Support;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.State;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

public sealed class RerunTests : IClassFixture<WalkedSmallArchive>, IDisposable
{
    private readonly TemporaryFolder _temporary = new();
    private readonly string _archive;
    private readonly Folder _folder;

    public RerunTests(WalkedSmallArchive walked) => (_archive, _folder) = (walked.Archive, walked.CopyTo(_temporary.Of("data")));

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Scrapers_fetch_again_and_what_has_not_changed_stays()
    {
        var before = _folder.Content();
        var runs = Runs();
        var run = CommandLine.RunHere(Rerun("--phase", "1", "--source", $"archive:{_archive}"));

        (run.ExitCode, run.Errors).ShouldBe((0, run.Errors), run.Output);
        run.Output.ShouldContain($"ran odds_api_player_points|{SmallArchive.From}");
        Folder.Differences(before, _folder.Content()).ShouldBeEmpty();
        Runs().ShouldBeGreaterThan(runs);
    }

    [Fact]
    public void Scrapers_must_be_told_where_they_fetch_from()
    {
        var run = CommandLine.RunHere(Rerun("--processor", "nba_schedule"));

        (run.ExitCode, run.Errors).ShouldBe((2, "Scrapers need to know where they fetch from: accepted is --source live, --source sim[:seed], or --source archive:DIR" + Environment.NewLine));
    }

    [Fact]
    public void A_dry_run_names_the_units_and_runs_nothing()
    {
        var runs = Runs();
        var run = CommandLine.RunHere(Rerun("--phase", "3", "--dry-run", "--json"));

        using var document = System.Text.Json.JsonDocument.Parse(run.Output);
        document.RootElement.GetProperty("units").GetArrayLength().ShouldBe(18);
        Runs().ShouldBe(runs);
    }

    [Fact]
    public void Of_one_game_those_units_of_a_phase_run_that_work_game_by_game()
    {
        var run = CommandLine.RunHere("rerun", "--from", SmallArchive.From, "--to", SmallArchive.From, "--data", _folder.Path, "--phase", "1", "--game", "0022200001", "--dry-run");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain($"would run nba_cdn_boxscore|{SmallArchive.From}");
        run.Output.ShouldNotContain("nba_schedule");
    }

    [Fact]
    public void A_processor_runs_again_and_writes_what_it_wrote()
    {
        var before = _folder.Content();
        var run = CommandLine.RunHere(Rerun("--processor", "player_game_summary"));

        (run.ExitCode, run.Output).ShouldBe((0, run.Output));
        run.Output.ShouldContain("3 units ran");
        Folder.Differences(before, _folder.Content()).ShouldBeEmpty();
    }

    // What is run anew may be what a gate of a later day was closed for: nobody else asks it where nothing ticks.
    [Fact]
    public async Task A_closed_gate_of_a_later_day_is_asked_again()
    {
        var gate = new UnitKey(AnalyticsPhase.HandOff.Name, new(GameDate.Parse(SmallArchive.From).AddDays(1)));
        await WithStateAsync(async state =>
        {
            var document = (await state.GetAsync(gate.Path, CancellationToken.None)).Document!;
            var closed = StateJson.Read<UnitDocument>(document.Json) with { Outcome = RunState.Blocked, Reason = "nothing there", Attempts = 1, Fingerprint = null };
            (await state.CommitAsync([new DocumentWrite(gate.Path, StateJson.Write(closed), Precondition.VersionIs(document.Version))], CancellationToken.None)).ShouldBeOfType<CommitResult.Committed>();
        });

        CommandLine.RunHere("rerun", "--processor", "nbac_player_boxscores", "--from", SmallArchive.From, "--to", SmallArchive.From, "--data", _folder.Path).ExitCode.ShouldBe(0);

        await WithStateAsync(async state => StateJson.Read<UnitDocument>((await state.GetAsync(gate.Path, CancellationToken.None)).Document!.Json).Outcome.ShouldBe(RunState.Succeeded));
    }

    [Fact]
    public void Grading_is_asked_for_by_date_on_its_own_topic()
    {
        var run = CommandLine.RunHere("grade", "--date", SmallArchive.From, "--data", _folder.Path);

        var json = CommandLine.RunHere("grade", "--date", SmallArchive.From, "--data", _folder.Path, "--json");
        json.ExitCode.ShouldBe(run.ExitCode);
        using var document = System.Text.Json.JsonDocument.Parse(json.Output);
        document.RootElement.GetProperty("date").GetString().ShouldBe(SmallArchive.From);

        run.ExitCode.ShouldBe(_folder.Number($"SELECT COUNT(*) FROM nba_predictions.prediction_accuracy WHERE game_date = '{SmallArchive.From}'") > 0 ? 0 : 3, run.Output + run.Errors);
        _folder.Number(
            $"""
            SELECT COUNT(*) FROM nba_orchestration.pipeline_event_log
            WHERE unit = 'prediction_accuracy|{SmallArchive.From}' AND origin = 'nbaprops grade' AND kind = 'Look' AND disposition = 'Done'
            """).ShouldBe(2);
    }

    private async Task WithStateAsync(Func<IStateStore, Task> use)
    {
        await using var state = new SqliteStateStore(new EmbeddedOptions { DataDirectory = _folder.Path }, TimeProvider.System);
        await use(state);
    }

    private long Runs() => _folder.Number("SELECT COUNT(*) FROM nba_orchestration.phase_execution_log");

    private string[] Rerun(params string[] arguments) => ["rerun", "--from", SmallArchive.From, "--to", SmallArchive.To, "--data", _folder.Path, .. arguments];
}
