using System.Globalization;
using System.Text.Json.Nodes;

using NbaProps.GoogleCloud.Run;

namespace NbaProps.Deployment.Applying;

/// <summary>
/// Who has a service's traffic during a rollout, and by which names: how far a rollout is stands in the tags of the service itself. <c>next</c> is the revision that
/// is to take over, until it is proven with the traffic; <c>previous</c> the one that it takes over from, and of several <c>previous-NUMBER-PERCENT</c> each;
/// <c>unproven-NUMBER</c>, from 1, each that got the traffic from a rollout which broke off before it was proven with it, while a later one is made: nothing goes back to it.
/// </summary>
internal static class Traffic
{
    /// <summary>The tag of the revision that is to take over.</summary>
    public const string Next = "next";

    private const string Previous = "previous";

    private const string Unproven = "unproven";

    /// <summary>Whether a rollout stopped half way.</summary>
    public static bool IsUnfinished(LiveService live) => live.WantedTraffic.Any(target => IsOurs(target.Tag));

    /// <summary>What a rollout that stopped half way left, in one sentence without a full stop; null where none did.</summary>
    public static string? Unfinished(LiveService live)
    {
        if (!IsUnfinished(live))
        {
            return null;
        }

        var (now, before) = (Said(Of(live)), Before(live));
        return before.Count > 0
            ? $"a deployment of the service was begun and not finished: {now} has the traffic and was not proven with it, {Said(before)} had it before"
            : $"a deployment of the service was begun and not finished: {(now.Length > 0 ? now : "no revision")} has the traffic";
    }

    /// <summary>Who has traffic, and how much.</summary>
    public static IReadOnlyList<Share> Of(LiveService live) =>
        [.. live.Traffic.Where(target => target is { Percent: > 0, Revision: not null }).Select(target => new Share(target.Revision!, target.Percent))];

    /// <summary>Who had it before a rollout moved it; none where none did, and where somebody has moved it elsewhere since: who was kept is then nobody's any more.</summary>
    public static IReadOnlyList<Share> Before(LiveService live) => !Of(live).All(share => IsUnproven(live, share.Revision))
        ? []
        : [.. live.Traffic.Where(target => target.Revision is not null && IsPrevious(target.Tag)).Select(target => new Share(target.Revision!, PercentOf(target.Tag!)))];

    /// <summary>Revisions that go on having the traffic although they were never proven with it.</summary>
    public static IEnumerable<JsonNode> NotProven(IReadOnlyList<Share> shares) =>
        shares.Select((share, at) => share.Target(string.Create(CultureInfo.InvariantCulture, $"{Unproven}-{at + 1}")));

    /// <summary>Targets without traffic that keep who had it, for a rollout that goes on where this one stops.</summary>
    public static IEnumerable<JsonNode> Kept(IReadOnlyList<Share> before) => before is [{ Percent: 100 } only]
        ? [(only with { Percent = 0 }).Target(Previous)]
        : before.Select((share, at) => (share with { Percent = 0 }).Target(string.Create(CultureInfo.InvariantCulture, $"{Previous}-{at + 1}-{share.Percent}")));

    /// <summary>Addresses of revisions that somebody gave a name of his own: they have no traffic of ours, and stay.</summary>
    public static IEnumerable<JsonNode> OfOthers(LiveService live) => live.Traffic
        .Where(target => target is { Revision: not null, Tag: not null } && !IsOurs(target.Tag)).Select(target => new Share(target.Revision!, 0).Target(target.Tag));

    /// <summary>Whether just these have the traffic.</summary>
    public static bool Is(LiveService live, IReadOnlyList<Share> shares) => Of(live).ToHashSet().SetEquals(shares);

    /// <summary>Revisions by name, several with their shares.</summary>
    public static string Said(IReadOnlyList<Share> shares) => shares is [var only]
        ? only.Revision
        : string.Join(" and ", shares.Select(share => string.Create(CultureInfo.InvariantCulture, $"{share.Revision} ({share.Percent} %)")));

    private static bool IsUnproven(LiveService live, string revision) => live.Traffic.Any(target => target.Revision == revision && (target.Tag == Next || IsUnproven(target.Tag)));

    private static bool IsOurs(string? tag) => tag == Next || IsPrevious(tag) || IsUnproven(tag);

    private static bool IsUnproven(string? tag) => tag?.Split('-') is [Unproven, var at] && IsNumber(at);

    private static bool IsPrevious(string? tag) => tag == Previous || (tag?.Split('-') is [Previous, _, var percent] && IsNumber(percent));

    private static int PercentOf(string tag) => tag == Previous ? 100 : int.Parse(tag.Split('-')[2], NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool IsNumber(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}

/// <summary>A part of a service's traffic.</summary>
/// <param name="Revision">Who has it.</param>
/// <param name="Percent">How much.</param>
internal sealed record Share(string Revision, int Percent)
{
    /// <summary>As Cloud Run is told it.</summary>
    /// <param name="tag">The name by which the revision is called whatever traffic it has; null for none.</param>
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
