using NbaProps.Hosting.Configuration;

namespace NbaProps.Tests.Hosting.Configuration;

public class ConfigurationReferenceTests
{
    private static readonly string Page = ConfigurationReference.Markdown(typeof(NbaPropsOptions));

    [Fact]
    public void The_same_records_give_the_same_page() => ConfigurationReference.Markdown(typeof(NbaPropsOptions)).ShouldBe(Page);

    [Theory]
    [InlineData("| `Mode` | word | `embedded` | embedded, emulators, cloud | Where the ports are: all on this machine, state and bus on Google's emulators, or all on Google Cloud. Default embedded. |")]
    [InlineData("| `Runtime:StateAttempts` | whole number | `4` | 1 to 20 | How often a state call that failed transiently is tried, inside one run. Default 4. |")]
    [InlineData("| `Runtime:Lease` | time span | `00:03:00` | 00:00:01 to 01:00:00 | How long an acquisition or a renewal holds a unit. Longer than WriteTimeout. Default 3 minutes. |")]
    [InlineData("| `Upstreams:OddsApi:RequestsPerSecond` | number, optional | `5` | 0.001 to 1000 | Most starts of attempts in a second, evenly spaced, from one process; none for no limit. |")]
    [InlineData("| `Upstreams:NbaStats:Headers` | map to text | `Origin=https://www.nba.com`, `Referer=https://www.nba.com/` | any | Further request headers. No place for a key: they are not kept from what is written down. |")]
    [InlineData("| `Runtime:StateRetryDelay` | time span | `00:00:00.05` | 00:00:00.001 to 00:01:00 | Wait between those tries; doubles. Default 50 ms. |")]
    [InlineData("## Upstreams:OddsApi")]
    public void It_has_a_line_for_each_key_with_type_default_range_and_meaning(string line) => Page.Split('\n').ShouldContain(line);

    [Fact]
    public void Blank_lines_are_single() => Page.ShouldNotContain("\n\n\n");

    [Fact]
    public void Every_key_is_described() =>
        Page.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ShouldAllBe(line => !line.EndsWith("|  |", StringComparison.Ordinal));
}
