using NbaProps.Embedded.Broker;
using NbaProps.Shared.Messaging;

namespace NbaProps.Tests.Embedded;

public sealed class BrokerPatienceTests
{
    [Fact]
    public void By_default_a_service_may_be_away_for_a_minute_before_a_message_is_given_up()
    {
        var options = new BrokerOptions();
        var limits = SubscriptionLimits.Of(new Subscription("s", "t", new Uri("http://localhost")), options);

        TimeSpan.FromMilliseconds(Enumerable.Range(1, limits.MaxDeliveryAttempts - 1).Sum(limits.BackoffAfter)).ShouldBeGreaterThan(TimeSpan.FromMinutes(1));
        limits.BackoffAfter(1).ShouldBe(200);
    }
}
