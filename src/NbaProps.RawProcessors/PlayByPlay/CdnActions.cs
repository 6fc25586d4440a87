using System.Globalization;
using System.Text.Json;

using NbaProps.Domain;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.BoxScores;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.PlayByPlay;

/// <summary>An action of the CDN's play-by-play as an event.</summary>
internal static class CdnActions
{
    /// <summary>Why actions of a type are no events; null when they are.</summary>
    public static string? WhyNot(string type) => type switch
    {
        "block" or "steal" => $"{type} is told by the action beside it",
        "game" => "the game has no event of its own",
        "stoppage" or "instantreplay" or "memo" => $"{type} is no event of the game",
        "period" or "jumpball" or "2pt" or "3pt" or "freethrow" or "rebound" or "turnover" or "foul" or "timeout" or "substitution" or "violation" or "ejection" or "heave" => null,
        _ => $"actions of type '{type}' are not known",
    };

    /// <summary>The event.</summary>
    /// <param name="action">The action, of a type that is one.</param>
    /// <param name="game">Its game.</param>
    /// <param name="sequence">Its order number.</param>
    /// <exception cref="PermanentException">The action is not as it must be.</exception>
    public static PlayLine Line(PayloadNode action, GameId game, int sequence)
    {
        var type = action.Required("actionType").Text();
        var clock = CdnClock.Of(action);
        var shotValue = type switch
        {
            "2pt" => 2,
            "3pt" => 3,
            "freethrow" => 1,
            _ => (int?)null,
        };
        bool? made = shotValue is null ? null : Made(action.Required("shotResult"));
        var players = CdnPlayers.Of(action);
        return new PlayLine
        {
            GameId = game,
            GameDate = null,
            Sequence = sequence,
            EventId = action.Required("actionNumber").Whole().ToString(CultureInfo.InvariantCulture),
            Period = clock.Period,
            ClockSeconds = clock.Remaining,
            ElapsedSeconds = clock.Elapsed,
            PlaySeconds = null,
            EventType = EventType(action, type),
            EventSubtype = Subtype(action, type),
            Description = action.Optional("description")?.Text() is { Length: > 0 } words ? words : null,
            Team = TeamOf(action),
            HomeScore = Score(action.Required("scoreHome")),
            AwayScore = Score(action.Required("scoreAway")),
            Player1 = players.First,
            Player2 = players.Second,
            Player3 = players.Third,
            ShotMade = made,
            ShotType = type is "2pt" or "3pt" ? type : null,
            ShotDistance = type is "2pt" or "3pt" or "heave" ? Distance(action.Optional("shotDistance")) : null,
            Points = made switch
            {
                null => null,
                true => shotValue,
                false => 0,
            },
            OriginalX = (double?)action.Optional("xLegacy")?.Number(),
            OriginalY = (double?)action.Optional("yLegacy")?.Number(),
            ConvertedX = null,
            ConvertedY = null,
            AwayOnCourt = [],
            HomeOnCourt = [],
        };
    }

    private static string EventType(PayloadNode action, string type) => type switch
    {
        "2pt" or "3pt" => PlayEvents.Shot,
        "freethrow" => PlayEvents.FreeThrow,
        "jumpball" => PlayEvents.JumpBall,
        "period" => action.Required("subType") is var side && side.Text() is "start"
            ? PlayEvents.StartOfPeriod
            : side.Text() is "end" ? PlayEvents.EndOfPeriod : throw side.Refused("start or end"),
        _ => type,
    };

    private static string? Subtype(PayloadNode action, string type)
    {
        var kind = action.Optional("subType")?.Text() ?? string.Empty;
        var words = string.Join(' ', new[] { action.Optional("descriptor")?.Text(), kind }.Where(word => !string.IsNullOrEmpty(word))).ToLowerInvariant();
        return type switch
        {
            "period" => EventType(action, type),
            "3pt" => $"3pt {words}".TrimEnd(),
            "freethrow" => $"free throw {words.Replace(" of ", "/", StringComparison.Ordinal)}".TrimEnd(),
            "rebound" => $"rebound {words}".TrimEnd(),
            _ => words.Length == 0 ? null : words,
        };
    }

    private static bool Made(PayloadNode result) => result.Text() switch
    {
        "Made" => true,
        "Missed" => false,
        _ => throw result.Refused("Made or Missed"),
    };

    private static TeamTricode? TeamOf(PayloadNode action) => action.Optional("teamTricode") is { } letters
        ? BoxScoreFacts.Team(letters, action.Required("teamId")) ?? throw letters.Refused("one of the thirty tricodes")
        : null;

    private static int Score(PayloadNode score) =>
        score.Kind == JsonValueKind.String && int.TryParse(score.Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var points) && points <= PlayLimits.Score
            ? points
            : throw score.Refused(string.Create(CultureInfo.InvariantCulture, $"points in digits, up to {PlayLimits.Score}"));

    private static double? Distance(PayloadNode? distance) => distance is not { } given
        ? null
        : given.Number() is >= 0 and <= PlayLimits.Feet
            ? (double)given.Number()
            : throw given.Refused(string.Create(CultureInfo.InvariantCulture, $"feet from 0 to {PlayLimits.Feet}"));
}
