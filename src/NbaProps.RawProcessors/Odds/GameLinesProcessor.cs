using System.Globalization;

using NbaProps.RawProcessors.Chains;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;

namespace NbaProps.RawProcessors.Odds;

/// <summary>The date's lines of games of all captures, with the game that each belongs to.</summary>
public sealed class GameLinesProcessor : IProcessor<OddsApiGameLineRow>
{
    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => RawProcessorsPhase.GameLines;

    /// <inheritdoc/>
    public Computation<OddsApiGameLineRow> Compute(IInputs inputs, RunContext context)
    {
        var captures = inputs.Captures(ScrapersPhase.GameLines.Name);
        if (captures.Count == 0)
        {
            return Computation<OddsApiGameLineRow>.NoData("no lines of games were captured");
        }

        var reader = new PayloadReader();
        var (rows, missing) = GameLines.Rows(captures, inputs.Rows<NbacScheduleRow>(), context.Date, reader);
        reader.ThrowIfAllWereRefused();
        var counted = string.Create(CultureInfo.InvariantCulture, $"{rows.Count} quotes of {rows.Select(row => row.GameId).Distinct().Count()} games");
        return Outcome.Of(rows, counted, [.. missing is null ? Array.Empty<string>() : [missing], .. reader.Findings]);
    }
}
