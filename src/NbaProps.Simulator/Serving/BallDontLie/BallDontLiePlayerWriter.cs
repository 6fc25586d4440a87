using System.Globalization;
using System.Text.Json;

using NbaProps.Domain.Teams;
using NbaProps.Simulator.Books;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Play;

namespace NbaProps.Simulator.Serving.BallDontLie;

/// <summary>balldontlie's players, and their lines of a box score.</summary>
internal static class BallDontLiePlayerWriter
{
    /// <summary>Writes the object player.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="player">Who.</param>
    /// <param name="team">His team; null where it is not written.</param>
    public static void Write(Utf8JsonWriter json, SimulatedPlayer player, TeamTricode? team)
    {
        json.WriteStartObject("player");
        json.WriteNumber("id", SourceNumbers.BallDontLie.Of(player.Id));
        json.WriteString("first_name", PlainLetters.Of(player.GivenName));
        json.WriteString("last_name", PlainLetters.Of(player.LastName));
        json.WriteString("position", player.Position.ToString()[..1]);
        json.WriteString("height", string.Create(CultureInfo.InvariantCulture, $"{player.HeightInches / 12}-{player.HeightInches % 12}"));
        json.WriteString("weight", player.WeightPounds.ToString(CultureInfo.InvariantCulture));
        json.WriteString("jersey_number", player.Jersey.ToString(CultureInfo.InvariantCulture));
        json.WriteString("college", player.College);
        json.WriteString("country", player.Country);
        WriteDraft(json, player);
        if (team is { } known)
        {
            json.WriteNumber("team_id", BallDontLieTeamWriter.Number(known));
        }

        json.WriteEndObject();
    }

    /// <summary>Writes a line.</summary>
    public static void WriteLine(Utf8JsonWriter json, PlayerCounts line)
    {
        json.WriteStartObject();
        json.WriteString("min", ((line.Seconds + 30) / 60).ToString("00", CultureInfo.InvariantCulture));
        WriteTries(json, "fg", line.FieldGoalsMade, line.FieldGoalsAttempted);
        WriteTries(json, "fg3", line.ThreesMade, line.ThreesAttempted);
        WriteTries(json, "ft", line.FreeThrowsMade, line.FreeThrowsAttempted);
        json.WriteNumber("oreb", line.OffensiveRebounds);
        json.WriteNumber("dreb", line.DefensiveRebounds);
        json.WriteNumber("reb", line.Rebounds);
        json.WriteNumber("ast", line.Assists);
        json.WriteNumber("stl", line.Steals);
        json.WriteNumber("blk", line.Blocks);
        json.WriteNumber("turnover", line.Turnovers);
        json.WriteNumber("pf", line.Fouls);
        json.WriteNumber("pts", line.Points);
        json.WriteNumber("plus_minus", line.PlusMinus);
        Write(json, line.Player, team: null);
        json.WriteEndObject();
    }

    private static void WriteTries(Utf8JsonWriter json, string what, int made, int attempted)
    {
        json.WriteNumber($"{what}m", made);
        json.WriteNumber($"{what}a", attempted);
        json.WriteNumber($"{what}_pct", attempted == 0 ? 0 : decimal.Round((decimal)made / attempted, 3));
    }

    private static void WriteDraft(Utf8JsonWriter json, SimulatedPlayer player)
    {
        if (player.Draft is { } draft)
        {
            json.WriteNumber("draft_year", player.FromYear);
            json.WriteNumber("draft_round", draft.Round);
            json.WriteNumber("draft_number", draft.Number);
            return;
        }

        json.WriteNull("draft_year");
        json.WriteNull("draft_round");
        json.WriteNull("draft_number");
    }
}
