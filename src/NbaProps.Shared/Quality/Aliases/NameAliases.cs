using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;

namespace NbaProps.Shared.Quality.Aliases;

/// <summary>
/// Aliases that do not contradict each other: one name of one source means one player. Ordered by name and source, so that what is made of them does
/// not depend on the order in which they were given.
/// </summary>
public sealed class NameAliases
{
    private readonly Dictionary<(NameKey Name, string? Source), NameAlias> _byName;

    /// <summary>Puts aliases together.</summary>
    /// <exception cref="ArgumentException">Two contradict each other; the message names them.</exception>
    public NameAliases(IEnumerable<NameAlias> aliases)
    {
        All = [.. aliases.OrderBy(alias => alias.Name).ThenBy(alias => alias.Source, StringComparer.Ordinal)];
        foreach (var same in All.GroupBy(alias => alias.Name))
        {
            if (same.FirstOrDefault(alias => same.Any(other => other != alias && other.Overlaps(alias) && (other.PlayerId != alias.PlayerId || other.IsOf(alias.Source)))) is { } twice)
            {
                throw new ArgumentException($"Aliases of {twice.Name} contradict each other: {string.Join(", ", same.Select(alias => $"{alias.PlayerId} for {alias.Source ?? "every source"}"))}.", nameof(aliases));
            }
        }

        _byName = All.ToDictionary(alias => (alias.Name, alias.Source));
    }

    /// <summary>No alias.</summary>
    public static NameAliases None { get; } = new([]);

    /// <summary>All of them.</summary>
    public IReadOnlyList<NameAlias> All { get; }

    /// <summary>Those that count for a game date and concern one of these sources.</summary>
    public NameAliases For(GameDate date, IReadOnlyCollection<string> sources) => All.Count == 0
        ? this
        : new(All.Where(alias => alias.From <= date && (alias.Source is null || sources.Contains(alias.Source, StringComparer.Ordinal))));

    /// <summary>The player whom a source means by a name; null without an alias.</summary>
    public PlayerKey? Find(string source, NameKey name) => (_byName.GetValueOrDefault((name, source)) ?? _byName.GetValueOrDefault((name, null)))?.PlayerId;

    /// <summary>What they say and nothing else, as text: equal exactly where every name resolves the same by them. Since when and by which words is left out.</summary>
    public string Content => string.Join(';', All.Select(alias => $"{alias.Source ?? "*"}/{alias.Name}={alias.PlayerId}"));
}
