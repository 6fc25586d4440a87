using System.Globalization;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Nba;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.Players;

/// <summary>Reads the league's list of players (playerindex).</summary>
internal static class PlayerListPayload
{
    private const string Source = "nba_player_list";

    private static readonly IReadOnlyList<string> Headers =
    [
        "PERSON_ID", "PLAYER_LAST_NAME", "PLAYER_FIRST_NAME", "PLAYER_SLUG", "TEAM_ID", "TEAM_ABBREVIATION", "JERSEY_NUMBER", "POSITION", "HEIGHT", "WEIGHT",
        "COLLEGE", "COUNTRY", "DRAFT_YEAR", "DRAFT_ROUND", "DRAFT_NUMBER", "ROSTER_STATUS", "FROM_YEAR", "TO_YEAR",
    ];

    /// <summary>The players of a list that was captured at a moment.</summary>
    public static Reading<NbacPlayerListCurrentRow> Read(PayloadNode root, DateTimeOffset asOf) => Read(root, GameDate.FromInstant(asOf), asOf);

    /// <summary>The players of a list; left out are those of teams that are none of the thirty.</summary>
    /// <param name="root">The payload.</param>
    /// <param name="date">The day it was captured for.</param>
    /// <param name="asOf">The moment it speaks for.</param>
    public static Reading<NbacPlayerListCurrentRow> Read(PayloadNode root, GameDate date, DateTimeOffset asOf)
    {
        var parameters = root.Required("parameters");
        var league = parameters.Required("LeagueID");
        if (!string.Equals(league.Text(), "00", StringComparison.Ordinal))
        {
            throw league.Refused("00, the NBA");
        }

        var season = parameters.Required("Season").Value<Season>(Season.TryParse, "a season such as 2025-26");
        var rows = new List<NbacPlayerListCurrentRow>();
        var leftOut = new List<string>();
        var seen = new HashSet<PlayerKey>();
        foreach (var player in ResultSet.Of(root, "PlayerIndex", Headers).Rows)
        {
            var id = IdOf(player["PERSON_ID"]);
            if (!seen.Add(id))
            {
                throw new PermanentException($"{root.File}: player {id} is listed twice");
            }

            var (isFree, team) = TeamOf(player);
            if (isFree || team is not null)
            {
                rows.Add(Row(player, id, team, season, date, asOf));
            }
            else
            {
                leftOut.Add($"{id}: of team {player["TEAM_ID"].Whole()}, none of the thirty");
            }
        }

        return new(rows, leftOut);
    }

    private static NbacPlayerListCurrentRow Row(ResultRow player, PlayerKey id, TeamTricode? team, Season season, GameDate date, DateTimeOffset asOf)
    {
        var last = player["PLAYER_LAST_NAME"];
        var name = $"{player["PLAYER_FIRST_NAME"].Stated().FilledText()} {last.Stated().FilledText()}".Trim();
        return new NbacPlayerListCurrentRow
        {
            GameDate = date,
            PlayerId = id,
            PlayerName = name,
            NameKey = NameKey.TryFrom(name, out var key) ? key : throw last.Refused("a name with a letter in it"),
            PlayerSlug = player["PLAYER_SLUG"].Stated().FilledText(),
            Team = team,
            Season = season,
            OnRoster = player["ROSTER_STATUS"].Stated()?.Between(0, 1) is { } status ? status == 1 : null,
            JerseyNumber = player["JERSEY_NUMBER"].Stated().FilledText(),
            Position = player["POSITION"].Stated().FilledText(),
            HeightInches = Inches(player["HEIGHT"]),
            WeightPounds = Filled(player["WEIGHT"])?.DigitsBetween(90, 500),
            College = player["COLLEGE"].Stated().FilledText(),
            Country = player["COUNTRY"].Stated().FilledText(),
            DraftYear = player["DRAFT_YEAR"].Stated()?.Between(1946, 2200),
            DraftRound = Drafted(player["DRAFT_ROUND"], 30),
            DraftNumber = Drafted(player["DRAFT_NUMBER"], 300),
            FromYear = Filled(player["FROM_YEAR"])?.DigitsBetween(1946, 2200),
            ToYear = Filled(player["TO_YEAR"])?.DigitsBetween(1946, 2200),
            Source = Source,
            AsOf = asOf,
        };
    }

    private static PlayerKey IdOf(PayloadNode id) => new(id.Between(1, int.MaxValue));

    // A free agent has team 0, or none at all.
    private static (bool IsFree, TeamTricode? Team) TeamOf(ResultRow player)
    {
        var id = player["TEAM_ID"].Stated();
        return id is null || id.Value.WholeOrNull() == 0
            ? player["TEAM_ABBREVIATION"].Stated().FilledText() is null ? (true, null) : throw player["TEAM_ABBREVIATION"].Refused("nothing, since there is no team id")
            : (false, LeagueTeam.Of(id.Value, player["TEAM_ABBREVIATION"]));
    }

    // The league writes 0 for some who were not drafted and nothing for the others.
    private static int? Drafted(PayloadNode cell, int most) => cell.Stated()?.Between(0, most) is { } number and > 0 ? number : null;

    private static PayloadNode? Filled(PayloadNode cell) => cell.Stated().FilledText() is null ? null : cell;

    private static int? Inches(PayloadNode cell)
    {
        if (cell.Stated().FilledText() is not { } text)
        {
            return null;
        }

        return text.Split('-') is [var feet, var inches]
            && int.TryParse(feet, NumberStyles.None, CultureInfo.InvariantCulture, out var whole)
            && int.TryParse(inches, NumberStyles.None, CultureInfo.InvariantCulture, out var rest)
            && whole is >= 4 and < 9
            && rest < 12
                ? (whole * 12) + rest
                : throw cell.Refused("feet and inches such as 6-8, from 4-0 to 8-11");
    }
}
