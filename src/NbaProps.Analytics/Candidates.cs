using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Manifest.Analytics;

namespace NbaProps.Analytics;

/// <summary>One who may play in a game of the date.</summary>
/// <param name="PlayerId">The league's person id.</param>
/// <param name="PlayerName">His name as the league last wrote it.</param>
/// <param name="Team">His team's context in the game.</param>
/// <param name="Because">Why he is one: <see cref="Candidates.Appearance"/> or <see cref="Candidates.Line"/>.</param>
internal sealed record Candidate(PlayerKey PlayerId, string PlayerName, UpcomingTeamGameContextRow Team, string Because);

/// <summary>
/// Who may play, known before the game: whoever's latest appearance for anyone lies at most 45 days back and was for a team that plays, and
/// whoever has a line in a game of the team that he last appeared for. A line in a game of other teams takes a player off his old team's list.
/// </summary>
internal static class Candidates
{
    /// <summary>He appeared for the team recently.</summary>
    public const string Appearance = "appearance";

    /// <summary>Only a book's line says so: back after a long absence.</summary>
    public const string Line = "line";

    private const int RecentDays = 45;

    public static IReadOnlyList<Candidate> Of(
        GameDate date,
        IReadOnlyList<UpcomingTeamGameContextRow> teams,
        History<PlayerKey, PlayerGameSummaryRow> appearances,
        PropBoard board)
    {
        var byTeam = teams.ToDictionary(team => team.Team);
        var elsewhere = board.Teamless.Select(line => line.Player.PlayerId).ToHashSet();
        var found = new SortedDictionary<PlayerKey, Candidate>();
        foreach (var player in appearances.Keys.Where(player => !elsewhere.Contains(player)))
        {
            var latest = appearances.Of(player)[0];
            if (date.DaysSince(latest.GameDate) <= RecentDays && byTeam.TryGetValue(latest.Team, out var team))
                found.Add(player, new Candidate(player, latest.PlayerName, team, Appearance));
        }

        foreach (var (game, player) in board.Players)
        {
            if (!found.TryGetValue(player.PlayerId, out var known) || known.Team.GameId != game)
                found[player.PlayerId] = new Candidate(player.PlayerId, player.PlayerName, byTeam[player.Team], Line);
        }

        return [.. found.Values.OrderBy(candidate => candidate.Team.GameId).ThenBy(candidate => candidate.PlayerId)];
    }
}
