using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.Chains;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.Gamebook;

/// <summary>A gamebook with the game that it was captured for.</summary>
internal sealed record GamebookOfGame(NbacScheduleRow Game, GamebookReading Reading, DateTimeOffset AsOf);

/// <summary>The date's gamebooks: of each game the newest that can be read and is of the game.</summary>
internal static class GamebookShelf
{
    /// <summary>The gamebooks, by game.</summary>
    /// <param name="captures">What was captured, newest first.</param>
    /// <param name="schedule">The date's games.</param>
    /// <param name="reader">Takes what is wrong.</param>
    public static IReadOnlyList<GamebookOfGame> Of(IReadOnlyList<ChainCapture> captures, IReadOnlyList<NbacScheduleRow> schedule, PayloadReader reader)
    {
        var games = schedule.ToDictionary(game => game.GameId);
        var books = new SortedDictionary<GameId, GamebookOfGame>();
        foreach (var payload in captures.Select(capture => capture.Payload))
        {
            if (!GameId.TryParse(payload.Item, out var id) || !games.TryGetValue(id, out var game))
            {
                reader.Note($"{payload.Path}: was captured for '{payload.Item}', no game of the date's schedule");
                continue;
            }

            if (!books.ContainsKey(id) && reader.Read(payload, raw => Require(GamebookText.Open(raw), game, payload.Path)) is { } reading)
            {
                books[id] = new(game, reading, payload.AsOf);
                if (reading is { Lines.Count: 0, Errors.Errors.Count: 0 })
                {
                    reader.Note($"{payload.Path}: nobody is in it");
                }
            }
        }

        return [.. books.Values];
    }

    private static GamebookReading Require(GamebookReading reading, NbacScheduleRow game, string path)
    {
        var facts = reading.Facts;
        return facts.HomeTeam == game.HomeTeam && facts.AwayTeam == game.AwayTeam && (facts.GameDate ?? game.GameDate) == game.GameDate
            ? reading
            : throw new PermanentException($"{path}: is the gamebook of {facts.AwayTeam}@{facts.HomeTeam} on {DateOf(facts.GameDate)}; accepted is that of game {game.GameId}, {game.AwayTeam}@{game.HomeTeam} on {game.GameDate}");
    }

    private static string DateOf(GameDate? date) => date?.ToString() ?? "an unknown date";
}
