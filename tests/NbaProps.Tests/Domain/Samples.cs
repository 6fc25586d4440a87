using FsCheck;
using FsCheck.Fluent;
using NbaProps.Domain;
using NbaProps.Domain.BoxScores;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;

namespace NbaProps.Tests.Domain;

/// <summary>Generators of valid values.</summary>
internal static class Samples
{
    public static Gen<GameDate> GameDates { get; } =
        Gen.Choose(0, GameDate.MaxValue.DaysSince(GameDate.MinValue)).Select(days => GameDate.MinValue.AddDays(days));

    public static Gen<GameDateRange> Ranges { get; } =
        from date in Gen.Choose(0, 60_000)
        from length in Gen.Choose(0, 400)
        select new GameDateRange(GameDate.MinValue.AddDays(date), GameDate.MinValue.AddDays(date + length));

    public static Gen<SeasonPhase> Phases { get; } = Gen.Elements(SeasonPhases.All.ToArray());

    public static Gen<Season> Seasons { get; } = Gen.Choose(1946, 2045).Select(year => new Season(year));

    public static Gen<GameId> GameIds { get; } =
        from season in Seasons
        from phase in Phases
        from number in Gen.Choose(1, 99_999)
        select GameId.Create(season, phase, number);

    public static Gen<PlayerKey> PlayerKeys { get; } = Gen.Choose(1, int.MaxValue).Select(id => new PlayerKey(id));

    public static Gen<TeamTricode> Teams { get; } = Gen.Elements(TeamTricode.All.ToArray());

    public static Gen<Minutes> PlayingTimes { get; } = Gen.Choose(0, 60_000).Select(Minutes.FromSeconds);

    public static Gen<AmericanOdds> Prices { get; } =
        Gen.OneOf(Gen.Choose(100, 5000), Gen.Choose(100, 100_000), Gen.Choose(-5000, -100), Gen.Choose(-100_000, -100)).Select(value => new AmericanOdds(value));

    public static Gen<DecimalOdds> DecimalPrices { get; } = Gen.Choose(1001, 1_000_000).Select(thousandths => new DecimalOdds(thousandths / 1000m));

    public static Gen<Probability> Probabilities { get; } =
        Gen.Choose(0, int.MaxValue).Select(value => new Probability((double)value / int.MaxValue));

    public static Gen<PointsLine> Lines { get; } = Gen.Choose(1, 160).Select(halves => new PointsLine(halves / 2m));

    public static Gen<NameKey> NameKeys { get; } =
        Gen.Elements("Luka Dončić", "Nene", "O'Neale, Royce", "Tim Hardaway Jr.", "Shai Gilgeous-Alexander", "Nikola Đurišić").Select(NameKey.From);
}
