namespace NbaProps.Truth;

/// <summary>One walk for all who look at its tables, one after the other: some change them.</summary>
[CollectionDefinition(nameof(PocketSeason))]
public sealed class PocketSeasonCollection : ICollectionFixture<PocketSeason>;
