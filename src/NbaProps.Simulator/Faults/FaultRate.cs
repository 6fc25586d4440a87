using System.Globalization;

namespace NbaProps.Simulator.Faults;

/// <summary>How often something goes wrong.</summary>
/// <param name="Feed">The feed's name, <see cref="Feeds.League"/>, or <c>*</c> for every one that can have it.</param>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Probability">0 to 1, for each of what the kind happens to.</param>
public sealed record FaultRate(string Feed, FaultKind Kind, double Probability)
{
    /// <summary>Every feed.</summary>
    public const string Every = "*";

    /// <summary>What is accepted as a text.</summary>
    public const string Accepted = "accepted is FEED:KIND:PROBABILITY such as odds_api_player_points:late:0.1 or *:500:0.02";

    /// <summary>Reads one.</summary>
    /// <param name="text">Such as <c>odds_api_player_points:late:0.1</c>.</param>
    /// <param name="rate">What it says; null where it says nothing.</param>
    /// <returns>What is wrong with it and what is accepted, in one line; null when nothing is.</returns>
    public static string? Read(string text, out FaultRate? rate)
    {
        rate = null;
        if (text.Split(':') is not [var feed, var word, var number])
        {
            return $"'{text}' is no fault: {Accepted}";
        }

        if (FaultKinds.OfWord(word) is not { } kind)
        {
            return $"'{word}' in '{text}' is no kind of fault: accepted are {string.Join(", ", FaultKinds.Words)}";
        }

        if (feed is not Every && !kind.FeedsOf().Contains(feed, StringComparer.Ordinal))
        {
            var known = feed is Feeds.League || Feeds.Find(feed) is not null;
            return $"'{feed}' in '{text}' is {(known ? $"nothing that '{word}' can happen to" : "no feed")}: accepted are {Every}, {string.Join(", ", kind.FeedsOf())}";
        }

        if (!double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var probability) || probability is not (>= 0 and <= 1))
        {
            return $"'{number}' in '{text}' is no probability: accepted is a number from 0 to 1";
        }

        rate = new FaultRate(feed, kind, probability);
        return null;
    }

    /// <summary>As it is read.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Feed}:{Kind.WordOf()}:{Probability:0.##########}");
}
