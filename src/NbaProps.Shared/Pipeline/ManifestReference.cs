using System.Globalization;
using System.Text;

namespace NbaProps.Shared.Pipeline;

/// <summary>The page that tells what runs: written from the manifest, so that it cannot say something else.</summary>
public static class ManifestReference
{
    /// <summary>The page, in Markdown.</summary>
    public static string Markdown(PipelineManifest manifest)
    {
        var page = new StringBuilder(
            """
            # What runs

            Written from the manifest (`src/NbaProps.Shared/Manifest`); a test compares. Days are relative to the unit's own game date; a required input
            must have its output first, any other may have gaps.


            """.ReplaceLineEndings("\n"));
        foreach (var phase in manifest.Processors.GroupBy(processor => processor.Phase))
        {
            page.Append(CultureInfo.InvariantCulture, $"## Phase {(int)phase.Key}: {phase.Key}\n\n");
            page.Append(CultureInfo.InvariantCulture, $"Subscribes to {string.Join(", ", Topics.SubscribedBy(phase.Key, manifest).Select(topic => Topics.RequiredAttribute(topic, phase.Key) is { } attribute ? $"`{topic}` (with `{attribute}`)" : $"`{topic}`"))}; tells on `{Topics.Complete(phase.Key)}`.\n\n");
            page.Append("| unit | does | reads | writes | from |\n|---|---|---|---|---|\n");
            foreach (var processor in phase)
            {
                var cells = new[] { Unit(processor), processor.Purpose, string.Join("; ", Inputs(processor)), Output(processor.Output), From(processor) };
                page.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", cells)} |\n");
            }

            page.Append('\n');
        }

        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static string Unit(ProcessorDeclaration processor) =>
        $"`{processor.Name}`" + (processor.Granularity == Granularity.Game ? ", one a game" : string.Empty);

    private static string From(ProcessorDeclaration processor) =>
        processor.Triggers.Count > 0 ? string.Join(", ", processor.Triggers) : processor.AvailableFrom.ToString();

    private static IEnumerable<string> Inputs(ProcessorDeclaration processor)
    {
        foreach (var input in processor.Inputs)
        {
            yield return input switch
            {
                InputDeclaration.Rows rows => $"`{rows.Table.FullName}` {Days(rows)}{(rows.Required ? ", required" : string.Empty)}",
                InputDeclaration.Captures captures => $"captures of `{captures.Scraper}`" + (captures.Chain is { } first && !string.Equals(first, captures.Scraper, StringComparison.Ordinal) ? $" instead of `{first}`" : string.Empty) + (captures.MayFail ? ", or else what its other inputs have" : captures.Required ? string.Empty : ", if there are any"),
                InputDeclaration.InsteadOf insteadOf => $"nothing while `{insteadOf.Scraper}` stands",
                InputDeclaration.HandOff handOff => $"`{handOff.Gate}` open",
                InputDeclaration.Aliases aliases => $"aliases of names in {string.Join(", ", aliases.Sources.Select(source => $"`{source}`"))}",
                InputDeclaration.Deployment => "where its build stands against main",
                InputDeclaration.Clock => "the clock",
                _ => throw new InvalidOperationException($"Unknown input {input}."),
            };
        }

        if (processor.ReadsOwnOutput)
        {
            yield return "its own rows of the date";
        }
    }

    private static string Days(InputDeclaration.Rows rows) => rows.From == rows.To
        ? string.Create(CultureInfo.InvariantCulture, $"day {rows.From}")
        : string.Create(CultureInfo.InvariantCulture, $"days {rows.From} to {rows.To}");

    private static string Output(OutputDeclaration output) => output switch
    {
        OutputDeclaration.ToTable table => $"`{table.Table.FullName}`",
        OutputDeclaration.ToArchive archive => $"raw archive `{archive.Source}/`",
        OutputDeclaration.ToNextPhase => "the phase's beginning",
        _ => throw new InvalidOperationException($"Unknown output {output}."),
    };
}
