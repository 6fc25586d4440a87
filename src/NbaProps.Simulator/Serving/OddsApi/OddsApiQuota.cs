using System.Globalization;

using Microsoft.AspNetCore.Http;

namespace NbaProps.Simulator.Serving.OddsApi;

/// <summary>
/// Credits of a key, counted as The Odds API counts them: lists of events cost nothing, odds of an event one for each market that came back in each
/// region; they are given anew each month. May be used from any thread.
/// </summary>
/// <param name="monthly">Credits of a month.</param>
internal sealed class OddsApiQuota(int monthly)
{
    private readonly Lock _lock = new();
    private (int Year, int Month) _of;
    private int _used;

    /// <summary>Whether credits are left in the month of a moment.</summary>
    public bool HasCredits(DateTimeOffset now)
    {
        lock (_lock)
        {
            Turn(now);
            return _used < monthly;
        }
    }

    /// <summary>Takes what a call costs, and tells the answer's headers.</summary>
    /// <param name="now">When it is asked, UTC.</param>
    /// <param name="cost">Credits.</param>
    /// <param name="headers">Of the answer.</param>
    public void Take(DateTimeOffset now, int cost, IHeaderDictionary headers)
    {
        int used;
        lock (_lock)
        {
            Turn(now);
            used = _used += cost;
        }

        headers["x-requests-remaining"] = Math.Max(0, monthly - used).ToString(CultureInfo.InvariantCulture);
        headers["x-requests-used"] = used.ToString(CultureInfo.InvariantCulture);
        headers["x-requests-last"] = cost.ToString(CultureInfo.InvariantCulture);
    }

    private void Turn(DateTimeOffset now)
    {
        var month = (now.UtcDateTime.Year, now.UtcDateTime.Month);
        (_of, _used) = (month, month == _of ? _used : 0);
    }
}
