using System.Globalization;
using System.Text.Json;

using NbaProps.Simulator.Health;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Serving.Nba;

/// <summary>The players of a team in the content network's box score: who is active, then who is not and why.</summary>
internal static class CdnPlayerWriter
{
    private const string Injury = "Injury/Illness - ";

    public static void Write(Utf8JsonWriter json, SimulatedGame game, Side side, BoxScore box, IReadOnlyList<SimulatedPlayer> onCourt, GameExtras extras)
    {
        var order = 0;
        foreach (var (line, position) in PlayerFields.InOrder(box, side))
        {
            var played = PlayerFields.Played(line) || onCourt.Contains(line.Player);
            Player(json, line, ++order, position, played, onCourt.Contains(line.Player), extras.Of(line.Player), absence: null);
        }

        foreach (var absence in game.AbsencesOf(side).Where(absence => !absence.Plays))
        {
            Player(json, new PlayerCounts(absence.Player, side, starter: false), ++order, position: null, played: false, onCourt: false, new PlayerExtras(), absence);
        }
    }

    private static void Player(Utf8JsonWriter json, PlayerCounts line, int order, string? position, bool played, bool onCourt, PlayerExtras extras, Absence? absence)
    {
        json.WriteStartObject();
        json.WriteString("status", absence is null ? "ACTIVE" : "INACTIVE");
        if (absence is not null)
        {
            Reason(json, absence.Reason);
        }

        json.WriteNumber("order", order);
        json.WriteNumber("personId", line.Player.Id.Id);
        json.WriteString("jerseyNum", PlayerFields.Jersey(line.Player));
        if (position is not null)
        {
            json.WriteString("position", position);
        }

        json.WriteString("starter", Flag(line.Starter));
        json.WriteString("oncourt", Flag(onCourt));
        json.WriteString("played", Flag(played));
        json.WriteStartObject("statistics");
        Statistics(json, line, extras);
        json.WriteEndObject();
        PlayerFields.Names(json, line.Player);
        json.WriteEndObject();
    }

    private static void Reason(Utf8JsonWriter json, string reason)
    {
        var injury = reason.StartsWith(Injury, StringComparison.Ordinal);
        json.WriteString("notPlayingReason", injury ? "INACTIVE_INJURY" : reason == Ailments.GLeague ? "INACTIVE_GLEAGUE_TWOWAY" : "INACTIVE_COACH");
        if (injury)
        {
            json.WriteString("notPlayingDescription", reason[Injury.Length..]);
        }
    }

    private static void Statistics(Utf8JsonWriter json, PlayerCounts line, PlayerExtras extras)
    {
        var (twosMade, twosAttempted) = (line.FieldGoalsMade - line.ThreesMade, line.FieldGoalsAttempted - line.ThreesAttempted);
        json.WriteNumber("assists", line.Assists);
        json.WriteNumber("blocks", line.Blocks);
        json.WriteNumber("blocksReceived", extras.BlocksReceived);
        json.WriteNumber("fieldGoalsAttempted", line.FieldGoalsAttempted);
        json.WriteNumber("fieldGoalsMade", line.FieldGoalsMade);
        NbaJson.Decimal(json, "fieldGoalsPercentage", NbaJson.LongShare(line.FieldGoalsMade, line.FieldGoalsAttempted));
        json.WriteNumber("foulsOffensive", extras.OffensiveFouls);
        json.WriteNumber("foulsDrawn", extras.FoulsDrawn);
        json.WriteNumber("foulsPersonal", line.Fouls);
        json.WriteNumber("foulsTechnical", 0);
        json.WriteNumber("freeThrowsAttempted", line.FreeThrowsAttempted);
        json.WriteNumber("freeThrowsMade", line.FreeThrowsMade);
        NbaJson.Decimal(json, "freeThrowsPercentage", NbaJson.LongShare(line.FreeThrowsMade, line.FreeThrowsAttempted));
        NbaJson.Decimal(json, "minus", extras.Minus);
        json.WriteString("minutes", StatusText.Clock(line.Seconds));
        json.WriteString("minutesCalculated", string.Create(CultureInfo.InvariantCulture, $"PT{LineTotals.Whole(line.Seconds):00}M"));
        NbaJson.Decimal(json, "plus", extras.Plus);
        NbaJson.Decimal(json, "plusMinusPoints", line.PlusMinus);
        json.WriteNumber("points", line.Points);
        json.WriteNumber("pointsFastBreak", extras.FastBreakPoints);
        json.WriteNumber("pointsInThePaint", extras.PaintPoints);
        json.WriteNumber("pointsSecondChance", extras.SecondChancePoints);
        json.WriteNumber("reboundsDefensive", line.DefensiveRebounds);
        json.WriteNumber("reboundsOffensive", line.OffensiveRebounds);
        json.WriteNumber("reboundsTotal", line.Rebounds);
        json.WriteNumber("steals", line.Steals);
        json.WriteNumber("threePointersAttempted", line.ThreesAttempted);
        json.WriteNumber("threePointersMade", line.ThreesMade);
        NbaJson.Decimal(json, "threePointersPercentage", NbaJson.LongShare(line.ThreesMade, line.ThreesAttempted));
        json.WriteNumber("turnovers", line.Turnovers);
        json.WriteNumber("twoPointersAttempted", twosAttempted);
        json.WriteNumber("twoPointersMade", twosMade);
        NbaJson.Decimal(json, "twoPointersPercentage", NbaJson.LongShare(twosMade, twosAttempted));
    }

    private static string Flag(bool value) => value ? "1" : "0";
}
