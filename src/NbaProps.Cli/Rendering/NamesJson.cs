using System.Text.Json;

using NbaProps.Shared.Quality.Aliases;
using NbaProps.Shared.Quality.Review;

namespace NbaProps.Cli.Rendering;

/// <summary>Unresolved names and aliases as JSON.</summary>
internal static class NamesJson
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<UnresolvedName> names)
    {
        json.WriteStartArray();
        foreach (var name in names)
        {
            json.WriteStartObject();
            json.WriteString("source", name.Source);
            json.WriteString("name", name.Name.Value);
            json.WriteString("player_name", name.PlayerName);
            json.WriteString("reason", name.Reason);
            json.WriteNumber("occurrences", name.Occurrences);
            json.WriteString("first_date", name.Dates.From.ToString());
            json.WriteString("last_date", name.Dates.To.ToString());
            WriteGames(json, name);
            WriteOptional(json, "resolves_now", name.ResolvesNow?.PlayerId.Id);
            json.WritePropertyName("alias");
            WriteOptional(json, name.Alias);
            WriteSuggestions(json, name);
            json.WriteString("command", NamesText.Command(name));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter json, IReadOnlyList<NameAlias> aliases)
    {
        json.WriteStartArray();
        foreach (var alias in aliases)
        {
            WriteOptional(json, alias);
        }

        json.WriteEndArray();
    }

    /// <summary>What came of giving an alias.</summary>
    public static void Write(Utf8JsonWriter json, AliasGiven given, string? follows)
    {
        json.WriteStartObject();
        json.WriteString("change", given switch { AliasGiven.Added => "added", AliasGiven.Extended => "extended", _ => "none" });
        json.WritePropertyName("alias");
        WriteOptional(json, given.Alias);
        json.WriteString("command", follows);
        json.WriteEndObject();
    }

    /// <summary>What was taken back.</summary>
    public static void WriteRemoved(Utf8JsonWriter json, IReadOnlyList<NameAlias> removed, string? follows)
    {
        json.WriteStartObject();
        json.WriteString("change", "removed");
        json.WritePropertyName("aliases");
        Write(json, removed);
        json.WriteString("command", follows);
        json.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter json, NameAlias? alias)
    {
        if (alias is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("name", alias.Name.Value);
        json.WriteString("source", alias.Source);
        json.WriteNumber("player_id", alias.PlayerId.Id);
        json.WriteString("player_name", alias.PlayerName);
        json.WriteString("from", alias.From.ToString());
        json.WriteString("given_at", alias.GivenAt.ToUniversalTime());
        json.WriteEndObject();
    }

    private static void WriteGames(Utf8JsonWriter json, UnresolvedName name)
    {
        json.WriteStartArray("games");
        foreach (var row in name.Rows.DistinctBy(row => row.GameId))
        {
            json.WriteStartObject();
            json.WriteString("game_id", row.GameId.ToString());
            json.WriteString("game_date", row.GameDate.ToString());
            json.WriteString("home_team", row.HomeTeam.Value);
            json.WriteString("away_team", row.AwayTeam.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSuggestions(Utf8JsonWriter json, UnresolvedName name)
    {
        json.WriteStartArray("suggestions");
        foreach (var (player, why) in name.Suggestions)
        {
            json.WriteStartObject();
            json.WriteNumber("player_id", player.PlayerId.Id);
            json.WriteString("player_name", player.PlayerName);
            json.WriteString("team", player.Team.Value);
            json.WriteString("last_seen", player.LastSeen.ToString());
            json.WriteString("why", why);
            json.WriteString("command", NamesText.Giving(name, player.PlayerId.ToString()));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteOptional(Utf8JsonWriter json, string property, long? value)
    {
        json.WritePropertyName(property);
        JsonOutput.Value(json, value);
    }
}
