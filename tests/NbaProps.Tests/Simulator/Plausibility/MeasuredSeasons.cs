using NbaProps.Simulator.League;
using NbaProps.Simulator.Plausibility;
using NbaProps.Simulator.Plausibility.Figures;
using NbaProps.Simulator.Running;

namespace NbaProps.Tests.Simulator.Plausibility;

/// <summary>The figures of whole simulated seasons, each measured once for all tests.</summary>
internal static class MeasuredSeasons
{
    private static readonly Lazy<SeasonFacts> FirstFacts = new(() => SimulatedFacts.Of(Leagues.Full));
    private static readonly Lazy<IReadOnlyDictionary<string, double[]>> Measured = new(Measure);

    public static IReadOnlyList<long> Seeds { get; } = [1, 2, 3];

    /// <summary>The season of seed 1, which is <see cref="Leagues.Full"/>.</summary>
    public static SeasonFacts First => FirstFacts.Value;

    /// <summary>A figure's value in the season of each seed.</summary>
    public static IReadOnlyList<double> Of(Figure figure) => Measured.Value[figure.Name];

    private static IReadOnlyDictionary<string, double[]> Measure()
    {
        // Only the figures are kept: the seasons of the other seeds are nobody else's.
        var seasons = Seeds.AsParallel().AsOrdered().Select(seed =>
        {
            var facts = seed == 1 ? First : SimulatedFacts.Of(SimulatedSeason.Play(Leagues.Create(seed, LeagueSize.Full)));
            return FigureList.All.Select(figure => figure.Of(facts)).ToArray();
        }).ToArray();
        return FigureList.All.Select((figure, place) => (figure.Name, Values: seasons.Select(season => season[place]).ToArray())).ToDictionary(figure => figure.Name, figure => figure.Values, StringComparer.Ordinal);
    }
}
