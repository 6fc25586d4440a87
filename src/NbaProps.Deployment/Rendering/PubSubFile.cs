using System.Text.Json.Nodes;

using NbaProps.Deployment.Declaring;
using NbaProps.GoogleCloud.PubSub;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Deployment;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Deployment.Rendering;

/// <summary>Topics and subscriptions, as messages of Pub/Sub's interface: those that the adapter declares, with the addresses of Cloud Run.</summary>
internal static class PubSubFile
{
    public static JsonObject Of(PipelineManifest manifest)
    {
        var options = new PubSubOptions();
        var description = new PubSubDescription(Placeholder.Project.ToString(), options);
        return new()
        {
            ["topics"] = new JsonArray([.. Topics.Of(manifest).Append(options.DeadLetterTopic).Select(description.Topic)]),
            ["subscriptions"] = new JsonArray([description.DeadLetters(), .. DeployedServices.All.SelectMany(service => SubscriptionsOf(service, manifest, description))]),
        };
    }

    private static IEnumerable<JsonNode> SubscriptionsOf(DeployedService service, PipelineManifest manifest, PubSubDescription description)
    {
        if (service.Phase is not { } phase)
        {
            yield break;
        }

        // What becomes the address is none yet, and stands in afterwards.
        var nowhere = new Uri($"https://{service.Name}.invalid{PushEndpoint.Path}");
        var url = ServiceDeclaration.UrlOf(service);
        foreach (var subscription in PushSubscriptions.Of(phase, manifest, nowhere))
        {
            var message = description.Of(subscription, new PushIdentity(Identities.Push.Email, url));
            message["pushConfig"]!["pushEndpoint"] = url + PushEndpoint.Path;
            yield return message;
        }
    }
}
