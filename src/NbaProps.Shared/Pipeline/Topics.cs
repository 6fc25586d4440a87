using System.Globalization;

namespace NbaProps.Shared.Pipeline;

/// <summary>Topic names, derived from the phase.</summary>
public static class Topics
{
    /// <summary>Where units of a phase tell that they ended.</summary>
    public static string Complete(Phase phase) => phase switch
    {
        Phase.Scrapers => "nba-phase1-scrapers-complete",
        Phase.RawProcessors => "nba-phase2-raw-complete",
        Phase.Analytics => "nba-phase3-analytics-complete",
        Phase.Precompute => "nba-phase4-precompute-complete",
        Phase.Predictions => "nba-phase5-predictions-complete",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "Not a phase."),
    };

    /// <summary>
    /// The attribute that a completion carries for each phase that reads the unit. The phase's subscriptions to completions ask for it, so that no
    /// service is pushed what it does not read: that was every second push.
    /// </summary>
    public static string ReadBy(Phase phase) => string.Create(CultureInfo.InvariantCulture, $"read_by_phase{(int)phase}");

    /// <summary>The attribute that a phase's subscription to one of its topics asks for; null where it takes everything.</summary>
    public static string? RequiredAttribute(string topic, Phase phase) =>
        Enum.GetValues<Phase>().Any(other => string.Equals(topic, Complete(other), StringComparison.Ordinal)) ? ReadBy(phase) : null;

    /// <summary>Where units of a phase are asked to look.</summary>
    public static string Trigger(Phase phase) => phase switch
    {
        Phase.Scrapers => "nba-phase1-trigger",
        Phase.RawProcessors => "nba-phase2-trigger",
        Phase.Analytics => "nba-phase3-trigger",
        Phase.Precompute => "nba-phase4-trigger",
        Phase.Predictions => "nba-phase5-trigger",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "Not a phase."),
    };

    /// <summary>Every topic: those of the phases, in their order, then those on which dates are asked for.</summary>
    public static IReadOnlyList<string> Of(PipelineManifest manifest) =>
    [
        .. Enum.GetValues<Phase>().SelectMany(phase => new[] { Trigger(phase), Complete(phase) }),
        .. manifest.Processors.Select(processor => processor.DateTopic).OfType<string>(),
    ];

    /// <summary>The topics that the service of a phase subscribes to: its own triggers, the completions of every phase that it reads from, and what dates of its processors are asked for on.</summary>
    public static IReadOnlyList<string> SubscribedBy(Phase phase, PipelineManifest manifest) =>
    [
        Trigger(phase),
        .. manifest.Processors
            .Where(processor => processor.Phase == phase)
            .SelectMany(processor => processor.Inputs)
            .Select(manifest.ProducerOf)
            .OfType<ProcessorDeclaration>()
            .Select(producer => Complete(producer.Phase))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
        .. manifest.Processors.Where(processor => processor.Phase == phase).Select(processor => processor.DateTopic).OfType<string>(),
    ];
}
