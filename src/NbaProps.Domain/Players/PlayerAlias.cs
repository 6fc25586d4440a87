namespace NbaProps.Domain.Players;

/// <summary>Another name that sources use for a person.</summary>
/// <param name="Alias">The other name, as it is written.</param>
/// <param name="Canonical">The name in the league's own game logs.</param>
/// <param name="Reason">Why the two are one person, and who writes the alias.</param>
public sealed record PlayerAlias(string Alias, string Canonical, string Reason)
{
    /// <summary>The key of the other name.</summary>
    public NameKey AliasKey { get; } = NameKey.From(Alias);

    /// <summary>The key of the league's name.</summary>
    public NameKey CanonicalKey { get; } = NameKey.From(Canonical);
}
