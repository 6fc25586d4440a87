using NbaProps.Domain;
using NbaProps.Domain.Features;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Warehouse.Ddl;

namespace NbaProps.Shared.Deployment;

/// <summary>What all builds of an installation must agree on, by name and hash: each service states it at <see cref="BuildIdentity.Address"/>.</summary>
public static class BuildContracts
{
    /// <summary>The tables.</summary>
    public const string Schema = "schema";

    /// <summary>The features that the champion was trained on: stated by a service that serves a model, and by no other.</summary>
    public const string Champion = "champion";

    /// <summary>The features that a build computes and reads.</summary>
    public static string Features => $"features.{FeatureContract.Version}";

    /// <summary>Those that every build of a pipeline has.</summary>
    public static IReadOnlyList<ContractHash> Of(PipelineManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return [new(Schema, ContentHash.Of([.. manifest.AllTables.Select(BigQueryDdl.Write)])), new(Features, FeatureContract.Hash)];
    }
}
