using NbaProps.Domain.Text;

namespace NbaProps.Hosting.Configuration;

/// <summary>Finds what was probably meant.</summary>
public static class NearestMatch
{
    /// <summary>The candidate nearest to a word by edits, or null when none is near enough to be a slip of the finger.</summary>
    /// <param name="word">What was typed.</param>
    /// <param name="candidates">What is accepted.</param>
    public static string? Of(string word, IEnumerable<string> candidates)
    {
        var best = candidates
            .Select(candidate => (Candidate: candidate, Distance: EditDistance.Of(word.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => pair.Candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Candidate is not null && best.Distance <= Math.Max(2, word.Length / 3) ? best.Candidate : null;
    }
}
