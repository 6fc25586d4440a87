using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

using NbaProps.Tests.Support;

namespace NbaProps.Tests.Dependencies;

/// <summary>Every package is known with its license, and each published service says what it is made of.</summary>
public sealed class PackageTests
{
    private static readonly (string Service, string Project)[] Services =
    [
        ("scrapers", "NbaProps.Scrapers"), ("raw-processors", "NbaProps.RawProcessors"), ("analytics", "NbaProps.Analytics"),
        ("precompute", "NbaProps.Precompute"), ("predictions", "NbaProps.Predictions"), ("operations", "NbaProps.Operations"),
    ];

    [Fact]
    public void Every_package_has_a_license_that_is_taken()
    {
        Assets.Restored.ShouldContain("NbaProps.Tests");
        Assets.Restored.SelectMany(Assets.Of).Where(package => !package.IsOurs && !Licenses.AreAllowed(package.License))
            .Select(package => $"{package.Name} {package.Version}: {package.License}").Distinct(StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("MIT", true)]
    [InlineData("MS-PL OR Apache-2.0", true)]
    [InlineData("GPL-3.0-only OR MIT", true)]
    [InlineData("MIT AND Apache-2.0", true)]
    [InlineData("GPL-3.0-only", false)]
    [InlineData("MIT AND GPL-3.0-only", false)]
    [InlineData("mit", false)]
    [InlineData("a license of its own", false)]
    [InlineData("no license that a program can read", false)]
    public void A_license_is_taken_or_not(string expression, bool isTaken) => Licenses.AreAllowed(expression).ShouldBe(isTaken);

    [Fact]
    public void The_page_of_packages_is_what_was_restored()
    {
        var page = RepositoryRoot.Of(Path.Combine("docs", "05-development", "packages.md"));
        var expected = Page();
        if (Environment.GetEnvironmentVariable("NBAPROPS_WRITE_DOCS") == "1")
            File.WriteAllText(page, expected);

        File.ReadAllText(page).ShouldBe(expected, "Write it with: NBAPROPS_WRITE_DOCS=1 dotnet test tests/NbaProps.Tests --filter PackageTests");
    }

    /// <summary>Leaves them in <c>artifacts/sbom</c>, where CI takes them from.</summary>
    [Fact]
    public async Task Each_published_service_says_what_it_is_made_of()
    {
        var folder = Directory.CreateDirectory(RepositoryRoot.Of(Path.Combine("artifacts", "sbom"))).FullName;
        var commit = await CommitAsync();
        foreach (var (service, project) in Services)
        {
            var bom = Sbom.Of(service, project, commit, Assets.Of(project));
            await File.WriteAllTextAsync(Path.Combine(folder, $"{service}.cdx.json"), bom.ToJsonString(new() { WriteIndented = true }));

            using var written = JsonDocument.Parse(bom.ToJsonString());
            Faults(written.RootElement).ShouldBeEmpty(service);
            var names = written.RootElement.GetProperty("components").EnumerateArray().Select(component => component.GetProperty("name").GetString()).ToArray();
            names.ShouldContain("NbaProps.Hosting");
            names.ShouldContain("Polly.Core");
            names.ShouldNotContain("Meziantou.Analyzer", "it is not there when the service runs");
            names.ShouldContain("SQLitePCLRaw.lib.e_sqlite3");
        }
    }

    [Theory]
    [InlineData("\"specVersion\":\"1.5\"", "\"specVersion\":\"9\"", "specVersion")]
    [InlineData("\"version\":1,", "\"version\":\"1\",", "version")]
    [InlineData("\"alg\":\"SHA-512\",\"content\":\"", "\"alg\":\"SHA-512\",\"content\":\"z", "hash")]
    [InlineData("\"type\":\"library\",\"bom-ref\":\"pkg:nuget/Serilog@", "\"type\":\"librarian\",\"bom-ref\":\"pkg:nuget/Serilog@", "component")]
    [InlineData("\"ref\":\"pkg:nuget/Serilog@", "\"ref\":\"pkg:nuget/Nobody@", "ref")]
    public void What_CycloneDX_does_not_have_is_found(string kept, string broken, string fault)
    {
        var text = Sbom.Of("analytics", "NbaProps.Analytics", "c0ffee", Assets.Of("NbaProps.Analytics")).ToJsonString();
        text.ShouldContain(kept);
        using var bom = JsonDocument.Parse(text.Replace(kept, broken, StringComparison.Ordinal));

        Faults(bom.RootElement).ShouldContain(found => found.StartsWith(fault, StringComparison.Ordinal));
    }

    // What the schema of CycloneDX 1.5 asks of the parts that are used.
    private static IEnumerable<string> Faults(JsonElement bom)
    {
        if (bom.GetProperty("bomFormat").GetString() != "CycloneDX" || bom.GetProperty("specVersion").GetString() != "1.5")
            yield return "specVersion";
        if (bom.GetProperty("version").ValueKind != JsonValueKind.Number)
            yield return "version";
        var components = bom.GetProperty("components").EnumerateArray().Append(bom.GetProperty("metadata").GetProperty("component")).ToArray();
        var references = components.Select(component => component.GetProperty("bom-ref").GetString()!).ToArray();
        if (references.Distinct(StringComparer.Ordinal).Count() != references.Length)
            yield return "bom-ref twice";
        foreach (var component in components)
        {
            var name = component.GetProperty("name").GetString();
            if (component.GetProperty("type").GetString() is not ("library" or "application") || string.IsNullOrEmpty(name))
                yield return $"component {name}";
            if (component.TryGetProperty("hashes", out var hashes) && hashes.EnumerateArray().Any(hash => !Regex.IsMatch(hash.GetProperty("content").GetString()!, "^[a-f0-9]{128}$")))
                yield return $"hash of {name}";
            if (component.TryGetProperty("licenses", out var licenses) && licenses.EnumerateArray().Any(license => license.TryGetProperty("license", out _) == license.TryGetProperty("expression", out _)))
                yield return $"license of {name}";
        }

        var depending = bom.GetProperty("dependencies").EnumerateArray().ToArray();
        foreach (var reference in depending.Select(one => one.GetProperty("ref").GetString()!).Concat(depending.SelectMany(one => one.GetProperty("dependsOn").EnumerateArray()).Select(one => one.GetString()!)))
        {
            if (!references.Contains(reference, StringComparer.Ordinal))
                yield return $"ref {reference}";
        }
    }

    private static string Page()
    {
        var page = new StringBuilder(
            """
            # Packages

            Written by a test (`PackageTests`) from what the restore resolved, with the license that each package says of itself. A package whose license is not one of those taken (MIT, Apache-2.0, BSD, MS-PL) fails it.
            Why each is there: [dependencies.md](dependencies.md).

            ## In what is published

            What a service or the command line is made of, packages of packages as well. Each service's own list is a bill of materials (CycloneDX 1.5), which CI keeps with the run as the artifact `sbom`. The .NET runtime
            and the system below it are the base image's.

            | package | version | license | in |
            |---|---|---|---|

            """.ReplaceLineEndings("\n"));
        var published = Services.Append(("the command line", "NbaProps.Cli")).Select(one => (Name: one.Item1, Packages: Assets.Of(one.Item2).Where(package => !package.IsOurs && package.Runs).ToArray())).ToArray();
        foreach (var package in published.SelectMany(one => one.Packages).DistinctBy(package => (package.Name, package.Version)).OrderBy(package => package.Name, StringComparer.Ordinal))
        {
            string[] parts = [.. published.Where(one => one.Packages.Any(other => other.Name == package.Name && other.Version == package.Version)).Select(one => one.Name)];
            page.Append(CultureInfo.InvariantCulture, $"| {package.Name} | {package.Version} | {package.License} | {(parts.Length == published.Length ? "all" : string.Join(", ", parts))} |\n");
        }

        page.Append("\n## For building and testing\n\nOf `tests/NbaProps.Tests`. Without versions: which patch of a tool resolves depends on the feed.\n\n| package | license |\n|---|---|\n");
        var running = published.SelectMany(one => one.Packages).Select(package => package.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var package in Assets.Of("NbaProps.Tests").Where(package => !package.IsOurs && !running.Contains(package.Name)))
            page.Append(CultureInfo.InvariantCulture, $"| {package.Name} | {package.License} |\n");
        return page.ToString();
    }

    private static async Task<string> CommitAsync()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["rev-parse", "HEAD"]) { WorkingDirectory = RepositoryRoot.Path, RedirectStandardOutput = true, UseShellExecute = false })!;
        var commit = (await git.StandardOutput.ReadToEndAsync()).Trim();
        await git.WaitForExitAsync();
        return commit;
    }
}
