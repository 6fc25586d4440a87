using System.Text.RegularExpressions;

namespace NbaProps.Tests.Incidents;

/// <summary>A line of the catalogue.</summary>
/// <param name="Number">Such as I-07.</param>
/// <param name="What">What happened.</param>
/// <param name="Prevention">What stands against it.</param>
/// <param name="Tests">Full names of the tests that reproduce it.</param>
/// <param name="IsMarked">Whether it says what it waits for, or what is missing.</param>
internal sealed partial record IncidentLine(string Number, string What, string Prevention, IReadOnlyList<string> Tests, bool IsMarked)
{
    /// <summary>The lines of a page: rows of its tables that begin with a number.</summary>
    public static IReadOnlyList<IncidentLine> Of(string page) =>
    [
        .. page.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Where(cells => cells.Length > 1 && NumberForm().IsMatch(cells[1])).Select(Parse),
    ];

    private static IncidentLine Parse(string[] cells) => cells is [_, var number, var what, var prevention, var proof, _]
        ? new(number, what, prevention, [.. TestForm().Matches(proof).Select(name => name.Groups[1].Value)], MarkForm().IsMatch(proof))
        : throw new FormatException($"{cells[1]} has {cells.Length - 2} cells, 4 are agreed: number, what happened, what stands against it, test.");

    [GeneratedRegex("^[IOS]-[0-9]{2}$", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex NumberForm();

    [GeneratedRegex("`(NbaProps\\.[A-Za-z0-9_.]+)`", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex TestForm();

    [GeneratedRegex("\\*(waits for|open)\\* \\S", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex MarkForm();
}
