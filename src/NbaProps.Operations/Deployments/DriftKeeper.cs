using NbaProps.Shared.Deployment.Drift;
using NbaProps.Shared.Notifications;
using NbaProps.Shared.Objects;

namespace NbaProps.Operations.Deployments;

/// <summary>
/// One incident for a service that is behind main, or of which nobody knows whether it is; closed when it runs the newest commit of its own paths. One more for
/// what is known of main, when that is missing or old.
/// </summary>
/// <param name="versions">Says what runs.</param>
/// <param name="objects">Where what is known of main is.</param>
/// <param name="desk">Where incidents are kept and told.</param>
public sealed class DriftKeeper(IServiceVersions versions, IObjectStore objects, IncidentDesk desk)
{
    private const string Command = "nbaprops drift --verbose";
    private static readonly IncidentKind Drift = new("drift");
    private static readonly string Nobody = new IncidentKind("head").KeyOf("services");
    private static readonly string Head = new IncidentKind("head").KeyOf("main");

    private DateTimeOffset? _looked;

    /// <summary>Compares, if a look is due that was not made yet. One that failed is made again at the next call.</summary>
    /// <param name="now">Wall clock, UTC.</param>
    /// <param name="cancellationToken">Ends the comparison.</param>
    public async Task RunIfDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (DriftTimes.LookOf(now) is { } look && look != _looked)
        {
            await RunAsync(now, cancellationToken);
            _looked = look;
        }
    }

    /// <summary>Compares incidents with where the services stand.</summary>
    /// <param name="now">Wall clock, UTC.</param>
    /// <param name="cancellationToken">Ends the comparison.</param>
    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var head = await HeadReading.FindAsync(objects, now, cancellationToken);
        await (head.Warning is { } warning
            ? desk.RaiseAsync(OfHead(warning, now), cancellationToken)
            : desk.CloseAsync(Head, "What is known of main is there and new.", now, cancellationToken));

        // Whoever can ask nobody sees no drift, and must not look like one who finds none.
        await (versions.Services.Count == 0
            ? desk.RaiseAsync(Of(Nobody, Severity.Warning, "Which builds run is not known", "Deployment:Services names no service to ask", now), cancellationToken)
            : desk.CloseAsync(Nobody, "There are services to ask.", now, cancellationToken));
        foreach (var service in versions.Services)
        {
            await LookAsync(await versions.AskAsync(service, cancellationToken), head.History, now, cancellationToken);
        }
    }

    private async Task LookAsync(HeardVersion heard, MainHistory? history, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var key = Drift.KeyOf(heard.Service);
        if (heard.Build is not { } build)
        {
            await desk.RaiseAsync(Of(key, Severity.Warning, $"Which build {heard.Service} runs is not known", heard.Problem!, now), cancellationToken);
        }
        else if (history?.DriftOf(build) is { State: not DriftState.Newer } drift)
        {
            // Of one that is newer than what is known of main nothing is said, nor that its drift is over.
            await (drift.SeverityAt(now) is { } severity
                ? desk.RaiseAsync(Of(key, severity, TitleOf(drift), drift.TextAt(now), now), cancellationToken)
                : desk.CloseAsync(key, $"{drift.TextAt(now)}: {build.Commit}.", now, cancellationToken));
        }
    }

    private static string TitleOf(ServiceDrift drift) => drift.State switch
    {
        DriftState.Behind => $"{drift.Build.Service} is behind main",
        DriftState.Unsaid => $"Which build {drift.Build.Service} runs is not known",
        _ => $"{drift.Build.Service} runs what is not on main",
    };

    private static Incident OfHead(string warning, DateTimeOffset now) => Of(Head, Severity.Warning, "What is on main is not known", warning, now) with
    {
        Done = "Phase 5 begins with a warning, whatever its build.",
        Command = "nbaprops drift head --out head.json",
    };

    private static Incident Of(string key, Severity severity, string title, string cause, DateTimeOffset now) => new()
    {
        Key = key,
        Severity = severity,
        Title = title,
        Cause = $"{cause}.",
        Done = $"Nothing is deployed for it. More than {DriftRule.MostCommitsToPredict} commits behind, or unknown on main, predictions does not begin.",
        Command = Command,
        OpenedAt = now,
        UpdatedAt = now,
    };
}
