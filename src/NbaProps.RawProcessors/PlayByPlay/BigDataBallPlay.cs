using System.Globalization;

using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.PlayByPlay;

/// <summary>A row of BigDataBall as an event.</summary>
internal static class BigDataBallPlay
{
    private const string Three = "3pt";

    private static readonly IReadOnlyList<(string Column, string Role)> Others =
    [
        ("assist", PlayRoles.Assist), ("block", PlayRoles.Block), ("steal", PlayRoles.Steal), ("opponent", PlayRoles.Fouled), ("entered", PlayRoles.Entered),
        ("away", PlayRoles.Jumper), ("home", PlayRoles.Jumper), ("possession", PlayRoles.Possession),
    ];

    /// <summary>Columns of the visitors' five.</summary>
    public static IReadOnlyList<string> AwayFive { get; } = ["a1", "a2", "a3", "a4", "a5"];

    /// <summary>Columns of the home team's five.</summary>
    public static IReadOnlyList<string> HomeFive { get; } = ["h1", "h2", "h3", "h4", "h5"];

    /// <summary>The event.</summary>
    /// <param name="row">The row.</param>
    /// <param name="type">Its type of event.</param>
    /// <exception cref="PermanentException">The row is not as it must be.</exception>
    public static PlayLine Line(BigDataBallRow row, string type)
    {
        var subtype = row.Text("type");
        var shotType = type is PlayEvents.Shot ? (subtype?.StartsWith(Three, StringComparison.Ordinal) == true ? Three : "2pt") : null;
        bool? made = type is PlayEvents.Shot or PlayEvents.FreeThrow ? Made(row) : null;
        var player = row.Player("player");
        var others = OthersOf(row, player);
        var (away, home) = OnCourt(row);
        return new PlayLine
        {
            GameId = row.Game("game_id"),
            GameDate = row.Date("date"),
            Sequence = row.Whole("play_id", 1, int.MaxValue),
            EventId = row.Text("play_id")!,
            Period = row.Whole("period", 1, PlayLimits.Period),
            ClockSeconds = row.Seconds("remaining_time"),
            ElapsedSeconds = row.Seconds("elapsed"),
            PlaySeconds = row.Seconds("play_length"),
            EventType = type,
            EventSubtype = subtype,
            Description = row.Text("description"),
            Team = row.Team("team"),
            HomeScore = row.Whole("home_score", 0, PlayLimits.Score),
            AwayScore = row.Whole("away_score", 0, PlayLimits.Score),
            Player1 = player,
            Player2 = others.ElementAtOrDefault(0),
            Player3 = others.ElementAtOrDefault(1),
            ShotMade = made,
            ShotType = shotType,
            ShotDistance = row.Number("shot_distance") is not { } feet || feet is >= 0 and <= PlayLimits.Feet
                ? row.Number("shot_distance")
                : throw row.Refused("shot_distance", string.Create(CultureInfo.InvariantCulture, $"feet from 0 to {PlayLimits.Feet}, or nothing")),
            Points = made is { } wentIn ? PointsOf(row, wentIn, shotType) : null,
            OriginalX = row.Number("original_x"),
            OriginalY = row.Number("original_y"),
            ConvertedX = row.Number("converted_x"),
            ConvertedY = row.Number("converted_y"),
            AwayOnCourt = away,
            HomeOnCourt = home,
        };
    }

    private static bool Made(BigDataBallRow row) => row.Text("result") switch
    {
        "made" => true,
        "missed" => false,
        _ => throw row.Refused("result", "made or missed"),
    };

    private static int PointsOf(BigDataBallRow row, bool made, string? shotType)
    {
        var value = shotType switch
        {
            null => 1,
            Three => 3,
            _ => 2,
        };
        var points = made ? value : 0;
        return row.Whole("points", 0, 3) == points
            ? points
            : throw row.Refused("points", string.Create(CultureInfo.InvariantCulture, $"{points}, as the type '{row.Text("type")}' and the result '{row.Text("result")}' give"));
    }

    // Who jumps stands both as the player and in the column of his side.
    private static List<PlayPlayer> OthersOf(BigDataBallRow row, PlayPlayer? player)
    {
        var others = Others.Select(other => row.Player(other.Column, other.Role)).OfType<PlayPlayer>()
            .Where(other => other.Role is not PlayRoles.Jumper || !string.Equals(other.Name, player?.Name, StringComparison.Ordinal))
            .ToList();
        return others.Count <= 2 ? others : throw row.Refused("player", $"an event of up to three persons; besides him are {string.Join(", ", others)}");
    }

    private static (PlayPlayer[] Away, PlayPlayer[] Home) OnCourt(BigDataBallRow row)
    {
        var away = AwayFive.Select(column => row.Player(column)).OfType<PlayPlayer>().ToArray();
        var home = HomeFive.Select(column => row.Player(column)).OfType<PlayPlayer>().ToArray();
        var different = away.Concat(home).Select(player => player.Name).Distinct(StringComparer.Ordinal).Count();
        return (away.Length, home.Length, different) is (0, 0, 0) or (5, 5, 10)
            ? (away, home)
            : throw row.Refused("a1", "five visitors in a1 to a5 and five others in h1 to h5, or nobody in any of them");
    }
}
