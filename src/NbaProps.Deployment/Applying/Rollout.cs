using System.Text.Json.Nodes;

using NbaProps.Deployment.Comparing;
using NbaProps.GoogleCloud.Run;
using NbaProps.Shared.Deployment;
using NbaProps.Shared.Resilience;

namespace NbaProps.Deployment.Applying;

/// <summary>
/// Brings a service to its declaration: a new revision beside the one that has the traffic, asked at an address of its own, given the traffic, asked again. How far that
/// is stands in the service itself, as tags of its traffic, so that whoever begins again goes on where it stopped.
/// </summary>
/// <param name="services">Cloud Run.</param>
/// <param name="probe">Asks services.</param>
/// <param name="pace">How patiently.</param>
/// <param name="time">The clock.</param>
internal sealed class Rollout(CloudRunServices services, ServiceProbe probe, RolloutPace pace, TimeProvider time)
{
    // The revision that is to take over, until it is proven with the traffic; and the one that it takes over from.
    private const string Next = "next";
    private const string Previous = "previous";

    // How often a change is tried that Cloud Run's own notes refuse.
    private const int Tries = 5;

    private readonly RolloutWait _wait = new(services, pace, time);

    /// <summary>Whether a rollout stopped half way.</summary>
    public static bool IsUnfinished(LiveService live) => live.WantedTraffic.Any(target => target.Tag is Next or Previous);

    /// <summary>Does what is left to do.</summary>
    /// <param name="service">The service.</param>
    /// <param name="declared">Its document, with the installation's values.</param>
    /// <param name="expected">What the new build has to say of itself.</param>
    /// <param name="told">Told of each step as it begins.</param>
    /// <param name="cancellationToken">Stops; what has the traffic then has it.</param>
    public async Task<RolloutResult> RunAsync(DeployedService service, JsonObject declared, ExpectedBuild expected, Action<string> told, CancellationToken cancellationToken)
    {
        if (await services.FindAsync(service.Name, cancellationToken) is null)
        {
            return await BeginAsync(service, declared, expected, told, cancellationToken);
        }

        // What is told of a change that is not finished is not what will be.
        if (await _wait.UntilSettledAsync(service.Name, cancellationToken) is not { } live)
        {
            return RolloutResult.Failed($"Cloud Run has not finished the last change of {service.Name}, and this begins none on top of it");
        }

        var serving = live.Serving is { } name ? await services.FindRevisionAsync(name, cancellationToken) : null;
        var isRight = serving is not null && IsAsDeclared(service, declared, serving.Document);
        if (!isRight)
        {
            return await ReplaceAsync(service, declared, expected, live, told, cancellationToken);
        }

        if (!IsUnfinished(live) && !ServiceComparison.OfMetadata(service.Name, declared, live).Any())
        {
            return RolloutResult.Unchanged;
        }

        var before = live.Traffic.Where(target => target.Tag == Previous && target.Revision is not null).Select(target => new Share(target.Revision!, 100)).ToArray();
        return await ProveAsync(service, declared, expected, live, live.Serving!, before, told, cancellationToken);
    }

    // There is nothing to keep the traffic, and nobody who may call: that right comes when the service is proven.
    private async Task<RolloutResult> BeginAsync(DeployedService service, JsonObject declared, ExpectedBuild expected, Action<string> told, CancellationToken cancellationToken)
    {
        var document = declared.DeepClone().AsObject();
        var revision = await NameAsync(service, document, expected, cancellationToken);
        document["spec"]!["traffic"] = new JsonArray(new JsonObject { ["latestRevision"] = true, ["percent"] = 100, ["tag"] = Next });
        told($"{service.Name}: makes the service with {revision}");
        await services.CreateAsync(document, cancellationToken);
        return await FirstAsync(service, declared, expected, revision, told, cancellationToken);
    }

    private async Task<RolloutResult> FirstAsync(DeployedService service, JsonObject declared, ExpectedBuild expected, string revision, Action<string> told, CancellationToken cancellationToken)
    {
        if (await _wait.UntilReadyAsync(revision, cancellationToken) is { } reason)
        {
            return RolloutResult.Failed($"{revision} is not ready, and {service.Name} has nothing else to take requests: {reason}");
        }

        return await _wait.UntilAsync(service.Name, live => live.Serving == revision, cancellationToken) is { } routed
            ? await ProveAsync(service, declared, expected, routed, revision, [], told, cancellationToken)
            : RolloutResult.Failed($"{revision} is ready, and {service.Name} does not send requests there");
    }

