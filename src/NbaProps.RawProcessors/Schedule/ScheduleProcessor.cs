using System.Globalization;

using NbaProps.RawProcessors.Chains;
using NbaProps.RawProcessors.Espn;
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
    private static readonly string FromCdn = ScrapersPhase.ScheduleCdn.Name;

    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => RawProcessorsPhase.Schedule;

    /// <inheritdoc/>
    public Computation<NbacScheduleRow> Compute(IInputs inputs, RunContext context)
    {
        var captures = ChainCaptures.ByTime(inputs, Declaration);
        if (captures.Count == 0)
        {
            return Computation<NbacScheduleRow>.NoData("no schedule was captured");
        }

        var reader = new PayloadReader();
        var board = new ScheduleBoard(context.Date);
        foreach (var (scraper, capture) in captures)
        {
            if (string.Equals(scraper, ScrapersPhase.ScheduleEspn.Name, StringComparison.Ordinal))
            {
                if (reader.Read(capture, payload => CatalogReading.Of<EspnScoreboardLine>(EspnStatus.Source, payload, capture.AsOf)) is { } games)
                {
                    board.Update(games, capture);
                }
            }
            else if (reader.Read(capture, payload => SchedulePayload.Games(payload.Json(), context.Date, capture.AsOf)) is { } schedule)
            {
                board.Replace(string.Equals(scraper, FromCdn, StringComparison.Ordinal) ? schedule with { Rows = [.. schedule.Rows.Select(row => row with { Source = FromCdn })] } : schedule, capture);
            }
        }

        reader.ThrowIfAllWereRefused();
        return Result(board, [.. board.Unknown, .. reader.Findings]);
    }

    private static Computation<NbacScheduleRow> Result(ScheduleBoard board, IReadOnlyList<string> findings)
    {
        var others = board.LeftOut.Count == 0
            ? string.Empty
            : string.Create(CultureInfo.InvariantCulture, $"; {board.LeftOut.Count} left out, not between two of the thirty teams: {string.Join(", ", board.LeftOut)}");
        var counted = string.Create(CultureInfo.InvariantCulture, $"{board.Rows.Count} games{others}");
        return findings.Count > 0
            ? Computation<NbacScheduleRow>.Degraded(board.Rows, $"{counted}; {string.Join("; ", findings)}")
            : Computation<NbacScheduleRow>.Of(board.Rows, counted);
    }
}
