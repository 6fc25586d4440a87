using System.Text.Json.Nodes;

namespace NbaProps.Tests.Dependencies;

/// <summary>What a published service is made of, as CycloneDX 1.5 has it. The .NET runtime and the system below it are the base image's.</summary>
internal static class Sbom
{
    /// <summary>Writes it. The same packages and commit give the same text.</summary>
    /// <param name="service">The service's name.</param>
    /// <param name="project">Its project.</param>
    /// <param name="commit">Of which it is built.</param>
    /// <param name="packages">What it is made of.</param>
    public static JsonObject Of(string service, string project, string commit, IReadOnlyList<Package> packages)
    {
        var running = packages.Where(package => package.Runs).ToArray();
        var references = running.ToDictionary(package => package.Name, package => ReferenceOf(package, commit), StringComparer.OrdinalIgnoreCase);
        var direct = running.Where(package => !running.Any(other => other.Needs.Contains(package.Name, StringComparer.OrdinalIgnoreCase))).Select(package => package.Name);
        return new JsonObject
        {
            ["$schema"] = "http://cyclonedx.org/schema/bom-1.5.schema.json",
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.5",
            ["version"] = 1,
            ["metadata"] = new JsonObject
            {
                ["component"] = new JsonObject { ["type"] = "application", ["bom-ref"] = $"nbaprops/{service}", ["group"] = "nbaprops", ["name"] = service, ["version"] = commit, ["description"] = project },
            },
            ["components"] = new JsonArray([.. running.Select(package => Component(package, references[package.Name], commit))]),
            ["dependencies"] = new JsonArray(
            [
                Depends($"nbaprops/{service}", direct.Select(name => references[name])),
                .. running.Select(package => Depends(references[package.Name], package.Needs.Where(references.ContainsKey).Select(name => references[name]))),
            ]),
        };
    }

    private static JsonObject Component(Package package, string reference, string commit)
    {
        var component = new JsonObject { ["type"] = "library", ["bom-ref"] = reference, ["name"] = package.Name, ["version"] = package.IsOurs ? commit : package.Version };
        if (package.IsOurs)
        {
            component["group"] = "nbaprops";
            return component;
        }

        component["hashes"] = new JsonArray(new JsonObject { ["alg"] = "SHA-512", ["content"] = package.Sha512 });
        component["licenses"] = new JsonArray(package.License.Contains(' ', StringComparison.Ordinal)
            ? new JsonObject { ["expression"] = package.License }
            : new JsonObject { ["license"] = new JsonObject { ["id"] = package.License } });
        component["purl"] = reference;
        return component;
    }

    private static JsonObject Depends(string reference, IEnumerable<string> on) =>
        new() { ["ref"] = reference, ["dependsOn"] = new JsonArray([.. on.Order(StringComparer.Ordinal).Select(other => JsonValue.Create(other))]) };

    private static string ReferenceOf(Package package, string commit) => package.IsOurs ? $"nbaprops/{package.Name}@{commit}" : $"pkg:nuget/{package.Name}@{package.Version}";
}