    private async Task<RolloutResult> ReplaceAsync(DeployedService service, JsonObject declared, ExpectedBuild expected, LiveService live, Action<string> told, CancellationToken cancellationToken)
    {
        Share[] before = [.. live.Traffic.Where(target => target is { Percent: > 0, Revision: not null }).Select(target => new Share(target.Revision!, target.Percent))];
        if (await BegunAsync(service, declared, live, cancellationToken) is not { } revision)
        {
            // What the service itself says of its commit and of who may come in changes with the build that is proven, and not before.
            var document = live.Document.DeepClone().AsObject();
            document["spec"] = Documents.Merge(Untrafficked(declared)["spec"], document["spec"]);
            document.Remove("status");
            revision = await NameAsync(service, document, expected, cancellationToken);
            document["spec"]!["traffic"] = before.Length == 0
                ? new JsonArray(new JsonObject { ["latestRevision"] = true, ["percent"] = 100, ["tag"] = Next })
                : new JsonArray([.. before.Select(share => share.Target()), new JsonObject { ["latestRevision"] = true, ["percent"] = 0, ["tag"] = Next }, .. OfOthers(live)]);
            told($"{service.Name}: makes {revision}, without traffic");
            await services.ChangeAsync(service.Name, document, cancellationToken);
        }

        if (before.Length == 0)
        {
            return await FirstAsync(service, declared, expected, revision, told, cancellationToken);
        }

        if (await _wait.UntilReadyAsync(revision, cancellationToken) is { } reason)
        {
            return RolloutResult.Failed($"{revision} is not ready, {Said(before)} keeps the traffic: {reason}");
        }

        var tagged = await _wait.UntilAsync(service.Name, one => one.Traffic.Any(target => target.Tag == Next && target.Revision == revision && target.Url is not null), cancellationToken);
        if (tagged is null)
        {
            return RolloutResult.Failed($"{revision} is ready and has no address of its own, {Said(before)} keeps the traffic");
        }

        var at = tagged.Traffic.First(target => target.Tag == Next).Url!;
        told($"{service.Name}: asks {revision} at {at}");
        if (await probe.WhyNotAsync(at, tagged.Url!, expected, cancellationToken) is { } problem)
        {
            return RolloutResult.Failed($"{revision} does not get the traffic, {Said(before)} keeps it: {problem}");
        }

        told($"{service.Name}: gives {revision} the traffic");
        var kept = before is [var only] ? new[] { new Share(only.Revision, 0).Target(Previous) } : [];
        await MoveAsync(tagged, [new Share(revision, 100).Target(Next), .. kept], cancellationToken);
        return await _wait.UntilAsync(service.Name, one => one.Serving == revision, cancellationToken) is { } moved
            ? await ProveAsync(service, declared, expected, moved, revision, before, told, cancellationToken)
            : RolloutResult.Failed($"{service.Name} does not send its requests to {revision}");
    }

    private async Task<RolloutResult> ProveAsync(
        DeployedService service, JsonObject declared, ExpectedBuild expected, LiveService live, string revision, Share[] before, Action<string> told, CancellationToken cancellationToken)
    {
        told($"{service.Name}: asks {revision} at {live.Url}");
        if (await probe.WhyNotAsync(live.Url!, live.Url!, expected, cancellationToken) is { } problem)
        {
            if (before.Length == 0)
            {
                return RolloutResult.Failed($"{revision} has the traffic, and nothing is known that had it before: {problem}");
            }

            told($"{service.Name}: gives {Said(before)} the traffic back");
            if (await WhyNotMovedAsync(live, [.. before.Select(share => share.Target())], metadata: null, cancellationToken) is { } kept)
            {
                return RolloutResult.Failed($"{revision} has failed with the traffic, and {Said(before)} did not get it back: {kept}: {problem}");
            }

            var back = before is not [var only] || await _wait.UntilAsync(service.Name, one => one.Serving == only.Revision, cancellationToken) is not null;
            return RolloutResult.Failed($"{revision} had the traffic and lost it again to {Said(before)}{(back ? string.Empty : ", which Cloud Run has not done yet")}: {problem}");
        }

        // What is declared of the service besides its revisions comes with the last step: it is nothing that could fail by itself.
        if (await WhyNotMovedAsync(live, [new Share(revision, 100).Target()], declared["metadata"], cancellationToken) is { } left)
        {
            return RolloutResult.Failed($"{revision} is proven with the traffic, and the last step is not done: {left}");
        }

        return await _wait.UntilAsync(service.Name, one => one.Serving == revision, cancellationToken) is null
            ? RolloutResult.Failed($"{revision} is proven with the traffic, and Cloud Run has not finished the last step of {service.Name}")
            : RolloutResult.Done($"{revision} has the traffic of {service.Name}");
    }

