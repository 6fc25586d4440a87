using System.Globalization;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;

namespace NbaProps.RawProcessors;

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
        var captures = inputs.Captures(ScrapersPhase.Schedule.Name);
        if (captures.Count == 0)
        {
            return Computation<NbacScheduleRow>.NoData("no schedule was captured");
        }

        var starts = new Dictionary<GameId, TipOff>();
        IReadOnlyList<NbacScheduleRow> rows = [];
        IReadOnlyList<string> leftOut = [];
        foreach (var capture in captures)
        {
            using var payload = PayloadDocument.Parse(capture);
            (rows, leftOut) = SchedulePayload.Games(payload.Root, context.Date, capture.AsOf);
            foreach (var game in rows.Where(game => !starts.TryGetValue(game.GameId, out var start) || capture.CapturedAt < start.Instant))
            {
                starts[game.GameId] = new TipOff(game.TipOff, game.TipOffAssumed);
            }
        }

        rows = [.. rows.Select(game => game with { TipOff = starts[game.GameId].Instant, TipOffAssumed = starts[game.GameId].IsAssumed })];
        var others = leftOut.Count == 0
            ? string.Empty
            : string.Create(CultureInfo.InvariantCulture, $"; {leftOut.Count} left out, not between two of the thirty teams: {string.Join(", ", leftOut)}");
        return Computation<NbacScheduleRow>.Of(rows, string.Create(CultureInfo.InvariantCulture, $"{rows.Count} games{others}"));
    }
}
