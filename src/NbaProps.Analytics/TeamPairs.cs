using NbaProps.Domain.BoxScores;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Analytics;

/// <summary>One team's line of a final game, with the opponent's where it is there.</summary>
internal sealed record TeamPair(NbacTeamBoxscoreRow Row, NbacTeamBoxscoreRow? Other)
{
    public BoxLine Line { get; } = BoxLines.Of(Row);

    public BoxLine? OtherLine { get; } = Other is null ? null : BoxLines.Of(Other);

    /// <summary>Points minus the opponent's.</summary>
    public int? Margin => Other is null ? null : Row.Points - Other.Points;

    /// <summary>Of the game: the mean of both teams' possessions.</summary>
    public double? Pace => BoxScoreMath.Pace(Line.Possessions, OtherLine?.Possessions, Row.Minutes);

    /// <summary>The lines of the date's final games, by game and team.</summary>
    public static IReadOnlyList<TeamPair> Of(IInputs inputs, RunContext context, FinalGames finals)
    {
        var lines = inputs.Rows<NbacTeamBoxscoreRow>().Where(row => row.GameDate == context.Date && finals.Contains(row.GameId)).ToArray();
        var byTeam = lines.ToDictionary(row => (row.GameId, row.Team));
        return [.. lines.OrderBy(row => row.GameId).ThenBy(row => row.Team).Select(row => new TeamPair(row, byTeam.GetValueOrDefault((row.GameId, row.Opponent))))];
    }

    /// <summary>A sentence for each line that stands alone.</summary>
    public static IReadOnlyList<string> Problems(IEnumerable<TeamPair> pairs) =>
        [.. pairs.Where(pair => pair.Other is null).Select(pair => $"{pair.Row.Opponent} has no team line in game {pair.Row.GameId}")];
}
