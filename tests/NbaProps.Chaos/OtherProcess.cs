using System.Diagnostics;
using System.Globalization;

namespace NbaProps.Chaos;

/// <summary>A seed that is run by another process of this program.</summary>
internal static class OtherProcess
{
    /// <summary>The hash of the seed's history there.</summary>
    /// <param name="seed">Which seed.</param>
    /// <param name="arguments">What else the program is told: <c>--toy</c>.</param>
    public static string HistoryHash(int seed, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(OtherProcess).Assembly.Location, .. arguments, "--seeds", "1", "--start", seed.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output.Split('\n').Single(line => line.StartsWith("history ", StringComparison.Ordinal))["history ".Length..].Trim();
    }
}
