using NbaProps.Shared.State;

namespace NbaProps.Shared.Quality.Aliases;

/// <summary>All aliases in one document. A person types each of them, so that it stays small.</summary>
internal sealed record NameAliasDocument
{
    public static readonly DocumentPath Path = new("operator", "player-aliases");

    /// <summary>In the order of <see cref="NameAliases"/>.</summary>
    public IReadOnlyList<NameAlias> Aliases { get; init; } = [];

    /// <summary>What a read of the document says; none where there is no document.</summary>
    public static NameAliases Of(StateRead read) =>
        read.Document is { } stored ? new(StateJson.Read<NameAliasDocument>(stored.Json).Aliases) : NameAliases.None;
}
