using System.Globalization;

using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Payloads;

namespace NbaProps.RawProcessors.BallDontLie;

/// <summary>Reads balldontlie's absences. A payload is one page of them.</summary>
internal static class BallDontLieInjuries
{
    /// <summary>Whether a payload is one.</summary>
    public static bool Recognises(PayloadNode root) =>
        BallDontLieNodes.First(root) is { } first && first.Optional("player") is not null && first.Optional("status") is not null;

    /// <summary>The absences. Who is in a team that is none of the thirty, or is listed again word for word, is left out.</summary>
    public static Reading<BallDontLieInjury> Read(PayloadNode root, DateTimeOffset asOf)
    {
        var rows = new List<BallDontLieInjury>();
        var leftOut = new List<string>();
        foreach (var node in root.Required("data").Items())
        {
            var player = node.Required("player");
            var (name, key) = BallDontLieNodes.Name(player);
            var number = player.Optional("team_id")?.Whole();
            var team = number is { } id ? BallDontLieTeams.Of(id) : null;
            if (number is not null && team is null)
            {
                leftOut.Add(string.Create(CultureInfo.InvariantCulture, $"{name}: team {number} is none of the thirty teams"));
                continue;
            }

            var row = new BallDontLieInjury(
                BallDontLieNodes.Number(player.Required("id")), name, key, team, Status(node.Required("status")), TextOrNull(node.Optional("return_date")),
                TextOrNull(node.Optional("description")));
            if (rows.Contains(row))
            {
                leftOut.Add($"{name}: is listed twice with the same words");
                continue;
            }

            rows.Add(row);
        }

        return new(rows, leftOut);
    }

    private static string Status(PayloadNode status) => TextOrNull(status) ?? throw status.Refused("a status such as \"Out\"");

    private static string? TextOrNull(PayloadNode? text) => text?.Text().Trim() is { Length: > 0 } given ? given : null;
}
