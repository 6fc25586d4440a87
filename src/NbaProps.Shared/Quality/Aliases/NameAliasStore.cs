using NbaProps.Domain.Players;
using NbaProps.Shared.State;

namespace NbaProps.Shared.Quality.Aliases;

/// <summary>Where the operator's aliases are kept. Each change is a compare-and-set: of two at once the second looks again at what the first left.</summary>
public sealed class NameAliasStore(IStateStore state)
{
    /// <summary>All of them.</summary>
    public async Task<NameAliases> ReadAsync(CancellationToken cancellationToken) =>
        NameAliasDocument.Of(await state.GetAsync(NameAliasDocument.Path, cancellationToken));

    /// <summary>Adds an alias. Given again it may count for earlier dates, never for fewer.</summary>
    public async Task<AliasGiven> GiveAsync(NameAlias alias, CancellationToken cancellationToken)
    {
        AliasGiven given = new AliasGiven.Stands(alias);
        await ChangeAsync(
            aliases =>
            {
                given = Outcome(aliases, alias);
                return given is AliasGiven.Added or AliasGiven.Extended
                    ? [.. aliases.Where(other => other.Name != alias.Name || !other.IsOf(alias.Source)), given.Alias]
                    : aliases;
            },
            cancellationToken);
        return given;
    }

    /// <summary>Takes a name's aliases back.</summary>
    /// <param name="name">The name.</param>
    /// <param name="source">Only the alias that is restricted to this source; null for all of the name.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    /// <returns>Those that stood; none when there was nothing to take back.</returns>
    public async Task<IReadOnlyList<NameAlias>> RemoveAsync(NameKey name, string? source, CancellationToken cancellationToken)
    {
        IReadOnlyList<NameAlias> removed = [];
        await ChangeAsync(
            aliases =>
            {
                removed = [.. aliases.Where(alias => alias.Name == name && (source is null || alias.IsOf(source)))];
                return removed.Count == 0 ? aliases : [.. aliases.Except(removed)];
            },
            cancellationToken);
        return removed;
    }

    private static AliasGiven Outcome(IReadOnlyList<NameAlias> aliases, NameAlias alias)
    {
        var overlapping = aliases.Where(alias.Overlaps).ToArray();
        if (overlapping.FirstOrDefault(other => other.PlayerId != alias.PlayerId) is { } other)
        {
            return new AliasGiven.Contradicts(other);
        }

        if (overlapping.FirstOrDefault(standing => (standing.Source is null || standing.IsOf(alias.Source)) && standing.From <= alias.From) is { } stands)
        {
            return new AliasGiven.Stands(stands);
        }

        return overlapping.FirstOrDefault(standing => standing.IsOf(alias.Source)) is { } later
            ? new AliasGiven.Extended(later with { From = alias.From })
            : new AliasGiven.Added(alias);
    }

    private async Task ChangeAsync(Func<IReadOnlyList<NameAlias>, IReadOnlyList<NameAlias>> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await state.GetAsync(NameAliasDocument.Path, cancellationToken);
            var before = NameAliasDocument.Of(read).All;
            var after = change(before);
            if (ReferenceEquals(before, after))
            {
                return;
            }

            var precondition = read.Document is { } stored ? Precondition.VersionIs(stored.Version) : Precondition.Absent;
            var write = new DocumentWrite(NameAliasDocument.Path, StateJson.Write(new NameAliasDocument { Aliases = new NameAliases(after).All }), precondition);
            if (await state.CommitAsync([write], cancellationToken) is CommitResult.Committed)
            {
                return;
            }
        }
    }
}

/// <summary>What came of giving an alias.</summary>
/// <param name="Alias">The alias that stands now.</param>
public abstract record AliasGiven(NameAlias Alias)
{
    /// <summary>It is new.</summary>
    public sealed record Added(NameAlias Alias) : AliasGiven(Alias);

    /// <summary>It stood already and counts for earlier dates now.</summary>
    public sealed record Extended(NameAlias Alias) : AliasGiven(Alias);

    /// <summary>One stands already that says as much; nothing was changed.</summary>
    public sealed record Stands(NameAlias Alias) : AliasGiven(Alias);

    /// <summary>One stands that names another player; nothing was changed.</summary>
    public sealed record Contradicts(NameAlias Alias) : AliasGiven(Alias);
}
