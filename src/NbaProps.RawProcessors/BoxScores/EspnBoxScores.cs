using NbaProps.RawProcessors.Chains;
using NbaProps.RawProcessors.Espn;
using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Quality.Aliases;

namespace NbaProps.RawProcessors.BoxScores;

/// <summary>ESPN's box scores of single games as what stands in for the league's. They state neither date nor status, and know players by name.</summary>
/// <param name="players">Finds the players.</param>
internal sealed class EspnBoxScores(NamedPlayers players)
{
    private const string Source = NameSources.Espn;

    /// <summary>The players' rows.</summary>
    public GameRows<NbacPlayerBoxscoreRow> Players(RawPayload payload, NbacScheduleRow game, DateTimeOffset asOf)
    {
        var reading = PayloadCatalog.Read<EspnBoxScoreLine>(Source, payload, asOf);
        if (reading.Rows.Count == 0)
        {
            return GameRows<NbacPlayerBoxscoreRow>.None(reading.LeftOut.Count == 0 ? "has no lines" : null);
        }

        // Of another game it is refused by its teams before its points are held against this one's.
        var rows = players.Rows(reading.Rows.Select(Named), game, Source, asOf);
        return FinalScore.WhyNot(game, [.. reading.Rows.Select(line => (line.Team, line.Points))]) is { } why ? GameRows<NbacPlayerBoxscoreRow>.None(why) : rows;
    }

    private static NamedLine Named(EspnBoxScoreLine line) => new(line.PlayerName, line.NameKey, line.Team, line.Opponent, line.Minutes, line);
}
