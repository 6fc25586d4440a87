using System.Globalization;

using NbaProps.Cli.Commands;
using NbaProps.Cli.Rendering;
using NbaProps.Shared.Pipeline.Expected;

namespace NbaProps.Cli.Running;

/// <summary>What a walk did, for a person and for a script.</summary>
/// <param name="Dates">Dates walked.</param>
/// <param name="Outputs">Outputs that these dates should have.</param>
/// <param name="Writes">Partitions that were written.</param>
/// <param name="Rows">Rows in those partitions.</param>
/// <param name="Incomplete">Outputs that are not as they should be.</param>
internal sealed record WalkSummary(int Dates, int Outputs, int Writes, long Rows, IReadOnlyList<ExpectedOutput> Incomplete)
{
    private const int Shown = 12;

    public async Task WriteAsync(CommandContext context)
    {
        if (context.Json)
        {
            await JsonOutput.WriteAsync(context.Output, json =>
            {
                json.WriteStartObject();
                json.WriteNumber("dates", Dates);
                json.WriteNumber("outputs", Outputs);
                json.WriteNumber("partitions_written", Writes);
                json.WriteNumber("rows_written", Rows);
                json.WriteStartArray("incomplete");
                foreach (var output in Incomplete)
                {
                    json.WriteStartObject();
                    json.WriteString("unit", output.Unit.ToString());
                    json.WriteString("state", output.State.ToString());
                    json.WriteString("cause", output.Cause);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            });
            return;
        }

        await context.Output.WriteLineAsync(Writes == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{Dates} dates: nothing was written, all {Outputs} outputs are current.")
            : string.Create(CultureInfo.InvariantCulture, $"{Dates} dates: {Writes} partitions with {Rows} rows were written; {Outputs - Incomplete.Count} of {Outputs} outputs are complete."));
        foreach (var output in Incomplete.OrderBy(output => output.WaitsFor is null ? 0 : 1).Take(Shown))
        {
            await context.Output.WriteLineAsync($"  {output.Unit} is {output.State}: {output.Cause}. See: nbaprops status --date {output.Unit.Partition.Date}");
        }

        if (Incomplete.Count > Shown)
        {
            await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  and {Incomplete.Count - Shown} more"));
        }
    }
}
