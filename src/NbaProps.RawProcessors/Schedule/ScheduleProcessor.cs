using System.Globalization;

using NbaProps.RawProcessors.Chains;
using NbaProps.RawProcessors.Espn;
using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;

namespace NbaProps.RawProcessors.Schedule;

/// <summary>
/// The date's games from the newest captured schedule; a game that it no longer lists on the date is gone. One fact is older: a game's start
/// is what was stated before it, since what is stated afterwards would let quotes from during the game pass for earlier ones.
/// </summary>
public sealed class ScheduleProcessor : IProcessor<NbacScheduleRow>
{
    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => RawProcessorsPhase.Schedule;

    /// <inheritdoc/>
    public Computation<NbacScheduleRow> Compute(IInputs inputs, RunContext context)
    {
        var captures = ChainCaptures.NewestFirst(inputs, Declaration);
        if (captures.Count == 0)
        {
            return Computation<NbacScheduleRow>.NoData("no schedule was captured");
        }

        var reader = new PayloadReader();
        var board = new ScheduleBoard(context.Date);
        foreach (var capture in captures.Reverse())
        {
            Take(capture, reader, board, context);
        }

        reader.ThrowIfAllWereRefused();
        return Result(board, [.. board.Unknown, .. reader.Findings]);
    }

    private static void Take(ChainCapture capture, PayloadReader reader, ScheduleBoard board, RunContext context)
    {
        var asOf = capture.Payload.AsOf;
        if (capture.IsFrom(ScrapersPhase.ScheduleEspn))
        {
            if (reader.Read(capture.Payload, payload => PayloadCatalog.Read<EspnScoreboardLine>(EspnStatus.Source, payload, asOf)) is { } games)
            {
                board.Update(games, capture.Payload);
            }
        }
        else if (reader.Read(capture.Payload, payload => SchedulePayload.Games(payload.Json(), context.Date, asOf)) is { } schedule)
        {
            board.Replace(capture.IsFrom(ScrapersPhase.ScheduleCdn) ? schedule with { Rows = [.. schedule.Rows.Select(row => row with { Source = capture.Scraper })] } : schedule, capture.Payload);
        }
    }

    private static Computation<NbacScheduleRow> Result(ScheduleBoard board, IReadOnlyList<string> findings)
    {
        var others = board.LeftOut.Count == 0
            ? string.Empty
            : string.Create(CultureInfo.InvariantCulture, $"; {board.LeftOut.Count} left out, not between two of the thirty teams: {string.Join(", ", board.LeftOut)}");
        return Outcome.Of(board.Rows, string.Create(CultureInfo.InvariantCulture, $"{board.Rows.Count} games{others}"), findings);
    }
}
