using System.Text.Json;

using NbaProps.EndToEnd.Sources;
using NbaProps.EndToEnd.Support;

namespace NbaProps.EndToEnd;

/// <summary>What the status says of nights whose plays came from the league first, and from BigDataBall a day or two later.</summary>
[Collection("source walks")]
public sealed class PlayByPlayStatusTests(SourceWalks walks)
{
    [SkippableFact]
    public async Task Each_game_is_listed_with_its_source_and_when_it_came()
    {
        var folder = (await walks.WithoutPrimariesAsync()).Folder;
        using var document = JsonDocument.Parse(CommandLine.RunHere("status", "--from", $"{Nights.First}", "--to", $"{Nights.Second}", "--json", "--data", folder.Path).Output);
        var plays = document.RootElement.GetProperty("play_by_play");
        (plays.GetProperty("due").GetInt32(), plays.GetProperty("on_time").GetInt32(), plays.GetProperty("share").GetDouble()).ShouldBe((4, 4, 1.0));
        plays.GetProperty("games").EnumerateArray().Select(game => string.Join(' ', game.EnumerateObject().Select(field => field.Value.ToString()))).ShouldBe(
        [
            "2026-02-10 0022500767 ATL CHA bigdataball 510 510 2026-02-11T11:00:00Z 2026-02-12T15:00:00Z True",
            "2026-02-10 0022500768 TOR BOS bigdataball 510 510 2026-02-11T11:00:00Z 2026-02-12T15:00:00Z True",
            "2026-02-11 0022500775 ATL CHA bigdataball 510 510 2026-02-12T11:00:00Z 2026-02-12T15:00:00Z True",
            "2026-02-11 0022500776 TOR BOS bigdataball 510 510 2026-02-12T11:00:00Z 2026-02-12T15:00:00Z True",
        ]);

        var text = CommandLine.RunHere("status", "--date", $"{Nights.First}", "--data", folder.Path).Output;
        text.ShouldContain("Play-by-play: 2 of 2 games had play-by-play by 12:00 ET of the next day: 100.0 %, wanted are 98 %; 2 of 2 games have line-ups.");
        text.Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ShouldContain(
            "2026-02-10 0022500767 ATL @ CHA bigdataball 510 510 2026-02-11 06:00 2026-02-12 10:00 yes");
    }
}
