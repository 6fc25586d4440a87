using System.Globalization;

using NbaProps.Operations.Deployments;

namespace NbaProps.Tests.Operations.Deployments;

public sealed class DriftTimesTests
{
    [Theory]
    [InlineData("2026-01-15T15:59:59Z", null)]
    [InlineData("2026-01-15T16:00:00Z", "2026-01-15T16:00:00Z")]
    [InlineData("2026-01-15T17:59:59Z", "2026-01-15T16:00:00Z")]
    [InlineData("2026-01-15T18:00:00Z", "2026-01-15T18:00:00Z")]
    [InlineData("2026-01-16T04:00:00Z", "2026-01-16T04:00:00Z")]
    [InlineData("2026-01-16T04:59:59Z", "2026-01-16T04:00:00Z")]
    [InlineData("2026-01-16T05:00:00Z", null)]
    [InlineData("2026-07-15T14:59:59Z", null)]
    [InlineData("2026-07-15T15:00:00Z", "2026-07-15T15:00:00Z")]
    [InlineData("2026-03-08T15:00:00Z", "2026-03-08T15:00:00Z")]
    [InlineData("2026-11-01T15:59:59Z", null)]
    [InlineData("2026-11-01T16:00:00Z", "2026-11-01T16:00:00Z")]
    public void A_look_is_made_every_two_hours_from_eight_to_twenty_on_the_Pacific(string now, string? look) =>
        DriftTimes.LookOf(At(now)).ShouldBe(look is null ? null : At(look));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
