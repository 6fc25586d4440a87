using System.Text;

namespace NbaProps.Simulator.Faults.Answering;

/// <summary>The lines of a file of comma-separated values, whose cells hold no line ends.</summary>
internal static class CsvPayload
{
    /// <summary>Whether an answer is one.</summary>
    public static bool Is(ServedAnswer answer) => answer.ContentType?.StartsWith("text/csv", StringComparison.Ordinal) == true;

    /// <summary>Changes it.</summary>
    /// <param name="answer">A file with a heading.</param>
    /// <param name="change">From its heading and lines to others.</param>
    public static ServedAnswer Change(ServedAnswer answer, Func<string, IReadOnlyList<string>, IEnumerable<string>> change)
    {
        var lines = Encoding.UTF8.GetString(answer.Body.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return answer.With(Encoding.UTF8.GetBytes(string.Concat(change(lines[0], lines[1..]).Select(line => line + "\n"))));
    }
}
