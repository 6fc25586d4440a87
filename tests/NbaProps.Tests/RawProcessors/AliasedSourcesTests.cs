using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Quality.Aliases;

namespace NbaProps.Tests.RawProcessors;

/// <summary>Which processors hear of which sources' aliases.</summary>
public sealed class AliasedSourcesTests
{
    [Fact]
    public void Each_source_that_writes_names_has_a_reader_besides_the_review() => NbaPipeline.Manifest.Processors
        .Where(processor => processor.Name != RawProcessorsPhase.UnresolvedPlayerNames.Name)
        .SelectMany(Sources).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ShouldBe(NameSources.All);

    [Fact]
    public void Those_who_look_for_players_by_name_declare_aliases() => NbaPipeline.Manifest.Processors.Where(processor => Sources(processor).Any()).Select(processor => processor.Name).ShouldBe(
        ["nbac_player_boxscores", "nbac_gamebook_player_stats", "nbac_player_list_current", "unresolved_player_names", "upcoming_player_game_context"]);

    [Fact]
    public void Only_sources_that_write_names_are_declared() =>
        NbaPipeline.Manifest.Processors.SelectMany(Sources).Except(NameSources.All, StringComparer.Ordinal).ShouldBeEmpty();

    private static IEnumerable<string> Sources(ProcessorDeclaration processor) => processor.Inputs.OfType<InputDeclaration.Aliases>().SelectMany(aliases => aliases.Sources);
}
