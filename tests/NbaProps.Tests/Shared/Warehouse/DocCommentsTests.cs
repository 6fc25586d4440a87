using System.Xml.Linq;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Tests.Shared.Warehouse;

public sealed class DocCommentsTests
{
    [Fact]
    public void A_type_has_its_summary() =>
        Read("T:NbaProps.Tests.Shared.Warehouse.SampleQuoteRow", "A quote.").Type(typeof(SampleQuoteRow)).ShouldBe("A quote.");

    [Fact]
    public void A_property_has_its_summary() =>
        Read("P:NbaProps.Tests.Shared.Warehouse.SampleQuoteRow.Book", "The book.").Property(typeof(SampleQuoteRow).GetProperty("Book")!).ShouldBe("The book.");

    [Fact]
    public void Nothing_is_made_up_where_there_is_no_comment() => Read("T:Other", "x").Type(typeof(SampleQuoteRow)).ShouldBeEmpty();

    [Theory]
    [InlineData("one\n        two   three", "one two three")]
    [InlineData("Set <see langword=\"null\"/> when absent.", "Set null when absent.")]
    [InlineData("See <see cref=\"T:A.B.GameDate\"/>.", "See GameDate.")]
    [InlineData("See <see cref=\"M:A.B.GameDate.Parse(System.String)\"/>.", "See Parse.")]
    [InlineData("See <see cref=\"T:A.B.Table`1\"/>.", "See Table.")]
    [InlineData("See <see cref=\"T:A.B.GameDate\">the date</see>.", "See the date.")]
    [InlineData("Of <paramref name=\"row\"/> and <typeparamref name=\"TRow\"/>.", "Of row and TRow.")]
    [InlineData("Written <c>as_of</c>.", "Written as_of.")]
    [InlineData("<para>One.</para><para>Two.</para>", "One. Two.")]
    public void Markup_becomes_plain_words(string summary, string text) => Read("T:" + typeof(SampleQuoteRow).FullName, summary).Type(typeof(SampleQuoteRow)).ShouldBe(text);

    [Fact]
    public void The_shared_library_ships_its_comments() =>
        DocComments.Of(typeof(WarehouseRow).Assembly).Property(typeof(WarehouseRow).GetProperty("Source")!).ShouldStartWith("Where the facts come from");

    private static DocComments Read(string member, string summary) => DocComments.From(
        XDocument.Parse($"<doc><members><member name=\"{member}\"><summary>{summary}</summary></member></members></doc>", LoadOptions.PreserveWhitespace));
}
