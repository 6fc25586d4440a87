using System.Text.Json;

using NbaProps.Deployment.Applying;
using NbaProps.Shared.Deployment;

namespace NbaProps.Cli.Rendering;

/// <summary>What is live against what is declared, as one document.</summary>
internal static class DeploymentJson
{
    public static void Write(Utf8JsonWriter json, string project, DeploymentDifferences differences)
    {
        json.WriteStartObject();
        json.WriteString("project", project);
        Findings(json, differences);
        json.WriteString("not_compared", DeploymentDifferences.NotCompared);
        json.WriteEndObject();
    }

    public static void Write(
        Utf8JsonWriter json, string project, IReadOnlyList<DeployedService> services, DeploymentDifferences differences, IReadOnlyList<string> refusals, IReadOnlyList<string> steps, string? problem)
    {
        json.WriteStartObject();
        json.WriteString("project", project);
        JsonOutput.Texts(json, "services", services.Select(service => service.Name));
        Findings(json, differences);
        JsonOutput.Texts(json, "refusals", refusals);
        JsonOutput.Texts(json, "steps", steps);
        json.WriteString("problem", problem);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, IReadOnlyList<DeployedService> services)
    {
        json.WriteStartObject();
        JsonOutput.Texts(json, "services", services.Select(service => service.Name));
        json.WriteEndObject();
    }

    private static void Findings(Utf8JsonWriter json, DeploymentDifferences differences)
    {
        foreach (var (name, ofThem) in new[] { ("differences", true), ("foreign", false) })
        {
            json.WriteStartArray(name);
            foreach (var finding in differences.All.Where(finding => finding.IsDifference == ofThem))
            {
                json.WriteStartObject();
                json.WriteString("problem", finding.Problem.ToString());
                json.WriteString("subject", finding.Subject);
                json.WriteString("message", finding.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        JsonOutput.Texts(json, "may_not_be_read", differences.Unread);
    }
}
