using System.Globalization;

namespace NbaProps.Operations.PlayByPlay;

/// <summary>How many games had their plays by noon of the next day.</summary>
/// <param name="Games">Games of which that is decided.</param>
/// <param name="OnTime">Those that had.</param>
public sealed record PlayByPlayGoal(int Games, int OnTime)
{
    /// <summary>The share of games that is wanted.</summary>
    public const double Wanted = 0.98;

    /// <summary>The share, 0 to 1; null when it is decided of no game.</summary>
    public double? Share => Games == 0 ? null : (double)OnTime / Games;

    /// <summary>Whether fewer than wanted had them.</summary>
    public bool IsMissed => Share < Wanted;

    /// <summary>Counts.</summary>
    /// <param name="arrivals">The games.</param>
    /// <param name="now">The game clock.</param>
    public static PlayByPlayGoal Of(IEnumerable<PlayByPlayArrival> arrivals, DateTimeOffset now)
    {
        var decided = arrivals.Select(arrival => arrival.IsOnTime(now)).OfType<bool>().ToArray();
        return new PlayByPlayGoal(decided.Length, decided.Count(onTime => onTime));
    }

    /// <summary>In words, the share rounded down: what misses the goal must not look as if it met it.</summary>
    public override string ToString() => Share is { } share
        ? string.Create(CultureInfo.InvariantCulture, $"{OnTime} of {Games} games had play-by-play by 12:00 ET of the next day: {Math.Floor(share * 1000) / 10:0.0} %, wanted are {Wanted * 100:0} %")
        : "no game's play-by-play is due yet";
}
