using System.Globalization;

using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.BallDontLie;

/// <summary>balldontlie's numbers of the teams: 1 to 30 in the order of their full names.</summary>
internal static class BallDontLieTeams
{
    private static readonly IReadOnlyList<TeamTricode> InOrder = [.. TeamTricode.All.OrderBy(TeamSpellings.FullName, StringComparer.Ordinal)];

    /// <summary>The team of a number; null when it is none of the thirty.</summary>
    public static TeamTricode? Of(int number) => number >= 1 && number <= InOrder.Count ? InOrder[number - 1] : null;

    /// <summary>The team of an object with abbreviation and number; null when it is none of the thirty.</summary>
    /// <exception cref="PermanentException">Abbreviation and number are two teams'.</exception>
    public static TeamTricode? Of(PayloadNode team)
    {
        if (!TeamTricode.TryParse(team.Required("abbreviation").Text(), out var code))
        {
            return null;
        }

        var id = team.Required("id");
        return Of(id.Whole()) == code
            ? code
            : throw id.Refused(string.Create(CultureInfo.InvariantCulture, $"{InOrder.Index().Single(other => other.Item == code).Index + 1}, the number of {code}"));
    }
}
