using System.Globalization;

using NbaProps.Domain.Injuries;
using NbaProps.RawProcessors.Chains;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Manifest.Reference;
using NbaProps.Shared.Pipeline;

namespace NbaProps.RawProcessors.Gamebook;

/// <summary>The players of the date's gamebooks; of games whose gamebook is missing, those of the box score.</summary>
public sealed class GamebookProcessor : IProcessor<GamebookPlayerStatsRow>
{
    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => RawProcessorsPhase.Gamebook;

    /// <inheritdoc/>
    public Computation<GamebookPlayerStatsRow> Compute(IInputs inputs, RunContext context)
    {
        var (captures, unread) = ChainCaptures.WithoutPdfs(ChainCaptures.NewestFirst(inputs, Declaration));
        var (schedule, boxes) = (inputs.Rows<NbacScheduleRow>(), inputs.Rows<NbacPlayerBoxscoreRow>());
        var captured = captures.Count + unread.Count > 0;
        if (!captured && boxes.Count == 0)
        {
            return Computation<GamebookPlayerStatsRow>.NoData("no gamebook was captured, and there is no box score to stand in");
        }

        var reader = new PayloadReader();
        var books = GamebookShelf.Of(captures, schedule, reader);
        var have = books.Select(book => book.Game.GameId).ToHashSet();
        var silver = boxes.Where(line => !have.Contains(line.GameId)).OrderBy(line => line.GameId).ThenBy(line => line.Team).ThenBy(line => line.NameKey).ToArray();
        if (silver.Length == 0)
        {
            reader.ThrowIfAllWereRefused();
        }

        var players = new GamebookPlayersOfDate();
        var names = new GamebookNames(inputs.Rows<PlayersRegistryRow>(), boxes, inputs.Rows<InjuryReportRow>(), inputs.Aliases);
        foreach (var book in books)
        {
            foreach (var (line, name) in names.Of(book.Game.GameId, book.Reading.Lines))
            {
                players.Take(GamebookRows.Gold(line, name, book.Game, book.AsOf));
            }
        }

        foreach (var line in silver)
        {
            players.Take(GamebookRows.Silver(line));
        }

        var gamesOfBoxes = silver.Select(line => line.GameId).ToHashSet();
        var missing = schedule
            .Where(game => !have.Contains(game.GameId) && (gamesOfBoxes.Contains(game.GameId) || game is { GameStatus: 3, Postponed: false }))
            .Select(game => $"no gamebook of {game.GameId}, {game.AwayTeam}@{game.HomeTeam}: {(gamesOfBoxes.Contains(game.GameId) ? "its box score stands in" : "it has no rows")}");
        var errors = new GamebookErrors([.. books.Select(book => (book.Game.GameId, book.Reading.Errors))]);
        var counted = Counted(players.Rows, books.Count, gamesOfBoxes.Count);

        // Where no game has a gamebook, the scraper's own outcome says why: that source is down, late, or switched off.
        return Outcome.Of(players.Rows, captured ? counted : $"{counted}; no gamebook was captured", [.. captured ? missing : [], .. unread, .. reader.Findings, .. players.LeftOut, .. errors.Missing]) with
        {
            Counts = [new("gamebooks", books.Count), new("games_by_box_score", gamesOfBoxes.Count), .. errors.Counts],
        };
    }

    private static string Counted(IReadOnlyList<GamebookPlayerStatsRow> rows, int books, int boxes)
    {
        var inactive = rows.Where(row => string.Equals(row.PlayerStatus, GamebookStatus.Inactive.ToStorageName(), StringComparison.Ordinal)).ToArray();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{rows.Count} players of {books} gamebooks and {boxes} box scores; {inactive.Count(row => row.PlayerId is not null)} of {inactive.Length} inactive players are known by last name");
    }
}
