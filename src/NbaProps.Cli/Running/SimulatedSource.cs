using System.Globalization;

using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Simulator.Faults;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Running;
using NbaProps.Simulator.Serving;
using NbaProps.Simulator.Serving.Pdf;

namespace NbaProps.Cli.Running;

/// <summary>A season of a league that never existed as a source: <c>sim</c>, or <c>sim:7</c> for another one.</summary>
internal static class SimulatedSource
{
    /// <summary>The source that is meant where none is named and nobody else's service should be asked.</summary>
    public const string Default = "sim:1";

    private const string Name = "sim";

    // Between the league and what goes wrong in it.
    private const string With = " with ";

    /// <summary>The season that is played when no date says which.</summary>
    public static readonly Season Usual = new(2025);

    /// <summary>Whether a source is one of these, whatever follows the colon.</summary>
    public static bool IsMeant(string? source) => source is Name || source?.StartsWith(Name + ":", StringComparison.Ordinal) == true;

    /// <summary>The seed of a source; null when it is no number.</summary>
    public static long? SeedOf(string source) =>
        source is Name ? 1 : long.TryParse(source.AsSpan(Name.Length + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed) ? seed : null;

    /// <summary>One spelling for all that mean the same league; what has no number for its seed as it is.</summary>
    public static string Canonical(string source) => SeedOf(source) is { } seed ? string.Create(CultureInfo.InvariantCulture, $"{Name}:{seed}") : source;

    /// <summary>A source's name as it is typed after <c>--source</c>.</summary>
    public static string WithoutFaults(string source) => source.Split(With, 2)[0];

    /// <summary>Plays a season and serves it.</summary>
    /// <param name="seed">Which league.</param>
    /// <param name="faults">How often what goes wrong; drawn by the same seed.</param>
    /// <param name="first">A date of the season that is meant; null for the usual one.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<ServedSource> OpenAsync(long seed, FaultRates faults, GameDate? first, CancellationToken cancellationToken)
    {
        var calm = SimulatedSeason.Play(SimulatedLeague.Create(seed, first is { } date ? Season.FromGameDate(date) : Usual, LeagueSize.Full));
        var script = faults.AreNone ? FaultScript.None : FaultScript.Draw(seed, calm, faults);
        var season = calm.With(script);
        var (opening, end) = (season.Games[0].Scheduled.Date, season.Games[^1].Scheduled.Date);

        // What goes wrong is part of what the source is: a walk with other faults is another walk.
        var name = string.Create(CultureInfo.InvariantCulture, $"{Name}:{seed}{(faults.AreNone ? string.Empty : $"{With}{faults}")}");
        var clock = new HeldGameClock();
        var upstream = await SimulatorUpstream.StartAsync(season, () => clock.Now, script, cancellationToken: cancellationToken);
        return new ServedSource
        {
            Name = name,
            BaseAddress = upstream.BaseAddress,
            Tell = clock.Hold,
            Lacks = range => range.From >= opening && range.To <= end
                ? null
                : $"{name} plays {season.League.Season} from {opening} to {end}: accepted are dates from the first to the last of these",
            Upstream = upstream,
            Sections = SourceSession.Sections,
            Opening = opening,
            Pdfs = new CarriedText(),
        };
    }
}
