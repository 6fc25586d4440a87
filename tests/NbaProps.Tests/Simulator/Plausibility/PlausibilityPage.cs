using System.Globalization;
using System.Text;

using NbaProps.Simulator.Plausibility;
using NbaProps.Simulator.Plausibility.Figures;

namespace NbaProps.Tests.Simulator.Plausibility;

/// <summary>The table of the docs that compares simulated seasons with a real one.</summary>
internal static class PlausibilityPage
{
    public const string Path = "docs/06-testing/plausibility.md";

    private const string Introduction =
        """
        # How plausible the simulated league is

        Regular seasons of the simulator, the mean and the range over seeds 1, 2 and 3, beside the league's 2022-23 (game logs of 1,230 games, lines of DraftKings). Both
        are measured by the same code, `src/NbaProps.Simulator/Plausibility`; a team's counts are the sums of its players'. *Accepted* is what a season of any seed may
        be, about four standard deviations over seeds to either side: a test holds seeds 1 to 3 to it. Difference: simulated less real. Shares are in percent.

        The league is for the demo, for tests against a truth that is known, and for chaos: there it will do. It is **not** for training a model that is to be used
        on real games, and an edge found in it says nothing about real bookmakers: its players follow a few dozen constants that were fitted by hand to this table.

        This page is written by a test, and compared with it where the real data is there; elsewhere its simulated columns are:

        ```
        NBAPROPS_WRITE_DOCS=1 dotnet test tests/NbaProps.Tests -c Release --filter PlausibilityTests
        ```
        """;

    private const string DemoPicks =
        """
        ## Picks of the demo

        *simple bets right* is a bettor whom the test can hold to every season, simulated or real. What `./nbaprops demo` shows of its own picks (moving_average_v1, 24 days) was counted by
        hand, seeds 1 to 6, on 2026-11-21; some 370 picks of one seed lie within five points of their mean either way, so that only all of them together say anything.

        | seed | 1 | 2 | 3 | 4 | 5 | 6 | all | accepted |
        |---|---|---|---|---|---|---|---|---|
        | right of graded | 198 of 375 | 177 of 369 | 205 of 377 | 194 of 355 | 240 of 419 | 171 of 373 | 1185 of 2268 | |
        | share | 52.8 | 48.0 | 54.4 | 54.6 | 57.3 | 45.8 | 52.2 | 50 to 54 |

        Before books heard anything of the minutes that coaches mean it was 57.5 with seed 1, and line error 5.55.

        """;

    private const string Missing =
        """
        ## Not compared

        The real logs have no row of who did not play, no points by period, no starters, and no playoffs among the regular season's: so there is no share of DNP (but *players used* and
        *games missed*), nothing by period or by starter. The lines are one book's at one unknown minute: nothing on how lines move or how far books lie apart.

        """;

    /// <summary>All of it.</summary>
    public static string Of(SeasonFacts real)
    {
        var text = new StringBuilder(Introduction).Append('\n');
        foreach (var (subject, figures) in FigureList.BySubject)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {subject}\n\n| figure | reckoned | simulated | of each seed | accepted | 2022-23 | difference |\n|---|---|---|---|---|---|---|\n");
            foreach (var figure in figures)
            {
                var value = figure.Of(real);
                text.Append(CultureInfo.InvariantCulture, $"{Simulated(figure)} {figure.Text(value)} | {figure.Text(MeasuredSeasons.Of(figure).Average() - value)} |\n");
            }
        }

        text.Append("\n## Where it is off, and why that is acceptable\n\n");
        foreach (var figure in FigureList.All.Where(figure => figure.WhyOff is not null))
        {
            text.Append(CultureInfo.InvariantCulture, $"- **{figure.Name}**: {figure.WhyOff}\n");
        }

        return text.Append('\n').Append(DemoPicks).Append('\n').Append(Missing).ToString().ReplaceLineEndings("\n");
    }

    /// <summary>The columns of a figure's row that need no real data.</summary>
    public static string Simulated(Figure figure)
    {
        var values = MeasuredSeasons.Of(figure);
        return $"| {figure.Name} | {figure.Meaning} | {figure.Text(values.Average())} | {string.Join(", ", values.Select(figure.Text))} | {figure.Text(figure.Accepted.Low)} to {figure.Text(figure.Accepted.High)} |";
    }
}
