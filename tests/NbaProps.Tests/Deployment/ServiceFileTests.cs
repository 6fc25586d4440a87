using NbaProps.Deployment.Declaring;
using NbaProps.GoogleCloud.PubSub;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Push;
using NbaProps.Shared.Deployment;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Tests.Deployment;

/// <summary>What a service is told on Cloud Run is what it understands.</summary>
public sealed class ServiceFileTests
{
    public static TheoryData<string> Names => [.. Services.All.Select(declaration => declaration.Service.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_service_starts_with_the_variables_that_it_is_given(string name)
    {
        var declaration = Of(name);
        var variables = Services.VariablesOf(declaration).Concat(declaration.Secrets.Where(secret => secret.File is null).Select(secret => KeyValuePair.Create(secret.Variable, "a key")));

        var options = NbaPropsConfiguration.Load(new ConfigurationInputs
        {
            Environment = new SortedDictionary<string, string>(variables.ToDictionary(pair => pair.Key, pair => Rendered.Fill(pair.Value), StringComparer.Ordinal), StringComparer.Ordinal),
        });

        options.Mode.ShouldBe(Mode.Cloud);
        options.GoogleCloud.ProjectId.ShouldBe("my-project-1");
        options.CloudStorage.Bucket.ShouldBe("my-project-1-archive");
        PushGuard.Of(options, TimeProvider.System).ShouldNotBeNull();
        options.Push.Audience.ShouldBe($"https://{name}-123456789012.us-east4.run.app");
        options.Deployment.Services.Count.ShouldBe(name == "operations" ? 6 : 0);
        options.Operations.Clock.ShouldBe(name == "operations" ? WatcherClock.Scheduler : WatcherClock.Own);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_variable_and_secret_stands_in_the_file(string name)
    {
        var text = Rendered.Text($"services/{name}.yaml");

        foreach (var (variable, value) in Services.VariablesOf(Of(name)))
            text.ShouldContain($"- name: \"{variable}\"\n              value: \"{Rendered.Fill(value)}\"\n");
        foreach (var secret in Of(name).Secrets.Where(secret => secret.File is null))
            text.ShouldContain($"- name: \"{secret.Variable}\"\n              valueFrom:\n                secretKeyRef:\n                  name: \"{secret.Name}\"\n");
        text.ShouldContain($"serviceAccountName: \"nbaprops-{name}@my-project-1.iam.gserviceaccount.com\"");
        text.ShouldContain("startupProbe:\n            httpGet:\n              path: \"/health/ready\"");
    }

    [Fact]
    public void No_request_is_cut_off_before_its_run_is() => new[] { new RuntimeOptions().RunBudget, new PubSubOptions().AckDeadline, ScheduledCall.Tick.Deadline }
        .ShouldAllBe(time => time <= ServiceDeclaration.Timeout);

    [Fact]
    public void A_run_ends_before_Pub_Sub_gives_its_push_up() => new RuntimeOptions().RunBudget.ShouldBeLessThan(new PubSubOptions().AckDeadline);

    // Each process counts for itself how often it asks.
    [Fact]
    public void Sources_are_asked_by_one_instance() => Of("scrapers").MaxInstances.ShouldBe(1);

    [Fact]
    public void No_file_has_a_placeholder_that_is_not_declared() => Services.All.Select(declaration => Rendered.Text($"services/{declaration.Service.Name}.yaml")).ShouldAllBe(text => !text.Contains("${"));

    private static ServiceDeclaration Of(string name) => Services.All.Single(declaration => declaration.Service == DeployedServices.Find(name));
}
