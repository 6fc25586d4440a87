using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.Espn;
using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline.Captures;

namespace NbaProps.RawProcessors.Schedule;

/// <summary>A date's games as its schedules, taken in one after the other, state them.</summary>
/// <param name="date">The date.</param>
internal sealed class ScheduleBoard(GameDate date)
{
    private readonly Dictionary<GameId, TipOff> _starts = [];
    private IReadOnlyList<NbacScheduleRow> _rows = [];

    /// <summary>What the newest schedule lists and is no game of the thirty teams.</summary>
    public IReadOnlyList<string> LeftOut { get; private set; } = [];

    /// <summary>What the newest schedule lists and could not be used.</summary>
    public IReadOnlyList<string> Unknown { get; private set; } = [];

    /// <summary>The games.</summary>
    public IReadOnlyList<NbacScheduleRow> Rows => [.. _rows.Select(game => game with { TipOff = _starts[game.GameId].Instant, TipOffAssumed = _starts[game.GameId].IsAssumed })];

    /// <summary>Takes in a schedule of the league's: it decides which games there are.</summary>
    public void Replace(Reading<NbacScheduleRow> reading, CapturedPayload capture)
    {
        (_rows, LeftOut, Unknown) = (reading.Rows, reading.LeftOut, []);
        foreach (var game in _rows)
        {
            Start(game.GameId, new TipOff(game.TipOff, game.TipOffAssumed), capture);
        }
    }

    /// <summary>Takes in ESPN's scoreboard: it says how the games stand that the league has listed; which games there are it cannot say, having no ids.</summary>
    public void Update(Reading<EspnScoreboardLine> reading, CapturedPayload capture)
    {
        var games = EspnGames.Of(reading, date);
        var teams = _rows.Select(row => (row.HomeTeam, row.AwayTeam)).ToHashSet();
        LeftOut = reading.LeftOut;
        Unknown = [.. games.Unclear, .. games.ByTeams.Where(game => !teams.Contains(game.Key)).Select(game => $"ESPN's {EspnGames.Name(game.Value.Game)} has no id in any schedule of the league's")];
        _rows = [.. _rows.Select(row => games.ByTeams.TryGetValue((row.HomeTeam, row.AwayTeam), out var game) ? Updated(row, game.Game, game.Status, capture) : row)];
    }

    private NbacScheduleRow Updated(NbacScheduleRow row, EspnScoreboardLine game, EspnStatus status, CapturedPayload capture)
    {
        if (!game.TipOffAssumed)
        {
            Start(row.GameId, TipOff.Known(game.TipOff), capture);
        }

        var final = status.GameStatus == 3;
        return row with
        {
            GameStatus = status.GameStatus,
            GameStatusText = status.Text,
            Postponed = status.Postponed,
            HomeScore = final ? game.HomeScore : null,
            AwayScore = final ? game.AwayScore : null,
            Source = EspnStatus.Source,
            AsOf = capture.AsOf,
        };
    }

    // What is stated after a start would let quotes from during the game pass for earlier ones.
    private void Start(GameId game, TipOff stated, CapturedPayload capture)
    {
        if (!_starts.TryGetValue(game, out var start) || capture.CapturedAt < start.Instant)
        {
            _starts[game] = stated;
        }
    }
}
