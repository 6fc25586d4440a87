using System.Globalization;
using System.Text.Json;

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

    /// <summary>How the command ends: with a check that failed when no day was walked, or an output is missing.</summary>
    public int ExitCode => Dates == 0 || Incomplete.Any(output => output.IsMissing) ? ExitCodes.CheckFailed : ExitCodes.Done;

    public async Task WriteAsync(TextWriter output, bool json)
    {
        if (json)
        {
            await JsonOutput.WriteAsync(output, Write);
            return;
        }

        await output.WriteLineAsync(Writes == 0 && Incomplete.Count == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{Dates} dates: nothing was written, all {Outputs} outputs are current.")
            : string.Create(CultureInfo.InvariantCulture, $"{Dates} dates: {Writes} partitions with {Rows} rows were written; {Outputs - Incomplete.Count} of {Outputs} outputs are complete."));
        foreach (var one in Incomplete.OrderBy(one => one.WaitsFor is null ? 0 : 1).Take(Shown))
        {
            await output.WriteLineAsync($"  {one.Unit} is {one.State}: {one.Cause}. See: nbaprops status --date {one.Unit.Partition.Date}");
        }

        if (Incomplete.Count > Shown)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  and {Incomplete.Count - Shown} more"));
        }
    }

    private void Write(Utf8JsonWriter json)
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
    }
}
