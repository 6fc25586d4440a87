using System.Globalization;
using System.Text.Json;

using NbaProps.Domain.BoxScores;
using NbaProps.Domain.Injuries;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Gamebook;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.RawProcessors.Gamebook;

/// <summary>
/// Memphis at Cleveland, 2024-04-10. No intact PDF of a gamebook is to be had: the text is written from the reference's facts in the layout that
/// is known of gamebooks, and every fact must come back. It differs from the reference in the inactive players: the reference counts fourteen,
/// but had run past the end of the visitors' list, so that the last visitor's reason swallowed the heading of the second list and two home
/// players are in it twice, once for each team. They are twelve.
/// </summary>
public sealed class GamebookGoldenTests
{
    [SkippableFact]
    public void Every_active_player_has_all_his_facts()
    {
        using var reference = Reference();
        var players = reference.RootElement.GetProperty("active_players").EnumerateArray().ToArray();
        players.Length.ShouldBe(21);
        var lines = Of(reference, GamebookStatus.Active);
        lines.Select(Facts).ShouldBe(players.Select(Facts));
        lines.ShouldAllBe(line => line.Reason == null && line.ReasonCategory == null);
        lines.Count(line => line.Position != null).ShouldBe(10);
    }

    [SkippableFact]
    public void Everybody_who_did_not_play_has_his_reason()
    {
        using var reference = Reference();
        var players = reference.RootElement.GetProperty("dnp_players").EnumerateArray().ToArray();
        players.Length.ShouldBe(6);
        GamebookStatus[] absent = [GamebookStatus.DidNotPlay, GamebookStatus.DidNotDress, GamebookStatus.NotWithTeam];
        Of(reference, absent)
            .Select(line => $"{line.PlayerName}|{TeamSpellings.FullName(line.Team)}|{Mark(line)}|{Mark(line)} - {line.Reason}")
            .ShouldBe(players.Select(player => $"{Text(player, "name")}|{Text(player, "team")}|{Text(player, "category")}|{Text(player, "dnp_reason")}"));
        Of(reference, absent).ShouldAllBe(line => line.SecondsPlayed == null && line.Points == null);
    }

    [SkippableFact]
    public void The_inactive_players_are_those_of_the_text()
    {
        using var reference = Reference();
        var players = reference.RootElement.GetProperty("inactive_players").EnumerateArray().ToArray();
        players.Length.ShouldBe(14);
        var wrong = players.Where(player => Text(player, "team") == "Memphis Grizzlies" && (Text(player, "name") is "Merrill" or "Wade" or "Williams Jr.")).ToArray();
        wrong.Length.ShouldBe(3);
        var lines = Of(reference, GamebookStatus.Inactive).Select(line => $"{line.PlayerName}|{TeamSpellings.FullName(line.Team)}|{line.Reason}").ToArray();
        lines.Length.ShouldBe(12);
        lines.Except(["Williams Jr.|Memphis Grizzlies|Injury/Illness - Left Patellar; Tendonitis"])
            .ShouldBe(players.Except(wrong).Select(player => $"{Text(player, "name")}|{Text(player, "team")}|{Text(player, "reason")}"));
    }

    [SkippableFact]
    public void The_game_has_all_its_facts()
    {
        using var reference = Reference();
        var (game, facts) = (reference.RootElement, GamebookRendering.Open(GamebookRendering.Render(reference.RootElement)).Facts);
        facts.Officials.Select(one => (one.Number, one.Name)).ShouldBe(game.GetProperty("officials").EnumerateArray().Select(one => (one.GetProperty("number").GetInt32(), Text(one, "name"))));
        string.Create(CultureInfo.InvariantCulture, $"{facts.DurationMinutes / 60}:{facts.DurationMinutes % 60:00}").ShouldBe(Text(game, "game_duration"));
        facts.Attendance.ShouldBe(game.GetProperty("attendance").GetInt32());
        facts.Sellout.ShouldBe(Text(game, "attendance_note") == "Sellout");
        (facts.GameDate.ToString(), $"{facts.AwayTeam}@{facts.HomeTeam}").ShouldBe((Text(game, "date"), Text(game, "matchup")));
        (facts.Arena, facts.City, facts.State).ShouldBe((Text(game, "arena"), Text(game, "city"), Text(game, "state")));
    }

    private static JsonDocument Reference() => JsonDocument.Parse(File.ReadAllBytes(SharedData.Require("payloads/nba_gamebook/reference_parse_MEM_CLE_2024-04-10.json")));

    private static GamebookLine[] Of(JsonDocument reference, params GamebookStatus[] statuses)
    {
        var gamebook = GamebookRendering.Open(GamebookRendering.Render(reference.RootElement));
        gamebook.Errors.Errors.ShouldBeEmpty();
        return [.. gamebook.Lines.Where(line => statuses.Contains(line.PlayerStatus))];
    }

    private static string Mark(GamebookLine line) => line.PlayerStatus.ToStorageName().ToUpperInvariant();

    private static string Facts(JsonElement player)
    {
        var stats = player.GetProperty("stats").EnumerateObject()
            .Where(stat => !stat.NameEquals("minutes"))
            .Select(stat => FormattableString.Invariant($"{stat.Name}={stat.Value.GetDouble()}"));
        var seconds = Minutes.Parse(Text(player.GetProperty("stats"), "minutes")).Seconds;
        return FormattableString.Invariant($"{Text(player, "name")}|{Text(player, "team")}|{Text(player, "status")}|{seconds}|{string.Join('|', stats)}");
    }

    private static string Facts(GamebookLine line)
    {
        (string Name, double? Value)[] stats =
        [
            ("field_goals_made", line.FieldGoalsMade), ("field_goals_attempted", line.FieldGoalsAttempted), ("three_pointers_made", line.ThreePointersMade),
            ("three_pointers_attempted", line.ThreePointersAttempted), ("free_throws_made", line.FreeThrowsMade), ("free_throws_attempted", line.FreeThrowsAttempted),
            ("offensive_rebounds", line.OffensiveRebounds), ("defensive_rebounds", line.DefensiveRebounds), ("total_rebounds", line.Rebounds), ("assists", line.Assists),
            ("personal_fouls", line.PersonalFouls), ("steals", line.Steals), ("turnovers", line.Turnovers), ("blocks", line.Blocks), ("plus_minus", line.PlusMinus),
            ("points", line.Points), ("field_goal_percentage", Share(line.FieldGoalsMade, line.FieldGoalsAttempted)),
            ("three_point_percentage", Share(line.ThreePointersMade, line.ThreePointersAttempted)), ("free_throw_percentage", Share(line.FreeThrowsMade, line.FreeThrowsAttempted)),
        ];
        var written = string.Join('|', stats.Select(stat => FormattableString.Invariant($"{stat.Name}={stat.Value}")));
        return FormattableString.Invariant($"{line.PlayerName}|{TeamSpellings.FullName(line.Team)}|{line.PlayerStatus.ToStorageName()}|{line.SecondsPlayed}|{written}");
    }

    // The reference writes nothing of nothing as zero.
    private static double? Share(int? made, int? attempted) => attempted == 0 ? 0 : Math.Round((double)made! / attempted!.Value, 3, MidpointRounding.AwayFromZero);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
