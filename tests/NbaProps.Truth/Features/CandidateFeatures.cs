using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Features;
using NbaProps.Simulator.Play;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Features;

/// <summary>The features of a candidate, in the contract's order; null where there is nothing to make one of.</summary>
internal static class CandidateFeatures
{
    public static double?[] Of(Candidate candidate, Slate slate, DayTruth day)
    {
        var form = new Form(candidate, day);
        var (rest, other) = (form.Rest(candidate.Team), form.Rest(candidate.Opponent));
        var (current, opening) = ((double?)candidate.Line?.Current.Quote.Line.Value, (double?)candidate.Line?.Opening.Quote.Line.Value);
        double?[] values =
        [
            form.Points(5), form.Points(10), form.Points(form.Load.All.Count), form.Deviation, form.Load.Games(7), Fatigue(form.Load), null,
            (form.OpponentPace(10) - form.TeamPace) / 2, null, rest - other is { } days ? Math.Clamp(days, -2, 2) : null, null, Trend(form.SixfoldTrend), MinutesChange(form),
            form.OpponentAllowed, form.OpponentPace(15), candidate.Side == Side.Home ? 1 : 0, rest is null ? null : rest == 0 ? 1 : 0,
            candidate.Game.Scheduled.Id.Phase == SeasonPhase.Playoffs ? 1 : 0, null, null, null, form.FreeThrowShare is { } share ? Math.Min(share, 0.5) : null,
            form.TeamPace, form.TeamRating, form.TeamWinShare, current, opening, current - opening, slate.HasLines(candidate.Game) ? (current is null ? 0 : 1) : null,
            form.PointsAgainst, form.Against.Count, form.Minutes(10), form.PointsPerMinute,
        ];
        return values;
    }

    /// <summary>Names of those that are null and required.</summary>
    public static string MissingRequired(IReadOnlyList<double?> values) => Names(values, (feature, value) => feature.Required && value is null);

    /// <summary>Names of those that the contract does not hold plausible.</summary>
    public static string OutOfRange(IReadOnlyList<double?> values) => Names(values, (feature, value) => value < feature.Min || value > feature.Max);

    /// <summary>Names of those that a system cannot use: null or not plausible.</summary>
    public static string Unusable(IReadOnlyList<double?> values) => Names(values, (feature, value) => value is null || value < feature.Min || value > feature.Max);

    private static string Names(IReadOnlyList<double?> values, Func<FeatureDefinition, double?, bool> which) =>
        string.Join(',', FeatureContract.Features.Where(feature => which(feature, values[feature.Index])).Select(feature => feature.Name));

    // 100 is fully rested; null before his first game.
    private static double? Fatigue(Load load)
    {
        if (load.DaysRest is not { } rest)
        {
            return null;
        }

        var (games, minutes) = (load.Games(7), load.Minutes(7));
        var score = 100 + (rest == 0 ? -15 : rest >= 2 ? 5 : 0) + (load.BackToBacks(14) switch { 0 => 0, 1 => -5, _ => -12 })
            - (games >= 4 ? 10 : 0) - (minutes > 240 ? 10 : 0) - (minutes > 35 * games ? 8 : 0);
        return Math.Clamp(score, 0, 100);
    }

    // Two points are a level, five are two.
    private static double? Trend(int? sixfold) => sixfold is not { } rise ? null : Math.Sign(rise) * (Math.Abs(rise) >= 30 ? 2 : Math.Abs(rise) >= 12 ? 1 : 0);

    // A tenth is a level, a fifth are two; in whole numbers, so that a tenth is one.
    private static double? MinutesChange(Form form)
    {
        var (ten, all) = (form.LastTen, form.Load.All);
        if (all.Count == 0)
        {
            return null;
        }

        var (rise, whole) = ((ten.Sum(game => game.Minutes) * all.Count) - (all.Sum(game => game.Minutes) * ten.Count), all.Sum(game => game.Minutes) * ten.Count);
        return Math.Sign(rise) * (5 * Math.Abs(rise) >= whole ? 2 : 10 * Math.Abs(rise) >= whole ? 1 : 0);
    }
}
