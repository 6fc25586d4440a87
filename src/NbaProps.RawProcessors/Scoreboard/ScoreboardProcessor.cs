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
        var captures = ChainCaptures.ByTime(inputs, Declaration);
        if (captures.Count == 0)
        {
            return Computation<NbacScoreboardRow>.NoData("no scoreboard was captured");
        }

        var schedule = inputs.Rows<NbacScheduleRow>().Where(game => game.GameDate == context.Date).ToArray();
        var reader = new PayloadReader();
        var empty = new List<string>();
        foreach (var (scraper, capture) in captures.Reverse())
        {
            var reading = reader.Read(capture, payload => Read(scraper, payload, schedule, context, capture.AsOf));
            if (reading is { Rows.Count: > 0 })
            {
                return Result(reading, schedule, reader.Findings);
            }

            if (reading is not null)
            {
                empty.Add($"{capture.Path} has no game of {context.Date}{(reading.LeftOut.Count == 0 ? string.Empty : $": {string.Join(", ", reading.LeftOut)}")}");
            }
        }

        reader.ThrowIfAllWereRefused();
        string[] findings = [.. empty, .. reader.Findings];
        return schedule.Length == 0 && reader.Findings.Count == 0
            ? Computation<NbacScoreboardRow>.NoData(string.Join("; ", findings))
            : Computation<NbacScoreboardRow>.Degraded([], string.Join("; ", findings));
    }

    private static Reading<NbacScoreboardRow> Read(string scraper, RawPayload payload, NbacScheduleRow[] schedule, RunContext context, DateTimeOffset asOf)
    {
        if (string.Equals(scraper, ScrapersPhase.ScoreboardEspn.Name, StringComparison.Ordinal))
        {
            return EspnScoreboardRows.Of(CatalogReading.Of<EspnScoreboardLine>(EspnStatus.Source, payload, asOf), schedule, context.Date, asOf);
        }

        var reading = CatalogReading.Of<NbacScoreboardRow>(League, payload, asOf);
        return reading with { Rows = [.. reading.Rows.Where(row => row.GameDate == context.Date).OrderBy(row => row.GameId)] };
    }

    private static Computation<NbacScoreboardRow> Result(Reading<NbacScoreboardRow> reading, NbacScheduleRow[] schedule, IReadOnlyList<string> findings)
    {
        var shown = reading.Rows.Select(row => row.GameId).ToHashSet();
        var source = reading.Rows[0].Source;
        string[] missing = [.. schedule.Where(game => !shown.Contains(game.GameId)).Select(game => $"{source} has no {game.GameId}, which is scheduled"), .. findings];

        // Of the league's own boards only exhibition games are left out, of ESPN's also games that cannot be told.
        string[] matters = string.Equals(source, EspnStatus.Source, StringComparison.Ordinal) ? [.. reading.LeftOut, .. missing] : missing;
        var counted = string.Create(CultureInfo.InvariantCulture, $"{reading.Rows.Count} games of {source}");
        return matters.Length > 0
            ? Computation<NbacScoreboardRow>.Degraded(reading.Rows, $"{counted}; {string.Join("; ", matters)}")
            : Computation<NbacScoreboardRow>.Of(reading.Rows, counted);
    }
}
