using System.Globalization;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Nba;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse;

namespace NbaProps.RawProcessors.Referees;

/// <summary>Reads the officials of a day (get-game-officials); the G League's and the WNBA's are not looked at.</summary>
internal static class RefereePayload
{
    private const string Source = "nba_referees";

    private static readonly IReadOnlyList<int> Positions = [1, 2, 3, 4];

    /// <summary>Both kinds of rows, those of games first.</summary>
    public static Reading<WarehouseRow> Read(PayloadNode root, DateTimeOffset asOf)
    {
        var (assignments, replay) = (Assignments(root, asOf), ReplayCenter(root, asOf));
        return new([.. assignments.Rows, .. replay.Rows], [.. assignments.LeftOut, .. replay.LeftOut]);
    }

    /// <summary>The officials of the games; left out are games that are not between two of the thirty teams, and games without officials.</summary>
    public static Reading<NbacRefereeGameAssignmentRow> Assignments(PayloadNode root, DateTimeOffset asOf)
    {
        var rows = new List<NbacRefereeGameAssignmentRow>();
        var leftOut = new List<string>();
        var seen = new HashSet<GameId>();
        foreach (var game in Rows(root, "Table"))
        {
            var id = LeagueGame.Id(game.Required("game_id"));
            if (!seen.Add(id))
            {
                throw new PermanentException($"{root.File}: game {id} is listed twice");
            }

            if (LeagueTeam.Of(game.Required("home_team_id"), game.Required("home_team_abbr")) is { } home
                && LeagueTeam.Of(game.Required("away_team_id"), game.Required("away_team_abbr")) is { } away)
            {
                var crew = Crew(game, id, home, away, asOf);
                rows.AddRange(crew);
                leftOut.AddRange(crew.Count == 0 ? [$"{id}: no officials are named"] : []);
            }
            else
            {
                leftOut.Add($"{id}: not between two of the thirty teams");
            }
        }

        return new(rows, leftOut);
    }

    /// <summary>The officials at the replay centre.</summary>
    public static Reading<NbacRefereeReplayCenterRow> ReplayCenter(PayloadNode root, DateTimeOffset asOf)
    {
        var rows = new List<NbacRefereeReplayCenterRow>();
        foreach (var official in Rows(root, "Table1"))
        {
            var row = new NbacRefereeReplayCenterRow
            {
                GameDate = official.Required("game_date").MonthFirstDay(),
                OfficialCode = official.Required("official_code").Between(1, int.MaxValue),
                OfficialName = official.Required("replaycenter_official").FilledText(),
                Source = Source,
                AsOf = asOf,
            };
            if (rows.Exists(other => (other.GameDate, other.OfficialCode) == (row.GameDate, row.OfficialCode)))
            {
                throw official.Refused($"one line for each official: {row.OfficialName} is listed twice on {row.GameDate}");
            }

            rows.Add(row);
        }

        return Reading<NbacRefereeReplayCenterRow>.Of(rows);
    }

    private static List<NbacRefereeGameAssignmentRow> Crew(PayloadNode game, GameId id, TeamTricode home, TeamTricode away, DateTimeOffset asOf)
    {
        LeagueGame.RequireSeason(game.Required("season"), id.Season.NbaSeasonId(id.Phase).ToString(CultureInfo.InvariantCulture));
        var date = game.Required("game_date").MonthFirstDay();
        var crew = new List<NbacRefereeGameAssignmentRow>();
        foreach (var position in Positions)
        {
            var field = string.Create(CultureInfo.InvariantCulture, $"official{position}");
            if (game.Optional(field).FilledText() is not { } name)
            {
                if (game.Optional(field + "_code") is { } nobody)
                {
                    throw nobody.Refused($"nothing, since there is no {field}");
                }

                continue;
            }

            var code = game.Required(field + "_code");
            var row = new NbacRefereeGameAssignmentRow
            {
                GameDate = date,
                GameId = id,
                OfficialPosition = position,
                OfficialCode = code.Between(1, int.MaxValue),
                OfficialName = name,
                OfficialJerseyNumber = game.Optional(field + "_JNum").FilledText(),
                HomeTeam = home,
                AwayTeam = away,
                Season = id.Season,
                SeasonPhase = id.Phase.ToStorageName(),
                Source = Source,
                AsOf = asOf,
            };
            crew.Add(crew.Exists(other => other.OfficialCode == row.OfficialCode) ? throw code.Refused("another official than those before") : row);
        }

        return crew;
    }

    private static IEnumerable<PayloadNode> Rows(PayloadNode root, string table) => root.Required("nba").Required(table).Required("rows").Items();
}