    // The revision of the last change, if that is what is declared and may still become ready.
    private async Task<string?> BegunAsync(DeployedService service, JsonObject declared, LiveService live, CancellationToken cancellationToken) =>
        live.WantedTraffic.Any(target => target.Tag == Next) && live.Template is { } template && IsAsDeclared(service, declared, template)
        && template["metadata"]?["name"]?.GetValue<string>() is { } name && await services.FindRevisionAsync(name, cancellationToken) is { IsReady: not false }
            ? name
            : null;

    private async Task<string> NameAsync(DeployedService service, JsonObject document, ExpectedBuild expected, CancellationToken cancellationToken)
    {
        var template = document["spec"]!["template"]!.AsObject();
        template["metadata"]!.AsObject().Remove("name");
        var name = await RevisionNames.OfAsync(services, service.Name, expected.Commit, template, cancellationToken);
        template["metadata"]!["name"] = name;
        return name;
    }

    private Task MoveAsync(LiveService live, JsonNode[] traffic, CancellationToken cancellationToken)
    {
        var document = live.Document.DeepClone().AsObject();
        document.Remove("status");
        document["spec"]!["traffic"] = new JsonArray([.. traffic, .. OfOthers(live)]);
        return services.ChangeAsync(document["metadata"]!["name"]!.GetValue<string>(), document, cancellationToken);
    }

    // Cloud Run writes into the service what it notes of it, and what was read before the build was asked may be old for that alone: it is read again. Where
    // requests are sent elsewhere by then than this sent them, somebody else did that, and knows better.
    private async Task<string?> WhyNotMovedAsync(LiveService asked, JsonNode[] traffic, JsonNode? metadata, CancellationToken cancellationToken)
    {
        var name = asked.Document["metadata"]!["name"]!.GetValue<string>();
        for (var attempt = 1; ; attempt++)
        {
            if (await services.FindAsync(name, cancellationToken) is not { } live || !live.WantedTraffic.SequenceEqual(asked.WantedTraffic))
            {
                return $"somebody else changed meanwhile where the requests of {name} go";
            }

            try
            {
                var document = live.Document.DeepClone().AsObject();
                document["metadata"] = metadata is null ? document["metadata"]!.DeepClone() : Documents.Merge(metadata, document["metadata"]);
                await MoveAsync(new LiveService(document), [.. traffic.Select(target => target.DeepClone())], cancellationToken);
                return null;
            }
            catch (TransientException refused) when (refused.IsConflict)
            {
                if (attempt == Tries)
                {
                    return refused.Message;
                }
            }

            await Pause.ForAsync(pace.Between, time, cancellationToken);
        }
    }

    // Addresses of revisions that somebody gave a name of his own: they have no traffic of ours, and stay.
    private static IEnumerable<JsonNode> OfOthers(LiveService live) => live.Traffic
        .Where(target => target is { Revision: not null, Tag: not (null or Next or Previous) }).Select(target => new Share(target.Revision!, 0).Target(target.Tag));

    private static bool IsAsDeclared(DeployedService service, JsonObject declared, JsonObject live) =>
        !ServiceComparison.OfTemplate(service.Name, declared["spec"]!["template"]!.AsObject(), live).Any(finding => finding.IsDifference);

    private static JsonObject Untrafficked(JsonObject declared)
    {
        var without = declared.DeepClone().AsObject();
        without["spec"]!.AsObject().Remove("traffic");
        return without;
    }

    private static string Said(Share[] shares) => string.Join(" and ", shares.Select(share => share.Revision));

    private sealed record Share(string Revision, int Percent)
    {
        public JsonNode Target(string? tag = null)
        {
            var target = new JsonObject { ["revisionName"] = Revision, ["percent"] = Percent };
            if (tag is not null)
            {
                target["tag"] = tag;
            }

            return target;
        }
    }
}
