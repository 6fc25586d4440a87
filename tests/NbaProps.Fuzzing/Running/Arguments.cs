using System.Globalization;

using NbaProps.Tests.Support;

namespace NbaProps.Fuzzing.Running;

/// <summary>What a campaign is asked for.</summary>
/// <param name="Mutations">How many of each form.</param>
/// <param name="Source">Only this source's forms; null for all.</param>
/// <param name="Form">Only the form of this name; null for all.</param>
/// <param name="Seed">Seed of the campaign.</param>
/// <param name="State">Where it says how far it is.</param>
/// <param name="Workers">Forms at a time.</param>
/// <param name="Replay">The only mutation to run; its payload is written beside the state.</param>
internal sealed record Arguments(long Mutations, string? Source, string? Form, ulong Seed, string State, int Workers, long? Replay)
{
    /// <summary>What is accepted.</summary>
    public const string Usage = "Accepted: [--mutations N] [--source SOURCE] [--form NAME] [--seed N] [--state FILE] [--workers N] [--replay NUMBER]";

    private static readonly string[] Names = ["--mutations", "--source", "--form", "--seed", "--state", "--workers", "--replay"];

    /// <summary>Reads a command line; null when it is wrong.</summary>
    public static Arguments? Read(string[] args)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 0; at < args.Length; at += 2)
        {
            if (!Names.Contains(args[at]) || at + 1 == args.Length || !given.TryAdd(args[at], args[at + 1]))
            {
                return null;
            }
        }

        return Whole("--mutations", 10_000) is { } mutations && Whole("--seed", 1) is { } seed && Whole("--workers", 2) is { } and > 0 and <= 64 and var workers && Whole("--replay", -1) is { } replay
            ? new Arguments(
                mutations, given.GetValueOrDefault("--source"), given.GetValueOrDefault("--form"), (ulong)seed,
                given.GetValueOrDefault("--state") ?? RepositoryRoot.Of("artifacts/fuzzing.json"), (int)workers, replay < 0 ? null : replay)
            : null;

        long? Whole(string name, long otherwise) => !given.TryGetValue(name, out var text)
            ? otherwise
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
