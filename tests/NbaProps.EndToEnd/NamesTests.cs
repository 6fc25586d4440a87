using System.Text.Json;

using NbaProps.Domain.Calendar;
using NbaProps.EndToEnd.Support;
using NbaProps.Shared.Pipeline;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

/// <summary>A book that writes a player otherwise than anyone: the owner says who is meant, beside the running services.</summary>
[Collection(SlateBeforeTipOffGroup.Name)]
public sealed class NamesTests(SlateBeforeTipOff slate) : IDisposable
{
    private const string Tatum = "1628369";
    private static readonly GameDate Day = SlateBeforeTipOff.Day;

    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [SkippableFact]
    public async Task A_line_of_an_unknown_name_becomes_a_prediction_after_the_alias_and_only_what_follows_changes()
    {
        var data = SharedData.Require("data");
        var folder = await slate.CopyOfEveningBeforeAsync(data, _temporary.Of("data"));
        await using var pipeline = await ArchivePipeline.StartAsync(data, folder.Path);
        pipeline.Proxy.Rewrite = (_, body) => body.Replace("\"jayson tatum\"", "\"Jay Tatum\"", StringComparison.Ordinal);
        await pipeline.ReachAsync(Day, Moment.Context);
        await pipeline.ReachAsync(Day, Moment.CutOff);
        var before = Content(folder);
        Lines(folder, "served").ShouldBe([null]);

        var suggestion = Listed(folder).GetProperty("suggestions")[0];
        suggestion.GetProperty("player_id").GetInt64().ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(Tatum);
        suggestion.GetProperty("command").GetString().ShouldBe($"nbaprops names alias \"jay tatum\" {Tatum} --source odds_api");
        Names(folder, "alias", "jay tatum", Tatum, "--source", "odds_api");

        // Of all dates the two units that read this book's names, of its first date on.
        (await TickAsync(pipeline)).ShouldBe(2);
        var after = Content(folder);
        Lines(folder, "served").ShouldAllBe(line => line != null);
        var differences = Folder.Differences(before, after);
        differences.Select(difference => difference.Split(' ')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ShouldBe(
        [
            "nba_analytics.upcoming_player_game_context", "nba_predictions.ml_feature_store_v2", "nba_predictions.player_prop_predictions",
            "nba_predictions.prediction_requests", "nba_predictions.prediction_staging", "nba_reference.unresolved_player_names",
        ]);
        differences.ShouldAllBe(difference => difference.Contains(Tatum, StringComparison.Ordinal)
            || difference.StartsWith("nba_predictions.prediction_requests ", StringComparison.Ordinal)
            || difference.StartsWith("nba_reference.unresolved_player_names only left: ", StringComparison.Ordinal));
        differences.ShouldAllBe(difference => difference.Contains(Day.ToString(), StringComparison.Ordinal));
        (await TickAsync(pipeline)).ShouldBe(0);

        Names(folder, "alias", "--remove", "jay tatum");
        (await TickAsync(pipeline)).ShouldBe(2);
        Folder.Differences(before, Content(folder)).ShouldBeEmpty();

        // The first game has begun: what was served stands, and what the alias gives is a replay.
        // Of every source, so that the list of players looks too.
        pipeline.SetNow(Day.At(23));
        Names(folder, "alias", "jay tatum", Tatum);
        (await TickAsync(pipeline)).ShouldBe(3);
        Lines(folder, "served").ShouldBe([null]);
        Lines(folder, "replay").ShouldHaveSingleItem().ShouldNotBeNull();

        // Without anybody who ticks, the command that is printed does it all.
        await pipeline.DisposeAsync();
        var follows = Names(folder, "alias", "--remove", "jay tatum").TrimEnd().Split('\n')[^1];
        follows.ShouldEndWith($": nbaprops rerun --processor unresolved_player_names --from {Day} --to {Day}");
        var rerun = CommandLine.RunHere([.. follows[(follows.LastIndexOf("rerun", StringComparison.Ordinal))..].Split(' '), "--data", folder.Path]);
        rerun.ExitCode.ShouldBe(0, rerun.Errors);
        Lines(folder, "replay").ShouldBeEmpty();
    }

    // As-of, the last column, is since when a content has stood: what was changed and changed back stands since later.
    private static SortedDictionary<string, string[]> Content(Folder folder) => new(
        folder.Content().ToDictionary(table => table.Key, table => table.Value.Select(row => row[..row.LastIndexOf(" | ", StringComparison.Ordinal)]).ToArray(), StringComparer.Ordinal),
        StringComparer.Ordinal);

    private static JsonElement Listed(Folder folder)
    {
        using var names = JsonDocument.Parse(Names(folder, "list", "--from", Day.ToString(), "--json"));
        return names.RootElement.EnumerateArray().Single(name => name.GetProperty("name").GetString() == "jay tatum").Clone();
    }

    private static string Names(Folder folder, params string[] arguments)
    {
        var run = CommandLine.Run(["names", .. arguments, "--data", folder.Path]);
        run.ExitCode.ShouldBe(0, run.Errors);
        return run.Output;
    }

    private static async Task<int> TickAsync(ArchivePipeline pipeline)
    {
        var report = await pipeline.Pipeline.Tick.RunAsync(dates: null, now: null, CancellationToken.None);
        await pipeline.Pipeline.WaitUntilIdleAsync(CancellationToken.None);
        return report.Hints;
    }

    private static object?[] Lines(Folder folder, string serving) =>
        [.. folder.Sql($"SELECT DISTINCT line FROM nba_predictions.player_prop_predictions WHERE game_date = '{Day}' AND player_id = {Tatum} AND serving = '{serving}'").Select(row => row[0])];
}
