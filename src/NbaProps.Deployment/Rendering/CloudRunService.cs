using System.Globalization;
using System.Text.Json.Nodes;

using NbaProps.Deployment.Declaring;
using NbaProps.Hosting.Health;

namespace NbaProps.Deployment.Rendering;

/// <summary>A service as <c>gcloud run services replace</c> takes it: Cloud Run's interface, version 1.</summary>
internal static class CloudRunService
{
    // Ten seconds a try: what it asks may have to fetch a token, and look at every table.
    private const int ProbeSeconds = 10;
    private const int ProbeTries = 18;
    private const string SecretsVolume = "secret-";

    public static JsonObject Of(ServiceDeclaration declaration) => new()
    {
        ["apiVersion"] = "serving.knative.dev/v1",
        ["kind"] = "Service",
        ["metadata"] = new JsonObject
        {
            ["name"] = declaration.Service.Name,
            ["labels"] = new JsonObject { ["app"] = "nbaprops", ["commit"] = Placeholder.Commit.ToString() },
            ["annotations"] = new JsonObject
            {
                // Pub/Sub and Cloud Scheduler come from outside; who may enter is said by the policy, and checked by the service once more.
                ["run.googleapis.com/ingress"] = "all",
                ["run.googleapis.com/invoker-iam-disabled"] = "false",
            },
        },
        ["spec"] = new JsonObject
        {
            ["template"] = new JsonObject { ["metadata"] = TemplateMetadata(declaration), ["spec"] = TemplateSpec(declaration) },
            ["traffic"] = new JsonArray(new JsonObject { ["latestRevision"] = true, ["percent"] = 100 }),
        },
    };

    private static JsonObject TemplateMetadata(ServiceDeclaration declaration) => new()
    {
        ["labels"] = new JsonObject { ["app"] = "nbaprops", ["commit"] = Placeholder.Commit.ToString() },
        ["annotations"] = new JsonObject
        {
            ["autoscaling.knative.dev/minScale"] = Text(declaration.MinInstances),
            ["autoscaling.knative.dev/maxScale"] = Text(declaration.MaxInstances),

            // All that a request begins is done before it is answered.
            ["run.googleapis.com/cpu-throttling"] = "true",
            ["run.googleapis.com/startup-cpu-boost"] = "true",
            ["run.googleapis.com/execution-environment"] = "gen2",
        },
    };

    private static JsonObject TemplateSpec(ServiceDeclaration declaration)
    {
        var files = declaration.Secrets.Where(secret => secret.File is not null).ToArray();
        var container = new JsonObject
        {
            ["image"] = declaration.Image,
            ["ports"] = new JsonArray(new JsonObject { ["name"] = "http1", ["containerPort"] = 8080 }),
            ["env"] = Environment(declaration),
            ["resources"] = new JsonObject { ["limits"] = new JsonObject { ["cpu"] = declaration.Cpu, ["memory"] = declaration.Memory } },
            ["startupProbe"] = Probe(HealthEndpoints.Ready, ProbeTries),
            ["livenessProbe"] = Probe(HealthEndpoints.Live, tries: 3),
        };
        var spec = new JsonObject
        {
            ["serviceAccountName"] = Identities.Of(declaration.Service).Email,
            ["containerConcurrency"] = declaration.Concurrency,
            ["timeoutSeconds"] = (int)ServiceDeclaration.Timeout.TotalSeconds,
            ["containers"] = new JsonArray(container),
        };
        if (files.Length > 0)
        {
            container["volumeMounts"] = new JsonArray([.. files.Select(secret => new JsonObject { ["name"] = SecretsVolume + secret.Name, ["mountPath"] = Path.GetDirectoryName(secret.File) })]);
            spec["volumes"] = new JsonArray([.. files.Select(Volume)]);
        }

        return spec;
    }

    private static JsonObject Volume(DeployedSecret secret) => new()
    {
        ["name"] = SecretsVolume + secret.Name,
        ["secret"] = new JsonObject
        {
            ["secretName"] = secret.Name,
            ["items"] = new JsonArray(new JsonObject { ["key"] = "latest", ["path"] = Path.GetFileName(secret.File) }),
        },
    };

    private static JsonArray Environment(ServiceDeclaration declaration) =>
    [
        .. Services.VariablesOf(declaration).Select(pair => new JsonObject { ["name"] = pair.Key, ["value"] = pair.Value }),
        .. declaration.Secrets.Where(secret => secret.File is null).OrderBy(secret => secret.Variable, StringComparer.Ordinal).Select(secret => new JsonObject
        {
            ["name"] = secret.Variable,
            ["valueFrom"] = new JsonObject { ["secretKeyRef"] = new JsonObject { ["name"] = secret.Name, ["key"] = "latest" } },
        }),
    ];

    private static JsonObject Probe(string path, int tries) => new()
    {
        ["httpGet"] = new JsonObject { ["path"] = path, ["port"] = 8080 },
        ["timeoutSeconds"] = ProbeSeconds,
        ["periodSeconds"] = ProbeSeconds,
        ["failureThreshold"] = tries,
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
