using System.Globalization;

using NbaProps.RawProcessors.Chains;
using NbaProps.RawProcessors.Espn;
using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;

namespace NbaProps.RawProcessors.Scoreboard;

/// <summary>
/// The date's games from the newest captured scoreboard that has any: the content network's is of the day on which it was asked, and says nothing of
/// another date.
/// </summary>
public sealed class ScoreboardProcessor : IProcessor<NbacScoreboardRow>
{
    private const string League = "nba_scoreboard";

    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => RawProcessorsPhase.Scoreboard;

    /// <inheritdoc/>
    public Computation<NbacScoreboardRow> Compute(IInputs inputs, RunContext context)
    {
        var captures = ChainCaptures.NewestFirst(inputs, Declaration);
        if (captures.Count == 0)
        {
            return Computation<NbacScoreboardRow>.NoData("no scoreboard was captured");
        }

        var schedule = inputs.Rows<NbacScheduleRow>().Where(game => game.GameDate == context.Date).ToArray();
        var reader = new PayloadReader();
        var empty = new List<string>();
        foreach (var capture in captures)
        {
            var reading = reader.Read(capture.Payload, payload => Read(capture, payload, schedule, context));
            if (reading is { Rows.Count: > 0 })
            {
                return Result(reading, schedule, reader.Findings);
            }

            if (reading is not null)
            {
                empty.Add($"{capture.Payload.Path} has no game of {context.Date}{(reading.LeftOut.Count == 0 ? string.Empty : $": {string.Join(", ", reading.LeftOut)}")}");
            }
        }

        reader.ThrowIfAllWereRefused();
        string[] findings = [.. empty, .. reader.Findings];
        return schedule.Length == 0 && reader.Findings.Count == 0
            ? Computation<NbacScoreboardRow>.NoData(Outcome.Listed(findings))
            : Computation<NbacScoreboardRow>.Degraded([], Outcome.Listed(findings));
    }

    private static Reading<NbacScoreboardRow> Read(ChainCapture capture, RawPayload payload, NbacScheduleRow[] schedule, RunContext context)
    {
        var asOf = capture.Payload.AsOf;
        if (capture.IsFrom(ScrapersPhase.ScoreboardEspn))
        {
            return EspnScoreboardRows.Of(PayloadCatalog.Read<EspnScoreboardLine>(EspnStatus.Source, payload, asOf), schedule, context.Date, asOf);
        }

        var reading = PayloadCatalog.Read<NbacScoreboardRow>(League, payload, asOf);
        return reading with { Rows = [.. reading.Rows.Where(row => row.GameDate == context.Date).OrderBy(row => row.GameId)] };
    }

    private static Computation<NbacScoreboardRow> Result(Reading<NbacScoreboardRow> reading, NbacScheduleRow[] schedule, IReadOnlyList<string> findings)
    {
        var shown = reading.Rows.Select(row => row.GameId).ToHashSet();
        var source = reading.Rows[0].Source;
        string[] missing = [.. schedule.Where(game => !shown.Contains(game.GameId)).Select(game => $"{source} has no {game.GameId}, which is scheduled"), .. findings];

        // Of the league's own boards only exhibition games are left out, of ESPN's also games that cannot be told.
        string[] matters = string.Equals(source, EspnStatus.Source, StringComparison.Ordinal) ? [.. reading.LeftOut, .. missing] : missing;
        return Outcome.Of(reading.Rows, string.Create(CultureInfo.InvariantCulture, $"{reading.Rows.Count} games of {source}"), matters);
    }
}
