using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Chaos.League;

/// <summary>The configuration of the harness's services: the real one, with the upstreams in memory and with times that fit into a short day.</summary>
internal static class LeagueOptions
{
    private static readonly Uri InMemory = new("http://league.invalid");

    public static NbaPropsOptions Value { get; } = new()
    {
        Runtime = new RuntimeOptions
        {
            Lease = TimeSpan.FromSeconds(60),
            WriteTimeout = TimeSpan.FromSeconds(40),
            RunBudget = TimeSpan.FromMinutes(5),
            RetryDelay = TimeSpan.FromSeconds(20),
            LongestRetryDelay = TimeSpan.FromMinutes(5),
        },
        Upstreams = new UpstreamsOptions().With((_, upstream) => upstream with
        {
            BaseAddress = InMemory,
            ApiKey = "any",
            Attempts = 2,
            RetryDelay = TimeSpan.FromSeconds(1),
            Timeout = TimeSpan.FromSeconds(10),
            Budget = TimeSpan.FromSeconds(30),
            OpenFor = TimeSpan.FromSeconds(30),
            RequestsPerSecond = null,
            MissingAttempts = 0,
            CreditsPerMonth = null,
        }),
    };
}
