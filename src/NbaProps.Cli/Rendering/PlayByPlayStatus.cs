using System.Globalization;
using System.Text.Json;

using NbaProps.Domain.Calendar;
using NbaProps.Operations.PlayByPlay;

namespace NbaProps.Cli.Rendering;

/// <summary>How the plays of some dates' games came, for people and for scripts.</summary>
/// <param name="Games">The games, by date and id.</param>
/// <param name="Now">The game clock.</param>
internal sealed record PlayByPlayStatus(IReadOnlyList<PlayByPlayArrival> Games, DateTimeOffset Now)
{
    private const int Shown = 40;

    /// <summary>Writes the share and the list.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="all">Whether all games are listed; else those that were not in time, and of them not more than can be read.</param>
    public void Write(TextWriter output, bool all)
    {
        if (Games.Count == 0)
        {
            return;
        }

        PlayByPlayArrival[] listed = all ? [.. Games] : [.. Games.Where(game => game.IsOnTime(Now) is false)];

        output.WriteLine($"Play-by-play: {PlayByPlayGoal.Of(Games, Now)}; {Games.Count(game => game.LineUpRows > 0)} of {Games.Count} games have line-ups.");
        if (listed.Length == 0)
        {
            return;
        }

        TextTable.Write(output, ["date", "game", "teams", "source", "plays", "with line-ups", "first came (ET)", "from this source (ET)", "by noon"], listed.Take(Shown).Select(game => new[]
        {
            game.Game.GameDate.ToString(), game.Game.GameId.ToString(), $"{game.Game.AwayTeam} @ {game.Game.HomeTeam}", game.Source ?? "missing", TextTable.Text(game.Rows),
            TextTable.Text(game.LineUpRows), Eastern(game.FirstAt), Eastern(game.SourceAt), game.IsOnTime(Now) switch { true => "yes", false => "no", null => "not due" },
        }));
        if (listed.Length > Shown)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  and {listed.Length - Shown} more; all with --json"));
        }
    }

    public void Write(Utf8JsonWriter json)
    {
        var goal = PlayByPlayGoal.Of(Games, Now);
        json.WriteStartObject("play_by_play");
        json.WriteNumber("wanted", PlayByPlayGoal.Wanted);
        json.WriteNumber("due", goal.Games);
        json.WriteNumber("on_time", goal.OnTime);
        WriteOrNull(json, "share", goal.Share);
        json.WriteStartArray("games");
        foreach (var game in Games)
        {
            json.WriteStartObject();
            json.WriteString("date", game.Game.GameDate.ToString());
            json.WriteString("game_id", game.Game.GameId.ToString());
            json.WriteString("away", game.Game.AwayTeam.Value);
            json.WriteString("home", game.Game.HomeTeam.Value);
            json.WriteString("source", game.Source);
            json.WriteNumber("rows", game.Rows);
            json.WriteNumber("line_up_rows", game.LineUpRows);
            WriteOrNull(json, "first_at", game.FirstAt);
            WriteOrNull(json, "source_at", game.SourceAt);
            if (game.IsOnTime(Now) is { } onTime)
            {
                json.WriteBoolean("on_time", onTime);
            }
            else
            {
                json.WriteNull("on_time");
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Eastern(DateTimeOffset? instant) => instant is { } at ? GameDate.ToEastern(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "-";

    private static void WriteOrNull(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteOrNull(Utf8JsonWriter json, string name, DateTimeOffset? value)
    {
        if (value is { } instant)
        {
            json.WriteString(name, instant.UtcDateTime);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
