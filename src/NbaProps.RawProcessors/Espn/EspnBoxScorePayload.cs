using System.Text.Json;

using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.Espn;

/// <summary>Reads ESPN's box score: the list of two teams that its page holds as JSON, or that list alone.</summary>
internal static class EspnBoxScorePayload
{
    /// <summary>What a page with a box score has in it: the name of a list of players.</summary>
    public const string Mark = "\"athlts\"";

    /// <summary>Whether an element is the list of teams of a box score.</summary>
    public static bool IsBoxScore(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array
        && element.GetArrayLength() > 0
        && element.EnumerateArray().All(team => Has(team, "tm", JsonValueKind.Object) && Has(team, "stats", JsonValueKind.Array))
        && element.EnumerateArray().Any(team => team.GetProperty("stats").EnumerateArray().Any(group => Has(group, "athlts", JsonValueKind.Array)));

    /// <summary>The players' lines of a page.</summary>
    public static Reading<EspnBoxScoreLine> ReadPage(RawPayload payload, DateTimeOffset asOf)
    {
        using var page = EspnPage.Of(payload, Mark);
        return Read(page.Only(IsBoxScore, "box score"), asOf);
    }

    /// <summary>The players' lines; left out is who has no counts, because he did not play.</summary>
    public static Reading<EspnBoxScoreLine> Read(PayloadNode teams, DateTimeOffset asOf)
    {
        var two = teams.Items().Select(team => (Node: team, Team: EspnNames.Team(team.Required("tm").Required("abbrev")))).ToArray();
        if (two.Length != 2 || two[0].Team == two[1].Team)
        {
            throw new PermanentException($"{teams.File}: the box score is of {string.Join(", ", two.Select(team => team.Team))}; accepted are two teams");
        }

        var lines = new List<EspnBoxScoreLine>();
        var leftOut = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var ((node, team), opponent) in new[] { (two[0], two[1].Team), (two[1], two[0].Team) })
        {
            foreach (var (athlete, starter, labels) in node.Required("stats").Items().SelectMany(Athletes))
            {
                var who = athlete.Required("athlt");
                var id = EspnNames.Id(who.Required("id"));
                var (name, key) = EspnNames.Person(who.Required("dspNm"));
                if (!seen.Add(id))
                {
                    throw new PermanentException($"{teams.File}: player {id}, {name}, is listed twice");
                }

                if (athlete.Optional("stats") is not { } stats || !stats.Items().Any())
                {
                    leftOut.Add($"{id} ({name}, {team}): has no counts, he did not play");
                    continue;
                }

                var (minutes, counts) = EspnBoxCounts.Of(stats, labels);
                lines.Add(new EspnBoxScoreLine(counts)
                {
                    Minutes = minutes,
                    Team = team,
                    Opponent = opponent,
                    EspnPlayerId = id,
                    PlayerName = name,
                    NameKey = key,
                    JerseyNumber = who.Optional("jersey").FilledText(),
                    Starter = starter,
                });
            }
        }

        return new(lines, leftOut);
    }

    // The totals of a team are a group without athletes.
    private static IEnumerable<(PayloadNode Athlete, bool Starter, IReadOnlyList<string> Labels)> Athletes(PayloadNode group)
    {
        if (group.Optional("athlts") is not { } athletes || !athletes.Items().Any())
        {
            return [];
        }

        var type = group.Required("type");
        var starters = type.Text() switch
        {
            "starters" => true,
            "bench" => false,
            _ => throw type.Refused("starters or bench"),
        };
        var labels = LabelsOf(group);
        return athletes.Items().Select(athlete => (athlete, starters, labels));
    }

    private static IReadOnlyList<string> LabelsOf(PayloadNode group)
    {
        if (group.Optional("lbls") is not { } own)
        {
            return EspnBoxCounts.Labels;
        }

        IReadOnlyList<string> labels = [.. own.Items().Select(label => label.Text())];
        return labels.Count == EspnBoxCounts.Labels.Count && EspnBoxCounts.Labels.All(label => labels.Contains(label, StringComparer.Ordinal))
            ? labels
            : throw own.Refused($"{string.Join(", ", EspnBoxCounts.Labels)}, in any order");
    }

    private static bool Has(JsonElement element, string name, JsonValueKind kind) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == kind;
}
