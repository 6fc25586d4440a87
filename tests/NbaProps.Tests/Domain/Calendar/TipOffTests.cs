using System.Text.Json;
using NbaProps.Domain.Calendar;

namespace NbaProps.Tests.Domain.Calendar;

public sealed class TipOffTests
{
    [Fact]
    public void An_unknown_start_is_assumed_at_noon_eastern()
    {
        var assumed = TipOff.AssumedFor(new GameDate(2024, 1, 15));
        assumed.IsAssumed.ShouldBeTrue();
        assumed.Instant.ShouldBe(new DateTimeOffset(2024, 1, 15, 17, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void A_known_start_is_kept_in_utc()
    {
        var known = TipOff.Known(new DateTimeOffset(2024, 1, 15, 19, 30, 0, TimeSpan.FromHours(-5)));
        known.IsAssumed.ShouldBeFalse();
        known.Instant.Offset.ShouldBe(TimeSpan.Zero);
        known.Instant.Hour.ShouldBe(0);
    }

    [Fact]
    public void It_is_read_back_from_json()
    {
        var tipOff = TipOff.AssumedFor(new GameDate(2024, 1, 15));
        JsonSerializer.Deserialize<TipOff>(JsonSerializer.Serialize(tipOff)).ShouldBe(tipOff);
    }

    [Fact]
    public void Starts_are_ordered_in_time()
        => new[] { TipOff.AssumedFor(new(2024, 1, 16)), TipOff.Known(new GameDate(2024, 1, 15).At(22)) }.Order().First().IsAssumed.ShouldBeFalse();
}
