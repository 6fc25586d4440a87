using System.Globalization;

using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.League;

namespace NbaProps.Simulator.Serving.Nba;

/// <summary>The list of players (playerindex) by family name, with the teams that they are known to be with at a moment.</summary>
internal static class PlayerIndexWriter
{
    private static readonly string[] Headers =
    [
        "PERSON_ID", "PLAYER_LAST_NAME", "PLAYER_FIRST_NAME", "PLAYER_SLUG", "TEAM_ID", "TEAM_SLUG", "IS_DEFUNCT", "TEAM_CITY", "TEAM_NAME", "TEAM_ABBREVIATION", "JERSEY_NUMBER", "POSITION",
        "HEIGHT", "WEIGHT", "COLLEGE", "COUNTRY", "DRAFT_YEAR", "DRAFT_ROUND", "DRAFT_NUMBER", "ROSTER_STATUS", "FROM_YEAR", "TO_YEAR", "PTS", "REB", "AST", "STATS_TIMEFRAME",
    ];

    /// <summary>The list of a season; empty of one that the league did not play.</summary>
    public static StatsDocument Of(Season season, LeagueMoment moment)
    {
        var players = moment.Season.League.Size.Teams
            .Where(_ => season == moment.Season.League.Season)
            .SelectMany(team => moment.RosterOf(team).Select(player => (Player: player, Team: team)))
            .OrderBy(each => each.Player.LastName, StringComparer.Ordinal)
            .ThenBy(each => each.Player.Id);
        return new(
            "playerindex",
            [
                ("LeagueID", "00"), ("Season", season.Label), ("Historical", 0), ("TeamID", 0), ("Country", null), ("College", null), ("DraftYear", null), ("DraftPick", null),
                ("PlayerPosition", null), ("Height", null), ("Weight", null), ("Active", null), ("AllStar", null),
            ],
            new StatsTable("PlayerIndex", Headers, players.Select(each => Row(each.Player, each.Team, season))));
    }

    private static object?[] Row(SimulatedPlayer player, TeamTricode team, Season season) =>
    [
        player.Id.Id, player.LastName, player.GivenName, PlayerFields.Slug(player), TeamSpellings.NbaId(team), NbaJson.Slug(team), 0, TeamSpellings.City(team),
        TeamSpellings.SimulatedNickname(team), team.Value, PlayerFields.Jersey(player), PlayerFields.Letter(player.Position),
        string.Create(CultureInfo.InvariantCulture, $"{player.HeightInches / 12}-{player.HeightInches % 12}"), player.WeightPounds.ToString(CultureInfo.InvariantCulture), player.College,
        player.Country, player.Draft is null ? null : player.FromYear, player.Draft?.Round, player.Draft?.Number, 1.0, player.FromYear.ToString(CultureInfo.InvariantCulture),
        season.StartYear.ToString(CultureInfo.InvariantCulture), null, null, null, "Season",
    ];
}
