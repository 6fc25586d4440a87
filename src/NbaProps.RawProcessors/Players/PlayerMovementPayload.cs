using System.Globalization;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Nba;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Manifest.Raw;

namespace NbaProps.RawProcessors.Players;

/// <summary>Reads the league's list of transactions (NBA_Player_Movement).</summary>
internal static class PlayerMovementPayload
{
    private const string Source = "nba_player_movement";

    /// <summary>The lines of transactions; left out are those of teams that are none of the thirty, and repetitions of a line.</summary>
    public static Reading<NbacPlayerMovementRow> Read(PayloadNode root, DateTimeOffset asOf)
    {
        var rows = new List<NbacPlayerMovementRow>();
        var leftOut = new List<string>();
        var seen = new HashSet<(GameDate, string)>();
        foreach (var line in root.Required("NBA_Player_Movement").Required("rows").Items())
        {
            if (LeagueTeam.Of(line.Required("TEAM_ID"), tricode: null) is not { } team)
            {
                leftOut.Add($"{Name(line)}: of team {line.Required("TEAM_ID").Whole()}, none of the thirty");
                continue;
            }

            var row = Row(line, team, asOf);
            if (seen.Add((row.TransactionDate, row.LineId)))
            {
                rows.Add(row);
            }
            else
            {
                leftOut.Add($"{Name(line)}: says what an earlier line says");
            }
        }

        return new(rows, leftOut);
    }

    private static NbacPlayerMovementRow Row(PayloadNode line, TeamTricode team, DateTimeOffset asOf)
    {
        var date = line.Required("TRANSACTION_DATE").Day();
        var type = line.Required("Transaction_Type").FilledText();
        var group = line.Required("GroupSort").FilledText();
        var description = line.Required("TRANSACTION_DESCRIPTION").FilledText();
        var player = line.Optional("PLAYER_ID")?.Between(0, int.MaxValue) is { } id and > 0 ? new PlayerKey(id) : (PlayerKey?)null;
        var slug = line.Optional("PLAYER_SLUG").FilledText();
        var sort = line.Optional("Additional_Sort")?.Whole();
        return new NbacPlayerMovementRow
        {
            TransactionDate = date,
            LineId = ContentHash.Of(
                date.ToString(), type, group, description, team.Value, player?.ToString() ?? string.Empty, slug ?? string.Empty,
                sort?.ToString(CultureInfo.InvariantCulture) ?? string.Empty),
            TransactionType = type,
            TransactionGroup = group,
            Team = team,
            PlayerId = player,
            PlayerSlug = slug,
            Description = description,
            AdditionalSort = sort,
            Season = Season.FromGameDate(date),
            Source = Source,
            AsOf = asOf,
        };
    }

    private static string Name(PayloadNode line) => $"{line.Where} ({line.Required("GroupSort").Text()})";
}
