using FsCheck;
using FsCheck.Fluent;
using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;
using NbaProps.Domain.Predictions;
using Property = NbaProps.Tests.Domain.Property;
using DomainSamples = NbaProps.Tests.Domain.Samples;

namespace NbaProps.Tests.Shared.Warehouse;

/// <summary>Rows with any value of every type, and with any of the optional ones missing.</summary>
internal static class EveryTypeSamples
{
    private static readonly Gen<DateTimeOffset> Instants =
        from ticks in ArbMap.Default.GeneratorFor<long>()
        from hours in Gen.Choose(-12, 12)
        let utc = new DateTimeOffset(2025, 1, 1, 12, 0, 0, TimeSpan.Zero).AddTicks(ticks % TimeSpan.TicksPerDay)
        select utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond)).ToOffset(TimeSpan.FromHours(hours));

    private static readonly Gen<double> Numbers = ArbMap.Default.GeneratorFor<double>().Where(double.IsFinite);

    public static Gen<EveryTypeRow> Rows { get; } =
        from basics in Basics
        from keys in Keys
        from optional in Optional
        select optional with
        {
            GameDate = basics.GameDate, Id = basics.Id, Count = basics.Count, Small = basics.Small, Number = basics.Number, Flag = basics.Flag, At = basics.At,
            GameId = keys.GameId, Team = keys.Team, NameKey = keys.NameKey, Season = keys.Season, PlayerId = keys.PlayerId, Line = keys.Line, Price = keys.Price,
            Chance = keys.Chance, Phase = keys.Phase, Side = keys.Side, Recommendation = keys.Recommendation, Grade = keys.Grade,
        };

    private static Gen<EveryTypeRow> Basics =>
        from date in DomainSamples.GameDates
        from text in Property.AnyText
        from count in ArbMap.Default.GeneratorFor<long>()
        from small in ArbMap.Default.GeneratorFor<int>()
        from number in Numbers
        from flag in ArbMap.Default.GeneratorFor<bool>()
        from at in Instants
        select Some with { GameDate = date, Id = text, Count = count, Small = small, Number = number, Flag = flag, At = at };

    private static Gen<EveryTypeRow> Keys =>
        from game in DomainSamples.GameIds
        from team in DomainSamples.Teams
        from name in DomainSamples.NameKeys
        from season in DomainSamples.Seasons
        from player in DomainSamples.PlayerKeys
        from line in DomainSamples.Lines
        from price in DomainSamples.Prices
        from chance in DomainSamples.Probabilities
        from phase in DomainSamples.Phases
        from side in Gen.Elements(Sides.All.ToArray())
        from recommendation in Gen.Elements(Recommendations.All.ToArray())
        from grade in Gen.Elements(Grades.All.ToArray())
        select Some with
        {
            GameId = game, Team = team, NameKey = name, Season = season, PlayerId = player, Line = line, Price = price, Chance = chance,
            Phase = phase, Side = side, Recommendation = recommendation, Grade = grade,
        };

    private static Gen<EveryTypeRow> Optional =>
        from text in Maybe(Property.AnyText, value => (string?)value)
        from small in Maybe(ArbMap.Default.GeneratorFor<int>(), value => (int?)value)
        from number in Maybe(Numbers, value => (double?)value)
        from flag in Maybe(ArbMap.Default.GeneratorFor<bool>(), value => (bool?)value)
        from date in Maybe(DomainSamples.GameDates, value => (GameDate?)value)
        from at in Maybe(Instants, value => (DateTimeOffset?)value)
        from game in Maybe(DomainSamples.GameIds, value => (GameId?)value)
        from player in Maybe(DomainSamples.PlayerKeys, value => (PlayerKey?)value)
        from line in Maybe(DomainSamples.Lines, value => (PointsLine?)value)
        from side in Maybe(Gen.Elements(Sides.All.ToArray()), value => (Side?)value)
        select Some with
        {
            MaybeText = text, MaybeSmall = small, MaybeNumber = number, MaybeFlag = flag, MaybeDate = date, MaybeAt = at, MaybeGame = game,
            MaybePlayer = player, MaybeLine = line, MaybeSide = side,
        };

    public static EveryTypeRow Some { get; } = new()
    {
        GameDate = new(2025, 1, 5), Id = "x", Count = 1, Small = 1, Number = 1, Flag = true, At = DateTimeOffset.UnixEpoch,
        GameId = GameId.Parse("0022400561"), Team = NbaProps.Domain.Teams.TeamTricode.All[0], NameKey = NbaProps.Domain.Players.NameKey.From("Nene"),
        Season = new(2024), PlayerId = new(1), Line = new(0.5m), Price = new(100), Chance = new(0), Phase = SeasonPhase.Regular, Side = Side.Over,
        Recommendation = Recommendation.Pass, Grade = Grade.Void, Source = "test", AsOf = DateTimeOffset.UnixEpoch,
    };

    private static Gen<TMaybe> Maybe<T, TMaybe>(Gen<T> values, Func<T, TMaybe> wrap) =>
        Gen.OneOf(values.Select(wrap), Gen.Constant(default(TMaybe)!));
}
