using FsCheck.Fluent;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;

namespace NbaProps.Tests.Domain.Odds;

public sealed class PregameQuoteTests
{
    private static readonly GameDate Date = new(2024, 1, 25);
    private static readonly PointsLine Line = new(31.5m);
    private static readonly TwoWayPrice Price = new(new AmericanOdds(-105), new AmericanOdds(-125));

    [Fact]
    public void A_quote_exists_exactly_when_it_was_captured_before_tip_off()
        => Property.ForAll(
            from seconds in Gen.Choose(-100_000, 100_000)
            from captureAssumed in Gen.Elements(false, true)
            from tipAssumed in Gen.Elements(false, true)
            select (seconds, captureAssumed, tipAssumed),
            drawn =>
            {
                var (seconds, captureAssumed, tipAssumed) = drawn;
                var tipOff = new TipOff(Date.At(19, 30), tipAssumed);
                var made = PregameQuote.TryCreate(Line, Price, "draftkings", tipOff.Instant.AddSeconds(seconds), captureAssumed, tipOff, out var quote);
                made.ShouldBe(seconds < 0);
                (quote is not null).ShouldBe(made);
                if (quote is not null)
                    quote.MinutesBeforeTipOff.ShouldBe(captureAssumed || tipAssumed ? null : -seconds / 60.0);
            });

    [Fact]
    public void A_quote_of_the_afternoon_is_none_where_the_start_is_not_known()
        => PregameQuote.TryCreate(Line, Price, "draftkings", Date.At(14), captureAssumed: false, TipOff.AssumedFor(Date), out _).ShouldBeFalse();

    [Fact]
    public void No_quote_is_before_a_start_that_was_never_given()
        => PregameQuote.TryCreate(Line, Price, "draftkings", DateTimeOffset.UnixEpoch, captureAssumed: false, default, out _).ShouldBeFalse();

    [Fact]
    public void It_keeps_what_it_was_made_of_in_utc()
    {
        var captured = new DateTimeOffset(2024, 1, 25, 12, 0, 0, TimeSpan.FromHours(-5));
        PregameQuote.TryCreate(Line, null, "fanduel", captured, captureAssumed: true, TipOff.Known(Date.At(19, 30)), out var quote).ShouldBeTrue();
        quote!.Line.ShouldBe(Line);
        quote.Price.ShouldBeNull();
        quote.Bookmaker.ShouldBe("fanduel");
        quote.CaptureAssumed.ShouldBeTrue();
        quote.CapturedAt.ShouldBe(captured);
        quote.CapturedAt.Offset.ShouldBe(TimeSpan.Zero);
        quote.TipOff.IsAssumed.ShouldBeFalse();
    }

    [Fact]
    public void A_quote_of_nobody_or_of_no_line_is_a_defect()
    {
        var tipOff = TipOff.Known(Date.At(19, 30));
        Should.Throw<ArgumentException>(() => PregameQuote.TryCreate(Line, Price, " ", Date.At(12), captureAssumed: false, tipOff, out _));
        Should.Throw<ArgumentException>(() => PregameQuote.TryCreate(default, Price, "fanduel", Date.At(12), captureAssumed: false, tipOff, out _));
    }

    [Fact]
    public void There_is_no_other_way_to_make_or_change_one()
    {
        typeof(PregameQuote).GetConstructors().ShouldBeEmpty();
        typeof(PregameQuote).GetProperties().ShouldAllBe(property => property.SetMethod == null);
    }
}
