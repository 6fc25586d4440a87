using System.Text.Json;
using FsCheck;
using NbaProps.Domain;
using NbaProps.Domain.BoxScores;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;
using NbaProps.Domain.Players;
using NbaProps.Domain.Predictions;
using NbaProps.Domain.Teams;
using NbaProps.Domain.Text;

namespace NbaProps.Tests.Domain.Text;

/// <summary>What every key and value promises about its written form.</summary>
public sealed class TextValueTests
{
    private static readonly string[] Nonsense =
    [
        "", " ", "nonsense", "-1", "0", "1", "1,5", "NaN", "Infinity", "-Infinity", "1e400", "2024-02-30", "2024-1-5", "20240105",
        "2022-24", "2022-2023", "0022400561 ", " 0022400561", "00224005611", "0072400561", "0022400000", "bos", "SEA", "Luka Dončić",
        "12:60", "-5:00", "PT", "PTM", "PT12", "31.25", "80.5", "99", "+99", "1.0", "1.5.1", "٣", "0x1F",
    ];

    [Fact]
    public void A_game_date_is_read_back_as_written() => RoundTrips(Samples.GameDates, GameDate.Parse);

    [Fact]
    public void A_range_is_read_back_as_written() => RoundTrips(Samples.Ranges, GameDateRange.Parse);

    [Fact]
    public void A_season_is_read_back_as_written() => RoundTrips(Samples.Seasons, Season.Parse);

    [Fact]
    public void A_game_id_is_read_back_as_written() => RoundTrips(Samples.GameIds, GameId.Parse);

    [Fact]
    public void A_player_key_is_read_back_as_written() => RoundTrips(Samples.PlayerKeys, PlayerKey.Parse);

    [Fact]
    public void A_team_is_read_back_as_written() => RoundTrips(Samples.Teams, TeamTricode.Parse);

    [Fact]
    public void A_name_key_is_read_back_as_written() => RoundTrips(Samples.NameKeys, NameKey.Parse);

    [Fact]
    public void Playing_time_is_read_back_as_written() => RoundTrips(Samples.PlayingTimes, Minutes.Parse);

    [Fact]
    public void American_odds_are_read_back_as_written() => RoundTrips(Samples.Prices, AmericanOdds.Parse);

    [Fact]
    public void Decimal_odds_are_read_back_as_written() => RoundTrips(Samples.DecimalPrices, DecimalOdds.Parse);

    [Fact]
    public void A_probability_is_read_back_as_written() => RoundTrips(Samples.Probabilities, Probability.Parse);

    [Fact]
    public void A_points_line_is_read_back_as_written() => RoundTrips(Samples.Lines, PointsLine.Parse);

    [Fact]
    public void Every_value_type_is_covered_here()
    {
        var covered = GetType().GetMethods()
            .Count(method => method.Name.EndsWith("_read_back_as_written", StringComparison.Ordinal));

        typeof(ITextValue<>).Assembly.GetTypes()
            .Count(type => type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITextValue<>)))
            .ShouldBe(covered);
    }

    [Theory]
    [InlineData("\"2024-13-01\"", typeof(GameDate), "'2024-13-01' is not a game date (yyyy-MM-dd, 2007-01-01 to 2199-12-31).")]
    [InlineData("22400561", typeof(GameId), "A JSON Number is not a game id")]
    [InlineData("\"all\"", typeof(SeasonPhase), "'all' is not a season phase: accepted are preseason, regular, all_star, playoffs, play_in, cup_final.")]
    [InlineData("31.25", typeof(PointsLine), "'31.25' is not a points line (0.5 to 80 in steps of 0.5, such as 31.5).")]
    [InlineData("true", typeof(AmericanOdds), "A JSON True is not American odds")]
    public void Json_that_holds_no_value_says_what_was_given_and_what_is_accepted(string json, Type type, string message)
        => Should.Throw<JsonException>(() => JsonSerializer.Deserialize(json, type)).Message.ShouldStartWith(message);

    [Fact]
    public void Values_are_numbers_or_strings_in_json()
    {
        Json(new GameDate(2024, 1, 15)).ShouldBe("\"2024-01-15\"");
        Json(GameId.Parse("0022400561")).ShouldBe("\"0022400561\"");
        Json(new PlayerKey(1629029)).ShouldBe("1629029");
        Json(new AmericanOdds(105)).ShouldBe("105");
        Json(new AmericanOdds(-110)).ShouldBe("-110");
        Json(new PointsLine(31.5m)).ShouldBe("31.5");
        Json(Minutes.Parse("45:58")).ShouldBe("\"45:58\"");
        Json(SeasonPhase.PlayIn).ShouldBe("\"play_in\"");
        Json(Recommendation.NoLine).ShouldBe("\"NO_LINE\"");
        Json(Grade.NotGradable).ShouldBe("\"not_gradable\"");
        Json(Side.Over).ShouldBe("\"OVER\"");
        Json(new TwoWayPrice(new AmericanOdds(-105), new AmericanOdds(-125))).ShouldBe("""{"Over":-105,"Under":-125}""");
    }

    [Fact]
    public void A_number_is_also_read_from_a_json_string()
        => JsonSerializer.Deserialize<AmericanOdds>("\"+105\"").ShouldBe(new AmericanOdds(105));

    [Fact]
    public void Values_and_enumerations_can_be_keys_of_a_json_object()
    {
        var byPhase = new Dictionary<SeasonPhase, PlayerKey> { [SeasonPhase.Regular] = new(7) };
        Json(byPhase).ShouldBe("""{"regular":7}""");
        JsonSerializer.Deserialize<Dictionary<SeasonPhase, PlayerKey>>(Json(byPhase)).ShouldBe(byPhase);
        Json(new Dictionary<PlayerKey, int> { [new(7)] = 1 }).ShouldBe("""{"7":1}""");
    }

    private static void RoundTrips<T>(Gen<T> values, Func<string, T> parse)
        where T : struct, ITextValue<T>, IComparable<T>
    {
        Property.ForAll(values, value =>
        {
            var text = value.ToString()!;
            parse(text).ShouldBe(value);
            JsonSerializer.Deserialize<T>(Json(value)).ShouldBe(value);
            JsonSerializer.Deserialize<Dictionary<T, int>>(Json(new Dictionary<T, int> { [value] = 1 }))!.Keys.ShouldBe([value]);
            value.CompareTo(value).ShouldBe(0);
        });

        Property.ForAll(Property.AnyText, text => ReadsOrRefuses<T>(text));
        foreach (var text in Nonsense)
            ReadsOrRefuses<T>(text);

        T.TryParse(null, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => parse(null!)).Message.ShouldContain("expected");
        Should.Throw<FormatException>(() => parse("nonsense!")).Message.ShouldBe($"'nonsense!' is not {T.Accepted}.");
    }

    private static void ReadsOrRefuses<T>(string text)
        where T : struct, ITextValue<T>
    {
        if (T.TryParse(text, out var value))
            T.TryParse(value.ToString(), out _).ShouldBeTrue();
        else
            EqualityComparer<T>.Default.Equals(value, default).ShouldBeTrue(text);
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);
}
