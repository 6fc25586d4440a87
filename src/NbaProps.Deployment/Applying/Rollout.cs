using System.Text.Json.Nodes;

using NbaProps.Deployment.Comparing;
using NbaProps.GoogleCloud.Run;
using NbaProps.Shared.Deployment;

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
    private readonly RolloutWait _wait = new(services, pace, time);
    private readonly ServiceChanges _changes = new(services, pace, time);

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

        if (Traffic.Unfinished(live) is { } unfinished)
        {
            told($"{service.Name}: {unfinished}");
        }

        var serving = live.Serving is { } name ? await services.FindRevisionAsync(name, cancellationToken) : null;
        var isRight = serving is not null && IsAsDeclared(service, declared, serving.Document);
        if (!isRight)
        {
            return await ReplaceAsync(service, declared, expected, live, told, cancellationToken);
        }

        if (!Traffic.IsUnfinished(live) && !ServiceComparison.OfMetadata(service.Name, declared, live).Any())
        {
            return RolloutResult.Unchanged;
        }

        return await ProveAsync(service, declared, expected, live, live.Serving!, Traffic.Before(live), told, cancellationToken);
    }

    // There is nothing to keep the traffic, and nobody who may call: that right comes when the service is proven.
    private async Task<RolloutResult> BeginAsync(DeployedService service, JsonObject declared, ExpectedBuild expected, Action<string> told, CancellationToken cancellationToken)
    {
        var document = declared.DeepClone().AsObject();
        var revision = await NameAsync(service, document, expected, cancellationToken);
        document["spec"]!["traffic"] = new JsonArray(new JsonObject { ["latestRevision"] = true, ["percent"] = 100, ["tag"] = Traffic.Next });
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
        // Who has it meanwhile may have got it from a rollout that broke off; who was proven with it last is whom it goes back to.
        var now = Traffic.Of(live);
        var before = Traffic.Before(live) is { Count: > 0 } proven ? proven : now;
        if (await BegunAsync(service, declared, live, cancellationToken) is not { } revision)
        {
            // What the service itself says of its commit and of who may come in changes with the build that is proven, and not before.
            var document = live.Document.DeepClone().AsObject();
            document["spec"] = Documents.Merge(Untrafficked(declared)["spec"], document["spec"]);
            revision = await NameAsync(service, document, expected, cancellationToken);
            document["spec"]!["traffic"] = now.Count == 0
                ? new JsonArray(new JsonObject { ["latestRevision"] = true, ["percent"] = 100, ["tag"] = Traffic.Next })
                : new JsonArray(
                [
                    .. before == now ? now.Select(share => share.Target()) : Traffic.NotProven(now),
                    .. before == now ? [] : Traffic.Kept(before),
                    new JsonObject { ["latestRevision"] = true, ["percent"] = 0, ["tag"] = Traffic.Next },
                    .. Traffic.OfOthers(live),
                ]);
            told($"{service.Name}: makes {revision}, without traffic");
            if (await _changes.MakeAsync(service.Name, one => WhyNotAsRead(one, live), (_, made) => made["spec"] = document["spec"]!.DeepClone(), cancellationToken) is { } kept)
            {
                return RolloutResult.Failed($"{revision} is not made: {kept}");
            }
        }

        return now.Count == 0
            ? await FirstAsync(service, declared, expected, revision, told, cancellationToken)
            : await TakeOverAsync(service, declared, expected, revision, now, before, told, cancellationToken);
    }

    private async Task<RolloutResult> TakeOverAsync(
        DeployedService service, JsonObject declared, ExpectedBuild expected, string revision, IReadOnlyList<Share> now, IReadOnlyList<Share> before, Action<string> told, CancellationToken cancellationToken)
    {
        var keeper = before == now ? Traffic.Said(now) : $"{Traffic.Said(now)}, which was never proven with it,";
        if (await _wait.UntilReadyAsync(revision, cancellationToken) is { } reason)
        {
            return RolloutResult.Failed($"{revision} is not ready, {keeper} keeps the traffic: {reason}");
        }

        var tagged = await _wait.UntilAsync(service.Name, one => one.Traffic.Any(target => target.Tag == Traffic.Next && target.Revision == revision && target.Url is not null), cancellationToken);
        if (tagged is null)
        {
            return RolloutResult.Failed($"{revision} is ready and has no address of its own, {keeper} keeps the traffic");
        }

        var at = tagged.Traffic.First(target => target.Tag == Traffic.Next).Url!;
        told($"{service.Name}: asks {revision} at {at}");
        if (await probe.WhyNotAsync(at, tagged.Url!, expected, cancellationToken) is { } problem)
        {
            return RolloutResult.Failed($"{revision} does not get the traffic, {keeper} keeps it: {problem}");
        }

        told($"{service.Name}: gives {revision} the traffic");
        if (await WhyNotMovedAsync(tagged, revision, [new Share(revision, 100).Target(Traffic.Next), .. Traffic.Kept(before)], metadata: null, cancellationToken) is { } kept)
        {
            return RolloutResult.Failed($"{revision} does not get the traffic: {kept}");
        }

        return await _wait.UntilAsync(service.Name, one => one.Serving == revision, cancellationToken) is { } moved
            ? await ProveAsync(service, declared, expected, moved, revision, before, told, cancellationToken)
            : RolloutResult.Failed($"{service.Name} does not send its requests to {revision}");
    }

    private async Task<RolloutResult> ProveAsync(
        DeployedService service, JsonObject declared, ExpectedBuild expected, LiveService live, string revision, IReadOnlyList<Share> before, Action<string> told, CancellationToken cancellationToken)
    {
        told($"{service.Name}: asks {revision} at {live.Url}");
        if (await probe.WhyNotAsync(live.Url!, live.Url!, expected, cancellationToken) is { } problem)
        {
            if (before.Count == 0)
            {
                return RolloutResult.Failed($"{revision} has the traffic, and nothing is known that had it before: {problem}");
            }

            told($"{service.Name}: gives {Traffic.Said(before)} the traffic back");
            if (await WhyNotMovedAsync(live, made: null, [.. before.Select(share => share.Target())], metadata: null, cancellationToken) is { } kept)
            {
                return RolloutResult.Failed($"{revision} has failed with the traffic, and {Traffic.Said(before)} did not get it back: {kept}: {problem}");
            }

            var back = await _wait.UntilAsync(service.Name, one => Traffic.Is(one, before), cancellationToken) is not null;
            return RolloutResult.Failed($"{revision} had the traffic and lost it again to {Traffic.Said(before)}{(back ? string.Empty : ", which Cloud Run has not done yet")}: {problem}");
        }

        // What is declared of the service besides its revisions comes with the last step: it is nothing that could fail by itself.
        if (await WhyNotMovedAsync(live, made: null, [new Share(revision, 100).Target()], declared["metadata"], cancellationToken) is { } left)
        {
            return RolloutResult.Failed($"{revision} is proven with the traffic, and the last step is not done: {left}");
        }

        return await _wait.UntilAsync(service.Name, one => one.Serving == revision, cancellationToken) is null
            ? RolloutResult.Failed($"{revision} is proven with the traffic, and Cloud Run has not finished the last step of {service.Name}")
            : RolloutResult.Done($"{revision} has the traffic of {service.Name}");
    }

    // The revision of the last change, if that is what is declared and may still become ready.
    private async Task<string?> BegunAsync(DeployedService service, JsonObject declared, LiveService live, CancellationToken cancellationToken) =>
        live.WantedTraffic.Any(target => target.Tag == Traffic.Next) && live.Template is { } template && IsAsDeclared(service, declared, template)
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

    // Where requests are sent elsewhere by now than when it was read, somebody else did that; and so it is where the last change is not the one that made the revision.
    private Task<string?> WhyNotMovedAsync(LiveService read, string? made, IReadOnlyList<JsonNode> traffic, JsonNode? metadata, CancellationToken cancellationToken)
    {
        var name = read.Document["metadata"]!["name"]!.GetValue<string>();
        return _changes.MakeAsync(
            name,
            live => !live.WantedTraffic.SequenceEqual(read.WantedTraffic) ? $"somebody else changed meanwhile where the requests of {name} go"
                : made is not null && live.Template?["metadata"]?["name"]?.GetValue<string>() != made ? $"somebody else changed {name} meanwhile"
                : null,
            (live, document) =>
            {
                document["metadata"] = metadata is null ? document["metadata"]!.DeepClone() : Documents.Merge(metadata, document["metadata"]);
                document["spec"]!["traffic"] = new JsonArray([.. traffic.Select(target => target.DeepClone()), .. Traffic.OfOthers(live)]);
            },
            cancellationToken);
    }

    private static string? WhyNotAsRead(LiveService live, LiveService read) =>
        JsonNode.DeepEquals(live.Document["spec"], read.Document["spec"]) ? null : $"somebody else changed {read.Document["metadata"]!["name"]} meanwhile";

    private static bool IsAsDeclared(DeployedService service, JsonObject declared, JsonObject live) =>
        !ServiceComparison.OfTemplate(service.Name, declared["spec"]!["template"]!.AsObject(), live).Any(finding => finding.IsDifference);

    private static JsonObject Untrafficked(JsonObject declared)
    {
        var without = declared.DeepClone().AsObject();
        without["spec"]!.AsObject().Remove("traffic");
        return without;
    }
}
