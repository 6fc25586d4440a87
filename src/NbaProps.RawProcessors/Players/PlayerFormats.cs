using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Payloads;

namespace NbaProps.RawProcessors.Players;

/// <summary>The league's lists of players and of transactions.</summary>
internal static class PlayerFormats
{
    public static IReadOnlyList<PayloadFormat> All { get; } =
    [
        PayloadFormat.Json("nba_player_list", "playerindex", root => ResultSet.Find(root, "PlayerIndex") is not null, PlayerListPayload.Read),
        PayloadFormat.Json("nba_player_movement", "NBA_Player_Movement", root => root.Optional("NBA_Player_Movement") is not null, PlayerMovementPayload.Read),
    ];
}
