using System.Globalization;

using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;

namespace NbaProps.RawProcessors.Odds;

/// <summary>The date's lines of games of all captures, with the game that each belongs to.</summary>
/// <param name="declaration">Its line of the manifest: captures of <see cref="GameLines.Scraper"/>, and the schedule.</param>
public sealed class GameLinesProcessor(ProcessorDeclaration declaration) : IProcessor<OddsApiGameLineRow>
{
    /// <inheritdoc/>
    public ProcessorDeclaration Declaration { get; } = declaration;

    /// <inheritdoc/>
    public Computation<OddsApiGameLineRow> Compute(IInputs inputs, RunContext context)
    {
        var captures = inputs.Captures(GameLines.Scraper);
        if (captures.Count == 0)
        {
            return Computation<OddsApiGameLineRow>.NoData("no lines of games were captured");
        }

        var (rows, missing) = GameLines.Rows(captures, inputs.Rows<NbacScheduleRow>(), context.Date);
        var counted = string.Create(CultureInfo.InvariantCulture, $"{rows.Count} quotes of {rows.Select(row => row.GameId).Distinct().Count()} games");
        return missing is null ? Computation<OddsApiGameLineRow>.Of(rows, counted) : Computation<OddsApiGameLineRow>.Degraded(rows, $"{counted}; {missing}");
    }
}
