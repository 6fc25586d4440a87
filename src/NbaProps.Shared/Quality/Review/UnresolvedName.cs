using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Manifest.Reference;
using NbaProps.Shared.Quality.Aliases;

namespace NbaProps.Shared.Quality.Review;

/// <summary>A name of one source that resolved to nobody, over all dates that are looked at.</summary>
public sealed record UnresolvedName
{
    /// <summary>Who writes it, one of <see cref="NameSources"/>.</summary>
    public required string Source { get; init; }

    /// <summary>The name as a key.</summary>
    public required NameKey Name { get; init; }

    /// <summary>Its rows of the review table, oldest first; never empty.</summary>
    public required IReadOnlyList<UnresolvedPlayerNameRow> Rows { get; init; }

    /// <summary>The alias that stands for it by now, for the newest of the dates; null without one.</summary>
    public required NameAlias? Alias { get; init; }

    /// <summary>Players whom it may mean.</summary>
    public required IReadOnlyList<SuggestedPlayer> Suggestions { get; init; }

    /// <summary>As the source wrote it last.</summary>
    public string PlayerName => Rows[^1].PlayerName;

    /// <summary>unknown, ambiguous or not_seen, on the newest date.</summary>
    public string Reason => Rows[^1].Reason;

    /// <summary>How often it was written.</summary>
    public int Occurrences => Rows.Sum(row => row.Occurrences);

    /// <summary>The first and the last date on which it was.</summary>
    public GameDateRange Dates => new(Rows[0].GameDate, Rows[^1].GameDate);

    /// <summary>Who bears the name by now, where he is the only one: he had not appeared before those dates, and later ones resolve to him by themselves. Null otherwise.</summary>
    public required SeenPlayer? ResolvesNow { get; init; }

    /// <summary>Whether a person is needed: no alias stands, and time did not tell.</summary>
    public bool NeedsAPerson => Alias is null && ResolvesNow is null;

    /// <summary>Groups the rows of the review table.</summary>
    /// <param name="rows">Rows of any dates.</param>
    /// <param name="seen">Everyone who was seen by now.</param>
    /// <param name="aliases">All aliases.</param>
    /// <returns>Those that need a person first, the most often written first.</returns>
    public static IReadOnlyList<UnresolvedName> Of(IEnumerable<UnresolvedPlayerNameRow> rows, PlayerNameResolver seen, NameAliases aliases) =>
    [
        .. rows
            .GroupBy(row => (row.NameSource, row.NameKey))
            .Select(group => One([.. group.OrderBy(row => row.GameDate).ThenBy(row => row.GameId)], seen, aliases))
            .OrderByDescending(name => name.NeedsAPerson)
            .ThenByDescending(name => name.Occurrences)
            .ThenBy(name => name.Source, StringComparer.Ordinal)
            .ThenBy(name => name.Name),
    ];

    private static UnresolvedName One(IReadOnlyList<UnresolvedPlayerNameRow> rows, PlayerNameResolver seen, NameAliases aliases)
    {
        var (source, name) = (rows[0].NameSource, rows[0].NameKey);
        var teams = rows.SelectMany(row => new[] { row.HomeTeam, row.AwayTeam }).ToHashSet<TeamTricode>();
        var bearers = seen.Bearers(name);
        return new()
        {
            Source = source,
            Name = name,
            Rows = rows,
            Alias = aliases.For(rows[^1].GameDate, [source]).All.FirstOrDefault(alias => alias.Name == name),
            Suggestions = NameSuggestions.For(name, teams, seen),
            ResolvesNow = bearers.Count == 1 ? bearers[0] : null,
        };
    }
}
