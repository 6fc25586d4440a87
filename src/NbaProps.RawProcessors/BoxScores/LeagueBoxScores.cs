using NbaProps.RawProcessors.Chains;
using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Manifest.Raw;

namespace NbaProps.RawProcessors.BoxScores;

/// <summary>The league's box scores of single games as what stands in for its logs.</summary>
internal static class LeagueBoxScores
{
    private const string Cdn = "nba_cdn_boxscore";
    private const string Traditional = "nba_team_boxscore";

    /// <summary>The players' rows of the content network's box score.</summary>
    public static GameRows<NbacPlayerBoxscoreRow> Players(RawPayload payload, NbacScheduleRow game, DateTimeOffset asOf)
    {
        var reading = PayloadCatalog.Read<BoxCounts>(Cdn, payload, asOf);
        var rows = reading.Rows.OfType<PlayerBoxScoreLine>().Select(line => BoxScoreRows.Row(line, game, Cdn, asOf)).ToArray();
        return rows.Length == 0
            ? Nothing<NbacPlayerBoxscoreRow>(reading)
            : FinalScore.WhyNot(game, [.. rows.Select(row => (row.Team, row.Points))]) is { } why ? GameRows<NbacPlayerBoxscoreRow>.None(why) : new(rows);
    }

    /// <summary>The teams' rows of the traditional box score.</summary>
    public static GameRows<NbacTeamBoxscoreRow> Teams(RawPayload payload, NbacScheduleRow game, DateTimeOffset asOf)
    {
        var reading = PayloadCatalog.Read<BoxCounts>(Traditional, payload, asOf);
        var rows = reading.Rows.OfType<TeamBoxScoreLine>().Select(line => BoxScoreRows.Row(line, game, Traditional, asOf)).ToArray();
        return rows.Length == 0
            ? Nothing<NbacTeamBoxscoreRow>(reading)
            : FinalScore.WhyNot(game, [.. rows.Select(row => (row.Team, row.Points))]) is { } why ? GameRows<NbacTeamBoxscoreRow>.None(why) : new(rows);
    }

    private static GameRows<TRow> Nothing<TRow>(Reading<BoxCounts> reading) => GameRows<TRow>.None(reading.LeftOut.Count == 0 ? "has no lines" : null);
}
