using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.EndToEnd.Support;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Simulator.Books;
using NbaProps.Simulator.Faults;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Running;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd.SimulatedFaults;

/// <summary>A pocket season in which everything happens that may happen in a league, walked once from its first date to its last.</summary>
public sealed class UpheavedWeek : IAsyncLifetime, IDisposable
{
    private const int LateBook = 1;

    private readonly TemporaryFolder _temporary = new();
    private readonly GameDate[] _dates;

    public UpheavedWeek()
    {
        var calm = SimulatedSeason.Play(SimulatedLeague.Create(1, new Season(2025), LeagueSize.Pocket));
        _dates = [.. calm.ByDate.Keys.Order()];
        var (off, other) = (calm.ByDate[_dates[5]][0], calm.ByDate[_dates[5]][1]);
        var firstTip = new[] { off.Scheduled.TipOff, other.Scheduled.TipOff }.Min();
        (PutOff, Scratched, Quoted) = (off.Scheduled.Id, calm.ByDate[_dates[6]][0].Scheduled.Id, calm.ByDate[_dates[7]][0].Scheduled.Id);
        (Empty, Corrected) = (calm.ByDate[_dates[8]][0].Scheduled.Id, calm.ByDate[_dates[8]][1].Scheduled.Id);
        (AnotherHour, Forward) = (calm.ByDate[_dates[9]][0].Scheduled.Id, calm.ByDate[_dates[10]][0].Scheduled.Id);
        Fault[] faults =
        [
            Of(FaultKind.Postponed, off, firstTip.AddMinutes(-20), 1),
            Of(FaultKind.Moved, calm.ById[AnotherHour], _dates[5].At(12), 0),
            Of(FaultKind.Moved, calm.ById[Forward], _dates[10].At(10, 30), 0),
            Of(FaultKind.PlaceholderRows, calm.ById[Empty], calm.ById[Empty].Scheduled.TipOff, 0, Feeds.PlayerGameLog) with { Until = _dates[9].At(13) },
            Of(FaultKind.StatCorrection, calm.ById[Corrected], calm.ById[Corrected].Ended, 8) with { Until = _dates[9].At(14) },
            Of(FaultKind.LateQuote, calm.ById[Quoted], _dates[7].At(9), LateBook, Feeds.PlayerPoints) with { Until = calm.ById[Quoted].Ended },
        ];

        // Whom books quote follows from the games before.
        var before = SimulatedSeason.Play(calm.League, new FaultScript(faults));
        Player = Quotes(before, Scratched)[0].Player.Id;
        Misspelt = Quotes(before, Quoted)[0].Player.Id;
        Season = SimulatedSeason.Play(calm.League, new FaultScript(
        [
            .. faults,
            Of(FaultKind.LateScratch, before.ById[Scratched], before.ById[Scratched].Scheduled.TipOff.AddMinutes(-10), 0) with { Player = Player },
            Of(FaultKind.MisspeltName, before.ById[Quoted], DateTimeOffset.MinValue, 0, Feeds.PlayerPoints) with { Player = Misspelt },
        ]));
    }

    /// <summary>The truth.</summary>
    public SimulatedSeason Season { get; }

    /// <summary>The game that was put off when everything had been predicted, and its date then.</summary>
    public GameId PutOff { get; }

    public GameDate PutOffFrom => _dates[5];

    /// <summary>The game from which a player was missing, and he.</summary>
    public GameId Scratched { get; }

    public PlayerKey Player { get; }

    /// <summary>The game of which one book quoted with times after its start, and another spelled a name wrong.</summary>
    public GameId Quoted { get; }

    public PlayerKey Misspelt { get; }

    /// <summary>The book whose times were after the start.</summary>
    public static string Late => Bookmaker.All[LateBook].Key;

    /// <summary>The game whose lines in the log had no minutes on the morning after.</summary>
    public GameId Empty { get; }

    /// <summary>The game of which two points were another player's until the afternoon after.</summary>
    public GameId Corrected { get; }

    /// <summary>The game that was given another hour days before, and the one that was brought forward on its day.</summary>
    public GameId AnotherHour { get; }

    public GameId Forward { get; }

    internal Folder Folder => new(_temporary.Of("data"));

    /// <summary>Outputs of the date of the game that was put off: on the morning after, and at the end.</summary>
    public IReadOnlyList<ExpectedOutput> PutOffMorning { get; private set; } = [];

    public IReadOnlyList<ExpectedOutput> PutOffLater { get; private set; } = [];

    /// <summary>Points in the summaries of the corrected game before the correction came; and what was served and predicted of its date then and at the end.</summary>
    public IReadOnlyList<string> FirstPoints { get; private set; } = [];

    public IReadOnlyList<string> FirstServed { get; private set; } = [];

    /// <summary>Where the lines of the empty game came from on the morning after.</summary>
    public IReadOnlyList<string> EmptySources { get; private set; } = [];

    /// <summary>Its grades then.</summary>
    public IReadOnlyList<string> EmptyGrades { get; private set; } = [];

    public async Task InitializeAsync()
    {
        await using var league = await FaultedLeague.StartAsync(Season, Season.Script, Folder);
        for (var date = _dates[0]; date <= Season.Games[^1].Scheduled.Date; date = date.AddDays(1))
        {
            await league.WalkAsync(new GameDateRange(date, date));
            if (date == PutOffFrom)
            {
                PutOffMorning = await league.OutputsAsync(date);
            }

            if (date == _dates[8])
            {
                (FirstPoints, FirstServed) = (Points(Corrected), Served(date));
                EmptySources = Texts($"SELECT DISTINCT source FROM nba_raw.nbac_player_boxscores WHERE game_id = '{Empty}'");
                EmptyGrades = Texts($"SELECT player_id, system_id, grade FROM nba_predictions.prediction_accuracy WHERE game_id = '{Empty}'");
            }
        }

        PutOffLater = await league.OutputsAsync(PutOffFrom);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _temporary.Dispose();

    internal IReadOnlyList<string> Texts(string statement) =>
        [.. Folder.Sql(statement).Select(row => string.Join(' ', row.Select(value => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)))).Order(StringComparer.Ordinal)];

    internal IReadOnlyList<string> Points(GameId game) => Texts($"SELECT game_date, player_id, points FROM nba_analytics.player_game_summary WHERE game_id = '{game}' AND minutes_played > 0");

    internal IReadOnlyList<string> Served(GameDate date) => [.. Folder.Content($"DATE = '{date}'")
        .Where(table => table.Key is "nba_predictions.ml_feature_store_v2" or "nba_predictions.player_prop_predictions")
        .SelectMany(table => table.Value)
        .Where(row => row.Contains("| served |", StringComparison.Ordinal))];

    private static Quote[] Quotes(SimulatedSeason season, GameId game) =>
        [.. new PropBoard(season).Of(season.ById[game], season.ById[game].Scheduled.TipOff.AddMinutes(-1)).Where(quote => quote.IsMain && quote.Book == Bookmaker.All[0])];

    private static Fault Of(FaultKind kind, SimulatedGame game, DateTimeOffset from, int number, Feed? feed = null) =>
        new(kind, feed?.Name ?? Feeds.League) { Date = game.Scheduled.Date, Game = game.Scheduled.Id, From = from, Number = number };
}
