using NbaProps.Cli.Commands;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.State;

namespace NbaProps.Cli.Running;

/// <summary>
/// Which league a folder holds, so that no invented game ever stands beside a real one. The live upstreams and every archive are one league and may be
/// mixed; each simulated league stands alone.
/// </summary>
internal static class FolderLeague
{
    private const string Real = "nba";

    /// <summary>What there is to type where nobody knows which source is meant.</summary>
    public const string AnySource = "S (live, sim[:seed] or archive:DIR)";

    /// <summary>The league of a source that can be used. What goes wrong in a simulated one makes no other league of it.</summary>
    public static string Of(string source) => SimulatedSource.IsMeant(source) ? SimulatedSource.Canonical(SimulatedSource.WithoutFaults(source)) : Real;

    /// <summary>The source that a folder was used with last, for hints that name a command; all of them where there was none.</summary>
    public static async Task<string> HintAsync(IStateStore state, CancellationToken cancellationToken) =>
        (await RecordedSource.FindAsync(state, cancellationToken))?.Source ?? AnySource;

    /// <summary>Refuses a source of another league before anything is opened for it. A folder that is not there, or never began, takes any; a source that does not exist is refused as such.</summary>
    /// <exception cref="UsageException">The folder holds another league.</exception>
    public static async Task RequireAsync(CommandContext context, string source, CancellationToken cancellationToken)
    {
        if ((context.Options.Mode != Mode.Cloud && !Directory.Exists(context.Options.DataDirectory)) || !SourceSession.IsKnown(source))
        {
            return;
        }

        var refused = await context.WithStoresAsync((stores, _) => WhyNotAsync(stores.Ports.State, source, NameOf(context.Options), cancellationToken), cancellationToken);
        if (refused is not null)
        {
            throw new UsageException(refused);
        }
    }

    /// <summary>Writes down what the folder is used with, for a service that opens its stores itself.</summary>
    /// <exception cref="UsageException">The folder holds another league.</exception>
    public static async Task ClaimAsync(CommandContext context, string source, CancellationToken cancellationToken)
    {
        using var loggers = context.Loggers();
        await using var stores = await PipelineStores.OpenAsync(context.Options, NbaPipeline.Manifest, TimeProvider.System, loggers, cancellationToken);
        if (await ClaimAsync(stores.Ports.State, source, NameOf(context.Options), cancellationToken) is { } refused)
        {
            throw new UsageException(refused);
        }
    }

    /// <summary>Writes down what the folder is used with.</summary>
    /// <returns>Why it is not accepted, in one line; null when it is, and was written.</returns>
    public static async Task<string?> ClaimAsync(IStateStore state, string source, string folder, CancellationToken cancellationToken)
    {
        if (await WhyNotAsync(state, source, folder, cancellationToken) is { } refused)
        {
            return refused;
        }

        var league = Of(source);
        return await new RecordedSource { League = league, Source = league == Real ? source : league }.ClaimAsync(state, cancellationToken)
            ? null
            : await WhyNotAsync(state, source, folder, cancellationToken);
    }

    // What holds the league, as whoever is refused knows it.
    private static string NameOf(NbaPropsOptions options) => options.Mode == Mode.Cloud ? $"project {options.GoogleCloud.ProjectId}" : options.DataDirectory;

    private static async Task<string?> WhyNotAsync(IStateStore state, string source, string folder, CancellationToken cancellationToken)
    {
        var league = Of(source);
        if (await RecordedSource.FindAsync(state, cancellationToken) is { } known)
        {
            return string.Equals(known.League, league, StringComparison.Ordinal) ? null : Line(known.League, known.League == Real ? $"the real league ({known.Source})" : $"the invented league {known.League}");
        }

        // Of a folder that was filled before this was written down a simulated league is only what was walked as one.
        var days = await state.QueryAsync(GameDay.AnyQuery, cancellationToken);
        return days.Count == 0 || league == Real || await RecordedSource.HasWalkedAsync(state, source, cancellationToken)
            ? null
            : Line(Real, "days of a source that was not written down, taken for the real league");

        string Line(string held, string what) =>
            $"--source {source} is not accepted: {folder} holds {what}, and leagues are not mixed. Accepted are --source {(held == Real ? "live or archive:DIR" : held)}, or another folder with --data DIR";
    }
}
