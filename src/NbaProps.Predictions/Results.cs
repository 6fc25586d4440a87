using NbaProps.Domain;
using NbaProps.Domain.BoxScores;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Predictions;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Predictions;

/// <summary>What a game brought a player.</summary>
/// <param name="Outcome">Not final, did not play, or points.</param>
/// <param name="Minutes">His minutes; null without a row in the box score.</param>
/// <param name="WhyNotPlayed"><c>no_box_score_row</c> or <c>zero_minutes</c> of a final game, <c>game_not_played</c> of one that was not played on the date; else null.</param>
internal sealed record PlayerResult(GameOutcome Outcome, int? Minutes, string? WhyNotPlayed);

/// <summary>The results of a date. A final game without any summary is not known yet: its players have not failed to play.</summary>
internal sealed class Results
{
    private readonly HashSet<GameId> _final;
    private readonly HashSet<GameId> _on;
    private readonly bool _listsAny;
    private readonly HashSet<GameId> _summarised;
    private readonly Dictionary<(GameId Game, PlayerKey Player), PlayerGameSummaryRow> _rows;

    public Results(IInputs inputs, GameDate date)
    {
        var games = inputs.Rows<NbacScheduleRow>().Where(game => game.GameDate == date).ToArray();
        _final = [.. games.Where(game => game.IsFinal()).Select(game => game.GameId)];
        _listsAny = games.Length > 0;
        _on = [.. games.Where(game => !game.Postponed).Select(game => game.GameId)];
        _rows = inputs.Rows<PlayerGameSummaryRow>().Where(row => row.GameDate == date).ToDictionary(row => (row.GameId, row.PlayerId));
        _summarised = [.. _rows.Keys.Select(key => key.Game)];
    }

    public PlayerResult Of(GameId game, PlayerKey player)
    {
        // Put off, or given another date after it was predicted: nobody played on this one, and whatever comes of it later is another date's.
        if (WasNotPlayed(game))
            return new(GameOutcome.DidNotPlay, null, "game_not_played");
        if (!_final.Contains(game) || !_summarised.Contains(game))
            return new(GameOutcome.NotFinal, null, null);
        if (!_rows.TryGetValue((game, player), out var row))
            return new(GameOutcome.DidNotPlay, null, "no_box_score_row");

        // The league rounds: three rows of a season show points in zero minutes. Played is minutes above zero, so they are void like the others.
        return row.Played
            ? new(GameOutcome.Final(Minutes.FromMinutes(row.MinutesPlayed), row.Points), row.MinutesPlayed, null)
            : new(GameOutcome.DidNotPlay, row.MinutesPlayed, "zero_minutes");
    }

    // A schedule that lists nothing at all says nothing about a game either.
    private bool WasNotPlayed(GameId game) => _listsAny && !_on.Contains(game) && !_summarised.Contains(game);

    /// <summary>Those of the games that are over and have no summary, in order.</summary>
    public IReadOnlyList<GameId> FinalWithoutSummary(IEnumerable<GameId> games) =>
        [.. games.Distinct().Where(game => _final.Contains(game) && !_summarised.Contains(game)).Order()];
}
