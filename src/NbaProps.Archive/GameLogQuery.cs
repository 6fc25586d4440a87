using System.Globalization;

using Microsoft.AspNetCore.Http;

using NbaProps.Domain.Calendar;

namespace NbaProps.Archive;

/// <summary>What a request for a game log asks.</summary>
internal sealed record GameLogQuery(Season Season, string SeasonType, bool Players, GameDate? From, GameDate? To)
{
    private static readonly Dictionary<string, SeasonPhase?> Types = new(StringComparer.Ordinal)
    {
        ["Regular Season"] = SeasonPhase.Regular,
        ["Playoffs"] = SeasonPhase.Playoffs,
        ["PlayIn"] = SeasonPhase.PlayIn,
        ["Pre Season"] = SeasonPhase.Preseason,
        ["All Star"] = SeasonPhase.AllStar,
    };

    /// <summary>The part of the season; the league's word for it is among those known.</summary>
    public SeasonPhase Phase => Types[SeasonType]!.Value;

    /// <summary>Reads the parameters, or says which is wrong, as the league does.</summary>
    public static (GameLogQuery? Query, string? Problem) Of(IQueryCollection query)
    {
        if (!Season.TryParse(query["Season"], out var season))
        {
            return (null, "The Season property is required; accepted is a season such as 2022-23.");
        }

        if (!Types.ContainsKey(query["SeasonType"].ToString()))
        {
            return (null, $"The field SeasonType must match the regular expression '^({string.Join(")|(", Types.Keys)})$'.");
        }

        if (query["PlayerOrTeam"].ToString() is not ("P" or "T"))
        {
            return (null, "The field PlayerOrTeam must match the regular expression '^(P)|(T)$'.");
        }

        return TryDate(query["DateFrom"].ToString(), out var from) && TryDate(query["DateTo"].ToString(), out var to)
            ? (new GameLogQuery(season, query["SeasonType"].ToString(), query["PlayerOrTeam"].ToString() is "P", from, to), null)
            : (null, "The fields DateFrom and DateTo are dates MM/DD/YYYY.");
    }

    private static bool TryDate(string text, out GameDate? date)
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
