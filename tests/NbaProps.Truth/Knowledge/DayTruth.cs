using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline;
using NbaProps.Simulator.Running;

namespace NbaProps.Truth.Knowledge;

/// <summary>A date: what happened on it, and what was known of it at each of its moments.</summary>
internal sealed class DayTruth
{
    private readonly Lazy<IReadOnlyDictionary<PlayerKey, PlayerGame>> _seen;
    private readonly Dictionary<Moment, Slate> _slates = [];

    public DayTruth(SeasonTruth season, GameDate date)
    {
        (Season, Date, Games) = (season, date, season.Season.ByDate.GetValueOrDefault(date, []));
        _seen = new(() => season.Players.Select(player => season.Before(date, player).FirstOrDefault()).OfType<PlayerGame>().ToDictionary(game => game.Player.Id));
    }

    public SeasonTruth Season { get; }

    public GameDate Date { get; }

    public IReadOnlyList<SimulatedGame> Games { get; }

    /// <summary>Everyone who appeared before the date, with his latest appearance.</summary>
    public IReadOnlyDictionary<PlayerKey, PlayerGame> Seen => _seen.Value;

    /// <summary>When a moment is: ten in the morning, half an hour before the first start (noon where there is none), six in the morning after.</summary>
    public DateTimeOffset At(Moment moment) => moment switch
    {
        Moment.Context => Date.At(10),
        Moment.CutOff => Later(Date.At(10, 1), (Games.Count == 0 ? Date.At(12) : Games.Min(game => game.Scheduled.TipOff)).AddMinutes(-30)),
        _ => Date.AddDays(1).At(6),
    };

    /// <summary>Who may play, and the lines on them, as known at a moment before the games.</summary>
    public Slate SlateAt(Moment moment) => _slates.TryGetValue(moment, out var slate) ? slate : _slates[moment] = new Slate(this, moment);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
