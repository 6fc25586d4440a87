using NbaProps.Operations;
using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Ticking;

namespace NbaProps.Cli.Rendering;

/// <summary>All that the status tells.</summary>
/// <param name="Outputs">What should be there, and how it stands.</param>
/// <param name="Incidents">Open incidents.</param>
/// <param name="Credits">Where the credits of sources that count them stand; empty where no such source has a key.</param>
/// <param name="Plays">How each game's play-by-play came; null when no dates were asked for.</param>
/// <param name="Beat">The watcher's last look; null when nobody has ever watched.</param>
/// <param name="IsAlone">Whether nobody watches any more.</param>
/// <param name="Source">What to type after <c>--source</c>: what the folder was used with last, or all there is.</param>
internal sealed record StatusReport(
    IReadOnlyList<ExpectedOutput> Outputs, IReadOnlyList<Incident> Incidents, IReadOnlyList<CreditOutlook> Credits, PlayByPlayStatus? Plays, WatcherBeat? Beat, bool IsAlone, string Source);
