using System.Globalization;

using NbaProps.Domain.Calendar;

namespace NbaProps.Truth.Walking;

/// <summary>What a campaign is asked for.</summary>
/// <param name="Seed">Which league.</param>
/// <param name="Data">The folder that it is walked in.</param>
/// <param name="To">The last date; null for the season's.</param>
/// <param name="WithPlays">Whether the sources of play-by-play are switched on.</param>
/// <param name="Walks">Whether the season is walked; otherwise the folder is only compared.</param>
internal sealed record CampaignOptions(long Seed, string Data, GameDate? To, bool WithPlays, bool Walks)
{
    /// <summary>Reads the arguments; null when they are wrong.</summary>
    public static CampaignOptions? Read(IReadOnlyList<string> arguments)
    {
        var options = new CampaignOptions(1, string.Empty, null, WithPlays: true, Walks: true);
        for (var place = 0; place < arguments.Count; place++)
        {
            var value = place + 1 < arguments.Count ? arguments[place + 1] : string.Empty;
            var (read, taken) = arguments[place] switch
            {
                "--without-play-by-play" => (options with { WithPlays = false }, 0),
                "--compare-only" => (options with { Walks = false }, 0),
                "--seed" when long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed) => (options with { Seed = seed }, 1),
                "--to" when GameDate.TryParse(value, out var to) => (options with { To = to }, 1),
                "--data" when value.Length > 0 => (options with { Data = value }, 1),
                _ => (null, 0),
            };
            if (read is null)
            {
                return null;
            }

            (options, place) = (read, place + taken);
        }

        return options.Data.Length > 0 ? options : null;
    }
}
