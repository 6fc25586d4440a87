using NbaProps.EndToEnd.Support;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

public sealed class RunDayTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_day_in_a_new_folder_completes_though_of_the_day_before_only_the_results_are_fetched()
    {
        var archive = SmallArchive.Write(_folder.Of("archive"));
        var data = new Folder(_folder.Of("data"));
        var run = CommandLine.RunHere("run-day", "--date", "2022-10-19", "--source", $"archive:{archive}", "--data", data.Path, "--json");
        run.ExitCode.ShouldBe(0, run.Output);
        using var summary = System.Text.Json.JsonDocument.Parse(run.Output);
        summary.RootElement.GetProperty("dates").GetInt32().ShouldBe(2);
        summary.RootElement.GetProperty("incomplete").GetArrayLength().ShouldBe(0);
        data.Number("SELECT COUNT(*) FROM nba_analytics.player_game_summary").ShouldBe(32);
        var status = CommandLine.RunHere("status", "--date", "2022-10-18", "--data", data.Path).Output.Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        status.ShouldContain("odds_api_player_points|2022-10-18 ◌ empty ok 0 0 the day was not looked at by Context or CutOff");

        // What a platform says of one server is not taken by five.
        CommandLine.RunWith("PORT", "1", "run-day", "--date", "2022-10-19", "--source", $"archive:{archive}", "--data", data.Path).ExitCode.ShouldBe(0);

        // Walked as a whole later, the day has the moments of that scraper.
        var walk = CommandLine.RunHere("backfill", "--from", SmallArchive.From, "--to", "2022-10-19", "--source", $"archive:{archive}", "--data", data.Path);
        walk.ExitCode.ShouldBe(0, walk.Output);
        CommandLine.RunHere("status", "--date", "2022-10-18", "--data", data.Path).Output.ShouldNotContain("was not looked at");
    }
}
