using System.Globalization;
using System.Xml.Linq;

using NbaProps.Shared.Resilience;

namespace NbaProps.Cli.Running;

/// <summary>What came of the suites.</summary>
/// <param name="Tests">Every test, one after the other; a row of a theory is one.</param>
/// <param name="Ports">The ports that were to be asked.</param>
internal sealed record SuiteResults(IReadOnlyList<SuiteTest> Tests, IReadOnlyList<string> Ports)
{
    private const string ClassPrefix = "Project";
    private const string ClassSuffix = "Tests";

    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>Ports of which no test ran: their suite is not there, or is called something else.</summary>
    public IReadOnlyList<string> NotAsked => [.. Ports.Where(port => !Tests.Any(test => test.Port == port && test.Outcome != SuiteOutcome.LeftOut))];

    /// <summary>Reads the file that <c>dotnet test</c> writes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="ports">The ports that were to be asked.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task<SuiteResults> ReadAsync(string path, IReadOnlyList<string> ports, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        var document = await XDocument.LoadAsync(file, LoadOptions.None, cancellationToken);
        return new([.. document.Descendants(Trx + "UnitTestResult").Select(TestOf).OrderBy(test => test.Port, StringComparer.Ordinal).ThenBy(test => test.Name, StringComparer.Ordinal)], ports);
    }

    /// <summary>These results, of a run that came to its end. One that was killed has written what had ended, and that may all have passed.</summary>
    /// <param name="code">The exit code of <c>dotnet test</c>: not 0 is a failed test, or a run without an end.</param>
    /// <param name="said">The last that it said.</param>
    /// <exception cref="PermanentException">It did not come to its end.</exception>
    public SuiteResults Ended(int code, string said) => code == 0 || Tests.Any(test => test.Outcome == SuiteOutcome.Failed)
        ? this
        : throw new PermanentException(string.Create(CultureInfo.InvariantCulture, $"the suites were broken off after {Tests.Count} tests, with {code}: {said}"));

    private static SuiteTest TestOf(XElement result)
    {
        // Namespace, class and method, and what the row of a theory has.
        var name = (string)result.Attribute("testName")!;
        var method = name.AsSpan(0, name.IndexOf('(', StringComparison.Ordinal) is var row and >= 0 ? row : name.Length).LastIndexOf('.') + 1;
        var suite = name[..Math.Max(method - 1, 0)].Split('.')[^1];
        var outcome = (string?)result.Attribute("outcome") switch
        {
            "Passed" => SuiteOutcome.Passed,
            "NotExecuted" => SuiteOutcome.LeftOut,
            _ => SuiteOutcome.Failed,
        };
        var output = result.Element(Trx + "Output");
        var message = (string?)output?.Element(Trx + "ErrorInfo")?.Element(Trx + "Message") ?? (string?)output?.Element(Trx + "StdOut");
        return new(PortOf(suite), name[method..].Replace('_', ' '), outcome, outcome == SuiteOutcome.Passed ? null : (message ?? "no reason was given").Trim());
    }

    private static string PortOf(string suite) => suite.StartsWith(ClassPrefix, StringComparison.Ordinal) && suite.EndsWith(ClassSuffix, StringComparison.Ordinal)
        ? suite[ClassPrefix.Length..^ClassSuffix.Length].ToLowerInvariant()
        : suite;
}

/// <summary>What came of one test.</summary>
/// <param name="Port">The port.</param>
/// <param name="Name">The promise, in words.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">Why it failed or was left out; null when it passed.</param>
internal sealed record SuiteTest(string Port, string Name, SuiteOutcome Outcome, string? Reason);

/// <summary>How a test ended.</summary>
internal enum SuiteOutcome
{
    /// <summary>The promise holds.</summary>
    Passed,

    /// <summary>It does not.</summary>
    Failed,

    /// <summary>It was not asked: it says why.</summary>
    LeftOut,
}
