using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;

namespace NbaProps.Shared.Quality.Aliases;

/// <summary>An operator's word that a name means a player. What is known of names for good stands in <see cref="PlayerAliases"/> instead.</summary>
public sealed record NameAlias
{
    /// <summary>The name as sources write it, as a key.</summary>
    public required NameKey Name { get; init; }

    /// <summary>The only source whose name this is, one of <see cref="NameSources"/>; null for every source.</summary>
    public string? Source { get; init; }

    /// <summary>The league's person id of who is meant.</summary>
    public required PlayerKey PlayerId { get; init; }

    /// <summary>The first game date that it counts for; earlier ones are not computed anew because of it.</summary>
    public required GameDate From { get; init; }

    /// <summary>The player's name as the league last wrote it when the alias was given; for people only.</summary>
    public required string PlayerName { get; init; }

    /// <summary>When it was given, wall clock, UTC; for people only.</summary>
    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>Whether some source's name is covered by both.</summary>
    public bool Overlaps(NameAlias other) => Name == other.Name && (Source is null || other.Source is null || IsOf(other.Source));

    /// <summary>Whether it is restricted to this source, or to none as null is.</summary>
    public bool IsOf(string? source) => string.Equals(Source, source, StringComparison.Ordinal);
}
