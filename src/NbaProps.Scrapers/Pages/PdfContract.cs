using System.Globalization;
using System.Text.RegularExpressions;

using NbaProps.Scrapers.Contracts;
using NbaProps.Shared.Resilience;

namespace NbaProps.Scrapers.Pages;

/// <summary>What the text of a PDF must have before it is taken for the thing that was asked for: whoever stands in is asked by the scraper's outcome alone.</summary>
/// <param name="accepted">The PDF in words.</param>
/// <param name="headings">Headings of columns, each of which must be somewhere.</param>
/// <param name="line">What some line must look like.</param>
/// <param name="lineInWords">The same in words.</param>
internal sealed partial class PdfContract(string accepted, string[] headings, Regex line, string lineInWords)
{
    /// <summary>Whether each page ends with its number and how many there are, in order.</summary>
    public bool HasPageNumbers { get; init; }

    /// <summary>Refuses a text that is not as it must be.</summary>
    public void Check(string scraper, string address, string text)
    {
        var check = new PayloadCheck(scraper, address, accepted);
        if (headings.FirstOrDefault(heading => !text.Contains(heading, StringComparison.Ordinal)) is { } missing)
        {
            throw check.Changed($"a PDF without {missing}", new ContractBreak(missing, "missing", "a heading of a column"));
        }

        if (!line.IsMatch(text))
        {
            throw check.Changed($"a PDF without {lineInWords}", new ContractBreak(lineInWords, "missing", "a line of it"));
        }

        var numbers = Numbers().Matches(text).Select(found => found.Value).ToArray();
        if (HasPageNumbers && (numbers.Length == 0 || !numbers.SequenceEqual(numbers.Select((_, place) => string.Create(CultureInfo.InvariantCulture, $"Page {place + 1} of {numbers.Length}")), StringComparer.Ordinal)))
        {
            // The source is as it was, and this is no whole file of it: the next attempt may get one.
            throw check.Unexpected(numbers.Length == 0 ? "a PDF without a page's number" : $"a PDF of {string.Join(", ", numbers)}");
        }
    }

    [GeneratedRegex("Page [0-9]+ of [0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();
}
