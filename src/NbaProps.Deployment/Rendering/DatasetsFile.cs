using System.Globalization;
using System.Text.Json.Nodes;

using NbaProps.Deployment.Declaring;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Deployment.Rendering;

/// <summary>Datasets and the archive's bucket, as messages of BigQuery's and Cloud Storage's interfaces; and which tables there are, which <c>schema apply</c> makes.</summary>
internal static class DatasetsFile
{
    // Longer than any write waits for its staging table, which also expires by itself.
    private static readonly TimeSpan StagedFor = TimeSpan.FromDays(1);

    public static JsonObject Of(PipelineManifest manifest)
    {
        var datasets = new Datasets(manifest);
        return new()
        {
            ["datasets"] = new JsonArray([.. datasets.OfTables.Select(Dataset), Staging()]),
            ["tables"] = new JsonArray([.. manifest.AllTables.Select(table => table.FullName).Order(StringComparer.Ordinal).Select(name => JsonValue.Create(name))]),
            ["bucket"] = Bucket(),
        };
    }

    private static JsonObject Dataset(string name) => new()
    {
        ["datasetReference"] = new JsonObject { ["projectId"] = Placeholder.Project.ToString(), ["datasetId"] = name },
        ["location"] = Placeholder.Location.ToString(),
    };

    private static JsonObject Staging()
    {
        var dataset = Dataset(Datasets.Staging);
        dataset["defaultTableExpirationMs"] = StagedFor.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
        return dataset;
    }

    // Payloads are never changed; one that a person deleted can be had back for a week.
    private static JsonObject Bucket() => new()
    {
        ["name"] = Placeholder.Bucket.ToString(),
        ["location"] = Placeholder.Location.ToString(),
        ["storageClass"] = "STANDARD",
        ["iamConfiguration"] = new JsonObject
        {
            ["uniformBucketLevelAccess"] = new JsonObject { ["enabled"] = true },
            ["publicAccessPrevention"] = "enforced",
        },
        ["softDeletePolicy"] = new JsonObject { ["retentionDurationSeconds"] = "604800" },
    };
}
