using NbaProps.Hosting.Configuration;

namespace NbaProps.Tests.Hosting.Configuration;

public sealed class NbaPropsConfigurationTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nbaprops-configuration-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_defaults_are_valid()
    {
        var options = Load();

        options.Mode.ShouldBe(Mode.Embedded);
        options.Operations.TickInterval.ShouldBe(TimeSpan.FromMinutes(5));
        options.Upstreams.OddsApi.BaseAddress.ShouldBe(new Uri("https://api.the-odds-api.com"));
    }

    [Fact]
    public void Each_source_wins_over_the_one_before_it()
    {
        File("""{ "Runtime": { "StateAttempts": 5, "Lease": "4m" }, "Ports": { "Base": 1 } }""");
        string[] data = ["--data", _folder.FullName];

        Load(data).Runtime.StateAttempts.ShouldBe(5);
        Load(data, ("NBAPROPS__RUNTIME__STATEATTEMPTS", "6")).Runtime.StateAttempts.ShouldBe(6);
        var options = Load([.. data, "--set", "Runtime:StateAttempts=7"], ("NBAPROPS__Runtime__StateAttempts", "6"), ("NBAPROPS_COMMIT", "abc"));
        options.Runtime.StateAttempts.ShouldBe(7);
        options.Runtime.Lease.ShouldBe(TimeSpan.FromMinutes(4));
        options.Ports.Base.ShouldBe(1);
        options.DataDirectory.ShouldBe(_folder.FullName);
    }

    [Fact]
    public void The_data_directory_of_the_environment_says_where_the_file_is()
    {
        File("""{ "Ports": { "Base": 2 } }""");

        Load([], ("NBAPROPS__DataDirectory", _folder.FullName)).Ports.Base.ShouldBe(2);
    }

    [Fact]
    public void A_file_can_be_named()
    {
        var path = Path.Combine(_folder.FullName, "other.json");
        System.IO.File.WriteAllText(path, """{ "Ports": { "Base": 3 } }""");

        Load(["--config", path]).Ports.Base.ShouldBe(3);
    }

    [Fact]
    public void A_problem_names_the_source_of_the_value()
    {
        File("""{ "Runtime": { "Leese": "4m" } }""");

        Problems(["--data", _folder.FullName, "--set", "Ports:Base=-1"], ("NBAPROPS__Mode", "clouds")).ShouldBe(
        [
            "Mode is \"clouds\"; accepted: embedded, emulators, cloud (from the environment)",
            $"Runtime:Leese is not known; accepted in Runtime: Lease, WriteTimeout, RunBudget, RetryDelay, LongestRetryDelay, MostAttempts, PartialLooksKept, StateAttempts, StateRetryDelay, OutboxPatience, RecordsKept; did you mean Lease? (from {Path.Combine(_folder.FullName, "nbaprops.json")})",
            "Ports:Base is -1; accepted: 0 to 65500 (from the command line)",
        ]);
    }

    [Fact]
    public void A_lease_that_ends_before_a_write_may_is_refused() =>
        Problems(["--set", "Runtime:Lease=1m"]).ShouldBe(
            ["Runtime:Lease is 00:01:00; accepted: more than Runtime:WriteTimeout, which is 00:02:00 (from the command line)"]);

    [Fact]
    public void A_gate_that_would_close_before_it_warns_is_refused() =>
        Problems(["--set", "Gates:MinutesBlockPercent=95"]).ShouldBe(
            ["Gates:MinutesBlockPercent is 95; accepted: at most Gates:MinutesWarnPercent, which is 90 (from the command line)"]);

    [Fact]
    public void An_answer_that_may_take_longer_than_the_lease_is_kept_is_refused() =>
        Problems(["--set", "Upstreams:OddsApi:Budget=3m"]).ShouldBe(
            ["Upstreams:OddsApi:Budget is 00:03:00; accepted: at most 00:02:00, two thirds of Runtime:Lease, so that no run is overtaken while it waits for an answer (from the command line)"]);

    [Fact]
    public void What_is_said_of_one_server_s_address_can_be_left_out()
    {
        var inputs = new ConfigurationInputs { Environment = new Dictionary<string, string> { ["PORT"] = "1", ["ASPNETCORE_URLS"] = "http://localhost:2", ["HOME"] = "/" } };

        inputs.WithoutAddress().Environment.ShouldHaveSingleItem().Key.ShouldBe("HOME");
    }

    [Theory]
    [InlineData("--sett", "--sett is not known; accepted: --set Section:Key=value, --data DIR, --config FILE")]
    [InlineData("--set", "--set needs a value")]
    [InlineData("--set=Mode", "--set Mode has no equals sign; accepted: --set Section:Key=value")]
    public void A_wrong_argument_gets_one_line(string argument, string line) => Problems([argument]).ShouldBe([line]);

    [Fact]
    public void A_file_that_is_no_json_is_refused_in_one_line()
    {
        File("{ \"Mode\": ");

        var line = Problems(["--data", _folder.FullName]).Single();
        line.ShouldStartWith($"{Path.Combine(_folder.FullName, "nbaprops.json")} is no JSON object of settings: ");
        line.ShouldNotContain("\n");
    }

    [Fact]
    public void A_named_file_must_be_there() =>
        Problems(["--config", Path.Combine(_folder.FullName, "none.json")]).Single().ShouldContain("none.json cannot be read");

    [Fact]
    public void A_headers_default_stays_when_another_is_added()
    {
        var headers = Load(["--set", "Upstreams:NbaStats:Headers:X-Test=1"]).Upstreams.NbaStats.Headers;

        headers["Referer"].ShouldBe("https://www.nba.com/");
        headers["x-test"].ShouldBe("1");
    }

    [Fact]
    public void Options_do_not_print_a_key()
    {
        var options = Load([], ("NBAPROPS__Upstreams__OddsApi__ApiKey", "s3cret"));

        options.Upstreams.OddsApi.ApiKey.ShouldBe("s3cret");
        options.ToString().ShouldNotContain("s3cret");
    }

    [Theory]
    [InlineData("operations", 8710, "http://127.0.0.1:8710")]
    [InlineData("predictions", 8710, "http://127.0.0.1:8715")]
    [InlineData("predictions", 0, "http://127.0.0.1:0")]
    [InlineData("another", 8710, "http://127.0.0.1:0")]
    public void Services_listen_side_by_side(string service, int first, string url) => new PortsOptions { Base = first }.UrlOf(service).ShouldBe(url);

    private static NbaPropsOptions Load(string[]? arguments = null, params (string Name, string Value)[] variables) => NbaPropsConfiguration.Load(new()
    {
        Arguments = arguments ?? [],
        Environment = variables.ToDictionary(pair => pair.Name, pair => pair.Value),
    });

    private static IReadOnlyList<string> Problems(string[] arguments, params (string Name, string Value)[] variables) =>
        Should.Throw<ConfigurationException>(() => Load(arguments, variables)).Problems;

    private void File(string json) => System.IO.File.WriteAllText(Path.Combine(_folder.FullName, "nbaprops.json"), json);
}
