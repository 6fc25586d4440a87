using System.ComponentModel.DataAnnotations;

using Microsoft.Extensions.Configuration;

using NbaProps.Hosting.Configuration;

namespace NbaProps.Tests.Hosting.Configuration;

public class StrictBinderTests
{
    [Fact]
    public void Every_kind_of_value_is_read()
    {
        var sample = Bind(
            ("Text", "x"), ("Flag", "TRUE"), ("Whole", "-3"), ("Long", "9000000000"), ("Number", "0.25"), ("Span", "00:01:30"),
            ("Address", "https://example.org/a"), ("Word", "second"), ("Maybe", "7.5"),
            ("Inner:Depth", "4"), ("Names:0", "a"), ("Names:1", "b"), ("Rows:0:Depth", "9"), ("Limits:odds", "2"));

        sample.Text.ShouldBe("x");
        sample.Flag.ShouldBeTrue();
        sample.Whole.ShouldBe(-3);
        sample.Long.ShouldBe(9_000_000_000);
        sample.Number.ShouldBe(0.25);
        sample.Span.ShouldBe(TimeSpan.FromSeconds(90));
        sample.Address.ShouldBe(new Uri("https://example.org/a"));
        sample.Word.ShouldBe(Word.Second);
        sample.Maybe.ShouldBe(7.5);
        sample.Inner.Depth.ShouldBe(4);
        sample.Names.ShouldBe(["a", "b"]);
        sample.Rows.Single().Depth.ShouldBe(9);
        sample.Limits["odds"].ShouldBe(2);
    }

    [Fact]
    public void Nothing_given_leaves_the_defaults() => Bind().ShouldBeEquivalentTo(new Sample());

    [Fact]
    public void A_section_changes_a_copy_of_a_default_that_others_share()
    {
        Bind(("Common:Depth", "5")).Common.Depth.ShouldBe(5);
        Sample.Shared.Depth.ShouldBe(1);
    }

    [Fact]
    public void A_map_keeps_the_default_keys_that_are_not_named() =>
        Bind(("Limits:odds", "2")).Limits.Keys.ShouldBe(["nba", "odds"]);

    [Fact]
    public void An_optional_value_can_be_taken_away() => Bind(("Maybe", "")).Maybe.ShouldBeNull();

    [Theory]
    [InlineData("250ms", 0.25)]
    [InlineData("30s", 30)]
    [InlineData("5m", 300)]
    [InlineData("1.5h", 5400)]
    [InlineData("1d", 86400)]
    [InlineData("1.00:00:00", 86400)]
    public void A_time_span_has_a_unit_or_colons(string text, double seconds) =>
        Bind(("Span", text)).Span.TotalSeconds.ShouldBe(seconds);

    [Theory]
    [InlineData("Inner:Dept", "1", "Inner:Dept is not known; accepted in Inner: Depth; did you mean Depth?")]
    [InlineData("Zzzzzz", "1", "Zzzzzz is not known; accepted at the top: Text, Flag, Whole, Long, Number, Span, Address, Word, Maybe, Inner, Common, Names, Rows, Limits")]
    [InlineData("Span", "30", "Span is \"30\"; accepted: a time span such as 00:00:30, 250ms, 30s, 5m, 2h or 1d")]
    [InlineData("Whole", "1,000", "Whole is \"1,000\"; accepted: a whole number")]
    [InlineData("Whole", "99999999999", "Whole is \"99999999999\"; accepted: a whole number")]
    [InlineData("Number", "NaN", "Number is \"NaN\"; accepted: a number such as 0.5")]
    [InlineData("Flag", "yes", "Flag is \"yes\"; accepted: true or false")]
    [InlineData("Address", "example.org", "Address is \"example.org\"; accepted: an absolute http or https address")]
    [InlineData("Word", "1", "Word is \"1\"; accepted: first, second")]
    [InlineData("Whole", "", "Whole is empty; accepted: a whole number")]
    [InlineData("Inner", "5", "Inner is a section and takes no value of its own")]
    [InlineData("Whole:Deeper", "5", "Whole:Deeper is not known: Whole is a whole number, not a section")]
    [InlineData("Names:first", "a", "Names:first is not known; accepted in Names: the positions 0, 1, 2 and so on")]
    [InlineData("Inner:Depth", "11", "Inner:Depth is 11; accepted: 1 to 10")]
    [InlineData("Rows:0:Depth", "11", "Rows:0:Depth is 11; accepted: 1 to 10")]
    [InlineData("Span", "25h", "Span is 1.01:00:00; accepted: 00:00:00 to 1.00:00:00")]
    public void What_is_not_understood_is_refused_in_a_line_that_says_what_is(string key, string value, string line) =>
        Should.Throw<ConfigurationException>(() => Bind((key, value))).Message.ShouldBe(line);

    [Fact]
    public void All_problems_are_told_together_one_line_each()
    {
        var refused = Should.Throw<ConfigurationException>(() => Bind(("Whole", "x"), ("Nmber", "1"), ("Inner:Depth", "0"), ("Text", "")));

        refused.Message.Split('\n').Length.ShouldBe(4);
        refused.Problems.ShouldBe(
        [
            "Nmber is not known; accepted at the top: Text, Flag, Whole, Long, Number, Span, Address, Word, Maybe, Inner, Common, Names, Rows, Limits; did you mean Number?",
            "Text is empty; accepted: a text",
            "Whole is \"x\"; accepted: a whole number",
            "Inner:Depth is 0; accepted: 1 to 10",
        ]);
    }

    [Fact]
    public void A_section_is_bound_with_its_whole_path_in_the_messages()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("A:B:Depth", "0")]).Build();

        Should.Throw<ConfigurationException>(() => StrictBinder.Bind<InnerSample>(configuration.GetSection("A:B")))
            .Message.ShouldBe("A:B:Depth is 0; accepted: 1 to 10");
    }

    private static Sample Bind(params (string Key, string Value)[] settings) => StrictBinder.Bind<Sample>(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build());

    internal enum Word
    {
        First,
        Second,
    }

    internal sealed record Sample
    {
        public static readonly InnerSample Shared = new();

        [Required]
        public string Text { get; init; } = "t";

        public bool Flag { get; init; }

        public int Whole { get; init; }

        public long Long { get; init; }

        public double Number { get; init; }

        [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
        public TimeSpan Span { get; init; }

        public Uri? Address { get; init; }

        public Word Word { get; init; }

        public double? Maybe { get; init; } = 1;

        public InnerSample Inner { get; init; } = new();

        public InnerSample Common { get; init; } = Shared;

        public IReadOnlyList<string> Names { get; init; } = ["z"];

        public InnerSample[] Rows { get; init; } = [];

        public IReadOnlyDictionary<string, int> Limits { get; init; } = new SortedDictionary<string, int> { ["nba"] = 1 };

        public string Computed => Text + Text;
    }

    internal sealed record InnerSample
    {
        [Range(1, 10)]
        public int Depth { get; init; } = 1;
    }
}
