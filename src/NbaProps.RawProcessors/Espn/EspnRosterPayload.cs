using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.Espn;

/// <summary>Reads a team's roster from ESPN (teams with enable=roster).</summary>
internal static class EspnRosterPayload
{
    /// <summary>The players of the one team that the payload is of.</summary>
    public static Reading<EspnRosterLine> Read(PayloadNode root, DateTimeOffset asOf)
    {
        var node = root.Required("team");
        var team = EspnNames.Team(node.Required("abbreviation"));
        var lines = new List<EspnRosterLine>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var athlete in node.Required("athletes").Items())
        {
            var line = Line(athlete, team);
            lines.Add(seen.Add(line.EspnPlayerId) ? line : throw new PermanentException($"{root.File}: player {line.EspnPlayerId} is listed twice"));
        }

        return Reading<EspnRosterLine>.Of(lines);
    }

    private static EspnRosterLine Line(PayloadNode athlete, TeamTricode team)
    {
        var (name, key) = EspnNames.Person(athlete.Required("fullName"));
        var injuries = athlete.Optional("injuries")?.Items().Select(injury => injury.Required("status").FilledText()).ToArray() ?? [];
        return new EspnRosterLine(
            team, EspnNames.Id(athlete.Required("id")), name, key, athlete.Optional("jersey").FilledText(), athlete.Optional("position")?.Optional("displayName").FilledText(),
            athlete.Optional("height")?.Between(48, 108), athlete.Optional("weight")?.Between(90, 500), injuries.Length == 0 ? null : string.Join(", ", injuries));
    }
}
