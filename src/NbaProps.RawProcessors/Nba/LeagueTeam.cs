using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Payloads;

namespace NbaProps.RawProcessors.Nba;

/// <summary>Reads a team that the league names by id and letters.</summary>
internal static class LeagueTeam
{
    /// <summary>The team of an id; null when it is none of the thirty.</summary>
    /// <param name="id">The league's team id.</param>
    /// <param name="tricode">The letters beside it, which must be the same team's; null where there are none.</param>
    public static TeamTricode? Of(PayloadNode id, PayloadNode? tricode)
    {
        var team = TeamSpellings.FromNbaId(id.Whole());
        return team is { } known && tricode is { } written && !string.Equals(written.Text(), known.Value, StringComparison.Ordinal)
            ? throw written.Refused($"{known}, as its id says")
            : team;
    }
}
