using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Chains;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Manifest.Reference;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Quality;

namespace NbaProps.RawProcessors.BoxScores;

/// <summary>A line of a source that knows players by name only.</summary>
/// <param name="PlayerName">His name as the source writes it.</param>
/// <param name="NameKey">The name as a key.</param>
/// <param name="Team">Team he played for.</param>
/// <param name="Opponent">The other team.</param>
/// <param name="Minutes">Playing time in whole minutes.</param>
/// <param name="Counts">His counts.</param>
internal sealed record NamedLine(string PlayerName, NameKey NameKey, TeamTricode Team, TeamTricode Opponent, int Minutes, BoxCounts Counts);

/// <summary>
/// Finds the league's players behind names, among those who appeared before the date. Who is not found, or is found twice in a game, is left out by
/// name; a row has the league's name, so that a source's spelling does not become one of the registry's.
/// </summary>
internal sealed class NamedPlayers(IInputs inputs)
{
    private readonly Lazy<PlayerNameResolver> _resolver = new(() => PlayerNameResolver.From(inputs.Rows<PlayersRegistryRow>(), inputs.Aliases));

    /// <summary>The rows of a game.</summary>
    /// <param name="lines">Its lines.</param>
    /// <param name="game">The game as scheduled.</param>
    /// <param name="source">Name of the upstream.</param>
    /// <param name="asOf">The moment that the rows speak for, UTC.</param>
    /// <exception cref="Shared.Resilience.PermanentException">A line is of other teams.</exception>
    public GameRows<NbacPlayerBoxscoreRow> Rows(IEnumerable<NamedLine> lines, NbacScheduleRow game, string source, DateTimeOffset asOf)
    {
        var rows = new List<NbacPlayerBoxscoreRow>();
        var notes = new List<string>();
        var resolved = lines.Select(line => (Line: line, Answer: _resolver.Value.Resolve(source, line.NameKey, game.HomeTeam, game.AwayTeam))).ToArray();
        foreach (var (line, answer) in resolved.Where(one => one.Answer.Player is null))
        {
            notes.Add($"{line.PlayerName} ({line.Team}) of {source} in game {game.GameId} is {(answer.Method == NameResolutionMethod.Ambiguous ? "several players" : "nobody known")}");
        }

        foreach (var same in resolved.Where(one => one.Answer.Player is not null).GroupBy(one => one.Answer.Player!.PlayerId))
        {
            if (same.Skip(1).Any())
            {
                notes.Add($"{string.Join(" and ", same.Select(one => one.Line.PlayerName))} of {source} in game {game.GameId} are one player, {same.First().Answer.Player!.PlayerName}");
                continue;
            }

            rows.Add(Row(same.First().Line, same.First().Answer.Player!, game, source, asOf));
        }

        return rows.Count > 0 ? new(rows) { Notes = notes } : GameRows<NbacPlayerBoxscoreRow>.None(string.Join("; ", notes));
    }

    private static NbacPlayerBoxscoreRow Row(NamedLine line, SeenPlayer player, NbacScheduleRow game, string source, DateTimeOffset asOf) => BoxScoreRows.Row(
        new PlayerBoxScoreLine(line.Counts)
        {
            GameId = game.GameId,
            GameDate = null,
            PlayerId = player.PlayerId,
            PlayerName = player.PlayerName,
            NameKey = NameKey.From(player.PlayerName),
            Team = line.Team,
            Opponent = line.Opponent,
            IsHome = null,
            Won = null,
            Starter = false, // No column of the row.
            SecondsPlayed = line.Minutes * 60,
        },
        game,
        source,
        asOf);
}
