using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;
using NbaProps.Domain.Players;
using NbaProps.Domain.Predictions;
using NbaProps.Domain.Teams;

namespace NbaProps.Shared.Warehouse;

/// <summary>How a property's type is stored.</summary>
/// <param name="Type">Storage type.</param>
/// <param name="ToStorage">From the property's value (never null) to the stored one.</param>
/// <param name="FromStorage">Back.</param>
internal sealed record ColumnConverter(ColumnType Type, Func<object, object> ToStorage, Func<object, object> FromStorage)
{
    private static readonly Dictionary<Type, ColumnConverter> Known = new()
    {
        [typeof(string)] = Same(ColumnType.String),
        [typeof(long)] = Same(ColumnType.Int64),
        [typeof(int)] = new(ColumnType.Int64, value => (long)(int)value, value => checked((int)(long)value)),
        [typeof(double)] = Same(ColumnType.Float64),
        [typeof(bool)] = Same(ColumnType.Bool),
        [typeof(GameDate)] = Same(ColumnType.Date),
        [typeof(DateTimeOffset)] = new(ColumnType.Timestamp, value => Stored((DateTimeOffset)value), value => value),
        [typeof(GameId)] = Text(GameId.Parse),
        [typeof(TeamTricode)] = Text(TeamTricode.Parse),
        [typeof(NameKey)] = Text(NameKey.Parse),
        [typeof(Season)] = Text(Season.Parse),
        [typeof(PlayerKey)] = new(ColumnType.Int64, value => ((PlayerKey)value).Id, value => new PlayerKey((long)value)),
        [typeof(PointsLine)] = new(ColumnType.Float64, value => (double)((PointsLine)value).Value, value => new PointsLine((decimal)(double)value)),
        [typeof(AmericanOdds)] = new(ColumnType.Int64, value => (long)((AmericanOdds)value).Value, value => new AmericanOdds(checked((int)(long)value))),
        [typeof(SeasonPhase)] = Name<SeasonPhase>(SeasonPhases.ToStorageName, SeasonPhases.Parse),
        [typeof(Side)] = Name<Side>(Sides.ToStorageName, Sides.Parse),
        [typeof(Recommendation)] = Name<Recommendation>(Recommendations.ToStorageName, Recommendations.Parse),
        [typeof(Grade)] = Name<Grade>(Grades.ToStorageName, Grades.Parse),
        [typeof(Probability)] = new(ColumnType.Float64, value => ((Probability)value).Value, value => new Probability((double)value)),
    };

    /// <summary>The converter of a property type, nullable or not.</summary>
    /// <exception cref="InvalidOperationException">The type is not one of those that tables may hold.</exception>
    public static ColumnConverter For(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return Known.TryGetValue(bare, out var converter)
            ? converter
            : throw new InvalidOperationException($"A table column cannot be a {bare.Name}. Accepted: {string.Join(", ", Known.Keys.Select(key => key.Name))}.");
    }

    private static ColumnConverter Same(ColumnType type) => new(type, value => value, value => value);

    private static ColumnConverter Text<T>(Func<string, T> parse)
        where T : notnull => new(ColumnType.String, value => value.ToString()!, value => parse((string)value));

    private static ColumnConverter Name<T>(Func<T, string> write, Func<string, T> parse)
        where T : struct, Enum => new(ColumnType.String, value => write((T)value), value => parse((string)value));

    // UTC, to the microsecond: what every store gives back.
    private static object Stored(DateTimeOffset instant) =>
        new DateTimeOffset(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
