using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.GoogleDouble;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Deployment;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Warehouse.Ddl;

namespace NbaProps.Contracts.Deployment;

/// <summary>What keeps a deployment from beginning.</summary>
public sealed class RefusedApplyTests : DeployedInstallation
{
    private const string Other = "0000000000000000000000000000000000000000000000000000000000000000";

    [Fact]
    public async Task A_table_that_lacks_a_column_or_is_not_there_is_named_and_on_good_tables_nothing_is_refused()
    {
        await MakeTablesAsync();
        (await RefusalsAsync()).ShouldBeEmpty();
        Google.BigQuery.Drop("nba_analytics.player_game_summary");
        var table = NbaPipeline.Manifest.AllTables.Single(one => one.FullName == "nba_analytics.player_game_summary");
        await using (var stores = CloudStores.Open(Options, TimeProvider.System, NullLoggerFactory.Instance))
        {
            await stores.Ports.Warehouse.ApplySchemaAsync(table with { Columns = [.. table.Columns.Where(column => column.Name != "points")] }, default);
        }

        var refusal = (await RefusalsAsync()).ShouldHaveSingleItem();

        refusal.ShouldStartWith("nba_analytics.player_game_summary.points: ");
        refusal.ShouldEndWith("nbaprops schema apply");
        Google.BigQuery.Drop("nba_analytics.player_game_summary");
        (await RefusalsAsync()).ShouldHaveSingleItem().ShouldStartWith("nba_analytics.player_game_summary: ");
    }

    [Theory]
    [InlineData(null, "the secret nbaprops-odds-api-key is not there, or has no version")]
    [InlineData("DISABLED", "the newest version of the secret nbaprops-odds-api-key is DISABLED")]
    public async Task A_secret_that_a_service_could_not_be_given_is_named(string? state, string expected)
    {
        await MakeTablesAsync();
        if (state is null)
            Google.Deployment.Secrets.Remove("nbaprops-odds-api-key");
        else
            Google.Deployment.Secrets["nbaprops-odds-api-key"] = state;

        (await RefusalsAsync(DeployedServices.Scrapers)).ShouldHaveSingleItem().ShouldStartWith(expected);
        (await RefusalsAsync(DeployedServices.Analytics)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_champion_of_other_features_is_named_whoever_of_the_two_is_deployed()
    {
        await MakeTablesAsync();
        await InstallAsync();
        Run.Contracts[BuildContracts.Champion] = Other;

        foreach (var service in new[] { DeployedServices.Precompute, DeployedServices.Predictions })
            (await RefusalsAsync(service)).ShouldContain(refusal => refusal.StartsWith($"the champion model of predictions was trained on features {Other}", StringComparison.Ordinal));
        (await RefusalsAsync(DeployedServices.Scrapers)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_build_with_a_champion_of_other_features_does_not_get_the_traffic()
    {
        await InstallAsync();
        Run.Serving = (revision, request) =>
        {
            // The one that is new has the model; the one that runs has none.
            if (request.Path == "/version" && revision.Commit == New)
                Run.Contracts[BuildContracts.Champion] = Other;
            return null;
        };

        var problem = await DeployAsync(New, Only(DeployedServices.Predictions));

        problem.ShouldNotBeNull();
        problem.ShouldContain($"trained on features {Other}");
        Run.Served("predictions")!.Commit.ShouldBe(Old);
    }

    [Fact]
    public async Task Features_that_the_other_of_the_two_does_not_know_are_named_and_both_may_go_together()
    {
        await MakeTablesAsync();
        await InstallAsync();
        Run.Contracts[BuildContracts.Features] = Other;

        (await RefusalsAsync(DeployedServices.Precompute)).ShouldHaveSingleItem().ShouldStartWith($"predictions, which stays as it is, states {Other}");
        (await RefusalsAsync(DeployedServices.Predictions)).ShouldHaveSingleItem().ShouldStartWith($"precompute, which stays as it is, states {Other}");
        (await RefusalsAsync(DeployedServices.Precompute, DeployedServices.Predictions)).ShouldBeEmpty();

        // Whoever says nothing cannot be said to agree.
        Run.Serving = (_, request) => request.Path == "/version" ? DoubleAnswer.Refused(503, "UNAVAILABLE", "because") : null;
        (await RefusalsAsync(DeployedServices.Precompute)).ShouldHaveSingleItem().ShouldContain("states nothing");
    }

    [Fact]
    public async Task A_schedule_whose_target_nobody_answers_at_is_left_as_it_is()
    {
        await InstallAsync();
        var job = $"{Project}/locations/us-east4/jobs/nbaprops-tick";
        Google.Deployment.Jobs.Remove(job);
        Run.Serving = (_, request) => request.Path == "/watch/tick" ? DoubleAnswer.Refused(404, "NOT_FOUND", "Not Found") : null;

        var problem = await DeployAsync(Old);

        problem.ShouldBe("nbaprops-tick is left as it is: https://operations-123456789012.us-east4.run.app/watch/tick answers 404");
        Google.Deployment.Jobs.ShouldNotContainKey(job);
    }

    [Theory]
    [InlineData(401, "may not be asked (401): without a token that Google takes, or without roles/run.invoker, nobody can tell who is there")]
    [InlineData(403, "may not be asked (403): without a token that Google takes, or without roles/run.invoker, nobody can tell who is there")]
    [InlineData(302, "answers 302")]
    [InlineData(429, "answers 429")]
    public async Task A_schedules_target_is_somebody_only_when_the_application_itself_answers(int status, string expected)
    {
        await InstallAsync();
        var job = $"{Project}/locations/us-east4/jobs/nbaprops-tick";
        Google.Deployment.Jobs.Remove(job);
        Run.Serving = (_, request) => request.Path == "/watch/tick" ? DoubleAnswer.Refused(status, "UNKNOWN", "Google's own page") : null;

        (await DeployAsync(Old)).ShouldBe($"nbaprops-tick is left as it is: https://operations-123456789012.us-east4.run.app/watch/tick {expected}");

        Google.Deployment.Jobs.ShouldNotContainKey(job);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    public async Task A_schedule_is_set_when_the_application_answers_at_its_target_whatever_it_says(int status)
    {
        await InstallAsync();
        Google.Deployment.Jobs.Clear();
        Run.Serving = (_, request) => request.Path == "/watch/tick" ? DoubleAnswer.Refused(status, "OWN", "the application's words") : null;

        (await DeployAsync(Old)).ShouldBeNull();

        Google.Deployment.Jobs.Count.ShouldBe(2);
    }

    private async Task<IReadOnlyList<string>> RefusalsAsync(params DeployedService[] services)
    {
        var apply = Of(New);
        await using var stores = CloudStores.Open(Options, TimeProvider.System, NullLoggerFactory.Instance);
        return await apply.RefusalsAsync(await apply.CompareAsync(services.Length == 0 ? DeployedServices.All : services, default), stores.Ports.Warehouse, default);
    }

    private async Task MakeTablesAsync()
    {
        await using var stores = CloudStores.Open(Options, TimeProvider.System, NullLoggerFactory.Instance);
        (await SchemaMigration.ApplyAsync(stores.Ports.Warehouse, NbaPipeline.Manifest.AllTables, default)).Refused.ShouldBeEmpty();
    }
}
