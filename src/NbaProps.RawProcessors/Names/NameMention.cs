using NbaProps.Domain;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Quality;

namespace NbaProps.RawProcessors.Names;

/// <summary>A name that a source writes once, in a game.</summary>
/// <param name="Source">Who writes it.</param>
/// <param name="PlayerName">As written.</param>
/// <param name="NameKey">As a key.</param>
/// <param name="Team">His team; null where the source does not say which of the two.</param>
/// <param name="Game">The game.</param>
internal sealed record NameMention(string Source, string PlayerName, NameKey NameKey, TeamTricode? Team, GameOfMention Game)
{
    /// <summary>How he was found where that was told already; null where he is to be looked for.</summary>
    public NameResolutionMethod? Told { get; init; }
}

/// <summary>A game by its teams.</summary>
/// <param name="Id">The league's id.</param>
/// <param name="Home">Home team.</param>
/// <param name="Away">Visiting team.</param>
internal sealed record GameOfMention(GameId Id, TeamTricode Home, TeamTricode Away);
