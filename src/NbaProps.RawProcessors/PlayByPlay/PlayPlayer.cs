using NbaProps.Domain;
using NbaProps.Domain.Players;

namespace NbaProps.RawProcessors.PlayByPlay;

/// <summary>Somebody who has a part in an event.</summary>
/// <param name="Name">The name as sent: "Jalen Williams" of BigDataBall, "J. Williams" or only "Williams" of the CDN; null when only the number is sent.</param>
/// <param name="NameKey">The name as a key; null when the name as sent is not the whole name, which could be several persons'.</param>
/// <param name="PlayerId">The league's person id; null when not sent.</param>
/// <param name="Role">His part: null for whose event it is, else one of <see cref="PlayRoles"/>.</param>
internal sealed record PlayPlayer(string? Name, NameKey? NameKey, PlayerKey? PlayerId, string? Role)
{
    /// <summary>Name, number and part in one.</summary>
    public override string ToString() => string.Join(' ', new[] { Name, PlayerId?.ToString(), Role is null ? null : $"({Role})" }.Where(part => part is not null));
}
