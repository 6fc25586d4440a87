using NbaProps.Domain;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.PlayByPlay;

/// <summary>Who has a part in an action of the CDN: by the league's number, since the names are never whole.</summary>
internal static class CdnPlayers
{
    private static readonly IReadOnlyList<(string Id, string Name, string Role)> Others =
    [
        ("assistPersonId", "assistPlayerNameInitial", PlayRoles.Assist),
        ("blockPersonId", "blockPlayerName", PlayRoles.Block),
        ("stealPersonId", "stealPlayerName", PlayRoles.Steal),
        ("foulDrawnPersonId", "foulDrawnPlayerName", PlayRoles.Fouled),
        ("jumpBallLostPersonId", "jumpBallLostPlayerName", PlayRoles.Jumper),
    ];

    /// <summary>The persons of an action.</summary>
    /// <exception cref="PermanentException">A number is none, or there are more than three persons.</exception>
    public static (PlayPlayer? First, PlayPlayer? Second, PlayPlayer? Third) Of(PayloadNode action)
    {
        var first = Named(action, "personId", action.Optional("playerNameI") is null ? "playerName" : "playerNameI", role: null);
        var others = Others.Select(other => Named(action, other.Id, other.Name, other.Role)).OfType<PlayPlayer>().ToList();

        // The person of a jump ball is who got it in the end: it is the winner's event, as with BigDataBall.
        if (Named(action, "jumpBallWonPersonId", "jumpBallWonPlayerName", role: null) is { } winner)
        {
            if (first is not null)
            {
                others.Add(first with { Role = PlayRoles.Possession });
            }

            first = winner;
        }

        return others.Count <= 2
            ? (first, others.ElementAtOrDefault(0), others.ElementAtOrDefault(1))
            : throw action.Refused($"an action of up to three persons, not of {string.Join(", ", others)} besides {first}");
    }

    private static PlayPlayer? Named(PayloadNode action, string idName, string name, string? role)
    {
        if (action.Optional(idName) is not { } id || id.Whole() == 0 || TeamSpellings.FromNbaId(id.Whole()) is not null)
        {
            return null;
        }

        var key = id.Whole() > 0 ? new PlayerKey(id.Whole()) : throw id.Refused("the league's person id, or 0 for nobody");
        return new PlayPlayer(action.Optional(name)?.Text(), NameKey: null, key, role);
    }
}
