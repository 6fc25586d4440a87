using NbaProps.RawProcessors.Payloads;
using NbaProps.RawProcessors.Players;
using NbaProps.RawProcessors.Referees;
using NbaProps.RawProcessors.Scoreboard;

namespace NbaProps.RawProcessors.Formats;

/// <summary>The league's lists of a day: games, officials, players, transactions.</summary>
internal static class NbaListFormats
{
    public static IReadOnlyList<PayloadFormat> All { get; } =
    [
        PayloadFormat.Json("nba_scoreboard", "scoreboardV2", root => ResultSet.Find(root, "GameHeader") is not null, ScoreboardV2Payload.Read),
        PayloadFormat.Json("nba_scoreboard", "todaysScoreboard", root => root.Optional("scoreboard") is not null, TodaysScoreboardPayload.Read),
        PayloadFormat.Json("nba_referees", "get-game-officials", root => root.Optional("nba") is not null, RefereePayload.Read),
        PayloadFormat.Json("nba_player_list", "playerindex", root => ResultSet.Find(root, "PlayerIndex") is not null, PlayerListPayload.Read),
        PayloadFormat.Json("nba_player_movement", "NBA_Player_Movement", root => root.Optional("NBA_Player_Movement") is not null, PlayerMovementPayload.Read),
    ];
}
