using System.Globalization;

using Microsoft.AspNetCore.Http;

using NbaProps.Domain.Calendar;

namespace NbaProps.Simulator.Serving.Nba;

/// <summary>What a request for a game log asks.</summary>
/// <param name="Season">The season.</param>
/// <param name="SeasonType">The part of it in the league's words, repeated in the answer.</param>
/// <param name="Phase">The part of it.</param>
/// <param name="Players">One line per player; else one per team.</param>
/// <param name="From">First date; null for any.</param>
/// <param name="To">Last date; null for any.</param>
internal sealed record GameLogQuery(Season Season, string SeasonType, SeasonPhase Phase, bool Players, GameDate? From, GameDate? To)
{
    private static readonly Dictionary<string, SeasonPhase> Types = new(StringComparer.Ordinal)
    {
        ["Regular Season"] = SeasonPhase.Regular,
        ["Playoffs"] = SeasonPhase.Playoffs,
        ["PlayIn"] = SeasonPhase.PlayIn,
        ["Pre Season"] = SeasonPhase.Preseason,
        ["All Star"] = SeasonPhase.AllStar,
    };

    /// <summary>Reads the parameters, or says which is wrong, as the league does.</summary>
    public static (GameLogQuery? Query, string Problem) Of(IQueryCollection query)
    {
        var type = query["SeasonType"].ToString();
        if (!Season.TryParse(query["Season"], out var season))
        {
            return (null, "The Season property is required; accepted is a season such as 2025-26.");
        }

        if (!Types.TryGetValue(type, out var phase))
        {
            return (null, $"The field SeasonType must match the regular expression '^({string.Join(")|(", Types.Keys)})$'.");
        }

        if (query["PlayerOrTeam"].ToString() is not ("P" or "T"))
        {
            return (null, "The field PlayerOrTeam must match the regular expression '^(P)|(T)$'.");
        }

        return TryDate(query["DateFrom"].ToString(), out var from) && TryDate(query["DateTo"].ToString(), out var to)
            ? (new(season, type, phase, query["PlayerOrTeam"].ToString() is "P", from, to), string.Empty)
            : (null, "The fields DateFrom and DateTo are dates MM/DD/YYYY.");
    }

    /// <summary>Reads a date as stats.nba.com is asked for one, 02/11/2026; nothing is no date.</summary>
    /// <returns>Whether it is one, or nothing.</returns>
    public static bool TryDate(string text, out GameDate? date)
    {
        date = null;
        if (text.Length == 0)
        {
            return true;
        }

        var read = DateOnly.TryParseExact(text, "MM/dd/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day >= GameDate.MinValue.ToDateOnly() && day <= GameDate.MaxValue.ToDateOnly();
        date = read ? GameDate.FromDateOnly(day) : null;
        return read;
    }
}
