using System.Globalization;

using NbaProps.RawProcessors.Chains;
using NbaProps.RawProcessors.Schedule;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;

namespace NbaProps.RawProcessors.PlayByPlay;

/// <summary>The plays of the date's final games: of each game all from BigDataBall's file or, until it is there, all from the league's content network.</summary>
public sealed class PlayByPlayProcessor : IProcessor<BigDataBallPlayByPlayRow>
{
    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => RawProcessorsPhase.PlayByPlay;

    /// <inheritdoc/>
    public Computation<BigDataBallPlayByPlayRow> Compute(IInputs inputs, RunContext context)
    {
        if (!ChainCaptures.Any(inputs, Declaration))
        {
            return Computation<BigDataBallPlayByPlayRow>.NoData("no play-by-play was captured");
        }

        var reader = new PayloadReader();
        var games = DateGames.Of(inputs, context);
        var (rows, problems, taken) = GameChain.Take<BigDataBallPlayByPlayRow>(
            games.Counted,
            [
                new GamePayloads<BigDataBallPlayByPlayRow>(inputs.Captures(ScrapersPhase.BigDataBall.Name), games.Final, reader, GamePlays.OfFile),
                new GamePayloads<BigDataBallPlayByPlayRow>(inputs.Captures(ScrapersPhase.PlayByPlay.Name), games.Final, reader, GamePlays.OfNetwork),
            ]);
        reader.ThrowIfAllWereRefused();
        var counted = string.Create(CultureInfo.InvariantCulture, $"{rows.Count} plays of {taken} games");
        return Outcome.Of(rows, counted, [.. problems, .. reader.Findings]);
    }
}
