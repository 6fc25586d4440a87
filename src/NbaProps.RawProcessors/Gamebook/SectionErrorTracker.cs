using System.Text.Json;

namespace NbaProps.RawProcessors.Gamebook;

/// <summary>Counts what could not be read of a gamebook, by section. What could be read is kept all the same.</summary>
public sealed class SectionErrorTracker
{
    /// <summary>With so many errors a section is incomplete: too much of it is missing to be taken for what the game was.</summary>
    public const int Limit = 5;

    private readonly List<(GamebookSection Section, string Error)> _errors = [];

    /// <summary>All nine sections in their order, those without errors too: for the ledger row of the run.</summary>
    public IReadOnlyList<SectionErrors> Counts =>
        [.. Enum.GetValues<GamebookSection>().Select(section => new SectionErrors(section, NameOf(section), CountOf(section), IsIncomplete(section)))];

    /// <summary>The errors in the order in which they were met, each after its section's name.</summary>
    public IReadOnlyList<string> Errors => [.. _errors.Select(error => $"{NameOf(error.Section)}: {error.Error}")];

    /// <summary>Counts an error.</summary>
    /// <param name="section">Where.</param>
    /// <param name="error">The line, what stands there and what is accepted.</param>
    public void Record(GamebookSection section, string error) => _errors.Add((section, error));

    /// <summary>Errors of a section, 0 or more.</summary>
    public int CountOf(GamebookSection section) => _errors.Count(error => error.Section == section);

    /// <summary>Whether a section has reached <see cref="Limit"/>.</summary>
    public bool IsIncomplete(GamebookSection section) => CountOf(section) >= Limit;

    /// <summary>A section's name: stat_line_parsing.</summary>
    public static string NameOf(GamebookSection section) => JsonNamingPolicy.SnakeCaseLower.ConvertName(section.ToString());
}

/// <summary>The errors of one section.</summary>
/// <param name="Section">Which.</param>
/// <param name="Name">Its name: stat_line_parsing.</param>
/// <param name="Errors">How many, 0 or more.</param>
/// <param name="IsIncomplete">Whether that is <see cref="SectionErrorTracker.Limit"/> or more.</param>
public sealed record SectionErrors(GamebookSection Section, string Name, int Errors, bool IsIncomplete);
