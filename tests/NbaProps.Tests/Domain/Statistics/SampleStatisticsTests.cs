using FsCheck;
using FsCheck.Fluent;
using NbaProps.Domain.Statistics;

namespace NbaProps.Tests.Domain.Statistics;

public sealed class SampleStatisticsTests
{
    private static readonly double[] Points = [2, 4, 4, 4, 5, 5, 7, 9];

    [Fact]
    public void Known_figures_come_out()
    {
        SampleStatistics.Mean(Points).ShouldBe(5);
        SampleStatistics.SampleStandardDeviation(Points)!.Value.ShouldBe(Math.Sqrt(32 / 7.0), 1e-12);
        SampleStatistics.Median(Points).ShouldBe(4.5);
        SampleStatistics.Median([3, 1, 2]).ShouldBe(2);
    }

    [Fact]
    public void A_sample_that_is_too_small_has_no_figure()
    {
        SampleStatistics.Mean([]).ShouldBeNull();
        SampleStatistics.Median([]).ShouldBeNull();
        SampleStatistics.SampleVariance([7]).ShouldBeNull();
        SampleStatistics.SampleStandardDeviation([7]).ShouldBeNull();
        SampleStatistics.SampleStandardDeviation([7, 7]).ShouldBe(0);
        SampleStatistics.WilsonInterval(0, 0).ShouldBeNull();
    }

    [Fact]
    public void Figures_agree_with_their_definitions()
        => Property.ForAll(Sample, sample =>
        {
            var mean = sample.Sum() / sample.Length;
            SampleStatistics.Mean(sample)!.Value.ShouldBe(mean, 1e-9);
            if (sample.Length > 1)
                SampleStatistics.SampleVariance(sample)!.Value.ShouldBe(sample.Sum(x => (x - mean) * (x - mean)) / (sample.Length - 1), 1e-6);
        });

    [Fact]
    public void Moving_a_sample_moves_its_mean_and_not_its_deviation()
        => Property.ForAll(Sample.Where(sample => sample.Length > 1), sample =>
        {
            var moved = sample.Select(x => x + 1e6).ToArray();
            SampleStatistics.SampleStandardDeviation(moved)!.Value.ShouldBe(SampleStatistics.SampleStandardDeviation(sample)!.Value, 1e-6);
        });

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_marker_for_missing_is_refused(double value)
    {
        Should.Throw<ArgumentException>(() => SampleStatistics.Mean([1, value]));
        Should.Throw<ArgumentException>(() => SampleStatistics.Median([1, value]));
    }

    [Fact]
    public void The_wilson_interval_is_that_of_the_literature()
    {
        // 15 of 148 at 95 %: 0.0624 to 0.1605 (Newcombe, Statistics in Medicine 17, 1998, table I).
        var interval = SampleStatistics.WilsonInterval(15, 148)!.Value;
        interval.Low.ShouldBe(0.0624, 5e-5);
        interval.High.ShouldBe(0.1605, 5e-5);
    }

    [Fact]
    public void The_wilson_interval_holds_the_share_and_stays_within_zero_and_one()
        => Property.ForAll(
            from n in Gen.Choose(1, 5000)
            from k in Gen.Choose(0, n)
            select (k, n),
            trial =>
            {
                var interval = SampleStatistics.WilsonInterval(trial.k, trial.n)!.Value;
                interval.Contains((double)trial.k / trial.n).ShouldBeTrue();
                interval.Low.ShouldBeGreaterThanOrEqualTo(0);
                interval.High.ShouldBeLessThanOrEqualTo(1);
                var opposite = SampleStatistics.WilsonInterval(trial.n - trial.k, trial.n)!.Value;
                opposite.Low.ShouldBe(1 - interval.High, 1e-12);
                interval.Width.ShouldBe(opposite.Width, 1e-12);
            });

    [Theory]
    [InlineData(-1, 10, 1.96)]
    [InlineData(11, 10, 1.96)]
    [InlineData(5, 10, 0)]
    [InlineData(5, 10, double.NaN)]
    public void A_share_that_cannot_be_is_a_defect(int successes, int trials, double z)
        => Should.Throw<ArgumentOutOfRangeException>(() => SampleStatistics.WilsonInterval(successes, trials, z));

    private static Gen<double[]> Sample { get; } =
        Gen.NonEmptyListOf(Gen.Choose(-600, 600).Select(tenths => tenths / 10.0)).Select(list => list.ToArray());
}
