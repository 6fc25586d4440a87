using System.Globalization;
using System.Text.Json;

using NbaProps.Simulator.Play;

namespace NbaProps.Simulator.Serving.Nba;

/// <summary>A team's totals in the content network's box score; those of rebounds and turnovers with what is nobody's own beside them.</summary>
internal static class CdnTeamStatistics
{
    public static void Write(Utf8JsonWriter json, Side side, BoxScore box, GameExtras extras)
    {
        var (line, own) = (LineTotals.Of(box, side), extras.Of(side));
        json.WriteStartObject("statistics");
        json.WriteNumber("assists", line.Assists);
        NbaJson.Decimal(json, "assistsTurnoverRatio", NbaJson.LongShare(line.Assists, line.Turnovers + own.TeamTurnovers));
        json.WriteNumber("benchPoints", box.Of(side).Where(each => !each.Starter).Sum(each => each.Points));
        json.WriteNumber("biggestLead", own.BiggestLead);
        json.WriteString("biggestLeadScore", own.BiggestLeadScore);
        json.WriteNumber("biggestScoringRun", own.BiggestRun);
        json.WriteString("biggestScoringRunScore", own.BiggestRunScore);
        json.WriteNumber("blocks", line.Blocks);
        json.WriteNumber("blocksReceived", LineTotals.Of(box, side.Other()).Blocks);
        Tries(json, "fastBreakPoints", own.FastBreak);
        json.WriteNumber("fieldGoalsAttempted", line.FieldGoalsAttempted);
        NbaJson.Decimal(json, "fieldGoalsEffectiveAdjusted", NbaJson.LongShare(line.FieldGoalsMade + (0.5 * line.ThreesMade), line.FieldGoalsAttempted));
        json.WriteNumber("fieldGoalsMade", line.FieldGoalsMade);
        NbaJson.Decimal(json, "fieldGoalsPercentage", NbaJson.LongShare(line.FieldGoalsMade, line.FieldGoalsAttempted));
        json.WriteNumber("foulsOffensive", box.Of(side).Sum(each => extras.Of(each.Player).OffensiveFouls));
        json.WriteNumber("foulsDrawn", box.Of(side).Sum(each => extras.Of(each.Player).FoulsDrawn));
        json.WriteNumber("foulsPersonal", line.Fouls);
        json.WriteNumber("foulsTeam", own.BonusFouls);
        json.WriteNumber("foulsTechnical", 0);
        json.WriteNumber("foulsTeamTechnical", 0);
        json.WriteNumber("freeThrowsAttempted", line.FreeThrowsAttempted);
        json.WriteNumber("freeThrowsMade", line.FreeThrowsMade);
        NbaJson.Decimal(json, "freeThrowsPercentage", NbaJson.LongShare(line.FreeThrowsMade, line.FreeThrowsAttempted));
        json.WriteNumber("leadChanges", extras.LeadChanges);
        json.WriteString("minutes", StatusText.Clock(line.Seconds));
        json.WriteString("minutesCalculated", string.Create(CultureInfo.InvariantCulture, $"PT{LineTotals.Whole(line.Seconds)}M"));
        Points(json, side, box, own, line);
        Rebounds(json, own, line);
        json.WriteNumber("secondChancePointsAttempted", own.SecondChance.Attempted);
        json.WriteNumber("secondChancePointsMade", own.SecondChance.Made);
        NbaJson.Decimal(json, "secondChancePointsPercentage", NbaJson.LongShare(own.SecondChance.Made, own.SecondChance.Attempted));
        json.WriteNumber("steals", line.Steals);
        json.WriteNumber("teamFieldGoalAttempts", 0);
        json.WriteNumber("threePointersAttempted", line.ThreesAttempted);
        json.WriteNumber("threePointersMade", line.ThreesMade);
        NbaJson.Decimal(json, "threePointersPercentage", NbaJson.LongShare(line.ThreesMade, line.ThreesAttempted));
        json.WriteString("timeLeading", StatusText.Clock(own.SecondsLeading));
        json.WriteNumber("timesTied", extras.TimesTied);
        Shooting(json, own, line);
        json.WriteEndObject();
    }

    private static void Points(Utf8JsonWriter json, Side side, BoxScore box, TeamExtras own, LineTotals line)
    {
        json.WriteNumber("points", line.Points);
        json.WriteNumber("pointsAgainst", box.ScoreOf(side.Other()));
        json.WriteNumber("pointsFastBreak", own.FastBreak.Points);
        json.WriteNumber("pointsFromTurnovers", own.TurnoverPoints);
        json.WriteNumber("pointsInThePaint", own.Paint.Points);
        Tries(json, "pointsInThePaint", own.Paint);
        json.WriteNumber("pointsSecondChance", own.SecondChance.Points);
    }

    private static void Rebounds(Utf8JsonWriter json, TeamExtras own, LineTotals line)
    {
        var nobodys = own.TeamOffensiveRebounds + own.TeamDefensiveRebounds;
        json.WriteNumber("reboundsDefensive", line.DefensiveRebounds);
        json.WriteNumber("reboundsOffensive", line.OffensiveRebounds);
        json.WriteNumber("reboundsPersonal", line.Rebounds);
        json.WriteNumber("reboundsTeam", nobodys);
        json.WriteNumber("reboundsTeamDefensive", own.TeamDefensiveRebounds);
        json.WriteNumber("reboundsTeamOffensive", own.TeamOffensiveRebounds);
        json.WriteNumber("reboundsTotal", line.Rebounds + nobodys);
    }

    private static void Shooting(Utf8JsonWriter json, TeamExtras own, LineTotals line)
    {
        var attempts = Math.Round(line.FieldGoalsAttempted + (0.44 * line.FreeThrowsAttempted), 2);
        var (twosMade, twosAttempted) = (line.FieldGoalsMade - line.ThreesMade, line.FieldGoalsAttempted - line.ThreesAttempted);
        NbaJson.Decimal(json, "trueShootingAttempts", attempts);
        NbaJson.Decimal(json, "trueShootingPercentage", NbaJson.LongShare(line.Points, 2 * attempts));
        json.WriteNumber("turnovers", line.Turnovers);
        json.WriteNumber("turnoversTeam", own.TeamTurnovers);
        json.WriteNumber("turnoversTotal", line.Turnovers + own.TeamTurnovers);
        json.WriteNumber("twoPointersAttempted", twosAttempted);
        json.WriteNumber("twoPointersMade", twosMade);
        NbaJson.Decimal(json, "twoPointersPercentage", NbaJson.LongShare(twosMade, twosAttempted));
    }

    private static void Tries(Utf8JsonWriter json, string name, TryCount tries)
    {
        json.WriteNumber($"{name}Attempted", tries.Attempted);
        json.WriteNumber($"{name}Made", tries.Made);
        NbaJson.Decimal(json, $"{name}Percentage", NbaJson.LongShare(tries.Made, tries.Attempted));
    }
}
