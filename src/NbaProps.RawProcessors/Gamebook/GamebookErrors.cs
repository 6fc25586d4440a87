using NbaProps.Domain;
using NbaProps.Shared.Pipeline;

namespace NbaProps.RawProcessors.Gamebook;

/// <summary>What could not be read of a date's gamebooks, by section over all games.</summary>
internal sealed class GamebookErrors(IReadOnlyList<(GameId Game, SectionErrorTracker Errors)> games)
{
    /// <summary>Errors of each section in its order, those without errors too.</summary>
    public IReadOnlyList<NamedCount> Counts =>
        [.. Enum.GetValues<GamebookSection>().Select(section => new NamedCount(SectionErrorTracker.NameOf(section), games.Sum(game => (long)game.Errors.CountOf(section))))];

    /// <summary>Sections of which players are missing: those of the players with any error, and whichever are incomplete.</summary>
    public IReadOnlyList<string> Missing =>
    [
        .. games.SelectMany(game => game.Errors.Counts
            .Where(section => section.IsIncomplete || (section.Errors > 0 && IsOfPlayers(section.Section)))
            .Select(section => FormattableString.Invariant($"{section.Name} of {game.Game} has {section.Errors} errors{(section.IsIncomplete ? " and is incomplete" : string.Empty)}, first: {FirstOf(game.Errors, section.Name)}"))),
    ];

    // What the head of a gamebook says is in no row.
    private static bool IsOfPlayers(GamebookSection section) => section is not (GamebookSection.GameMetadata or GamebookSection.OfficialsParsing);

    private static string FirstOf(SectionErrorTracker errors, string section) => errors.Errors.First(error => error.StartsWith(section + ": ", StringComparison.Ordinal))[(section.Length + 2)..];
}
