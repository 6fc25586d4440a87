using NbaProps.Deployment.Declaring;
using NbaProps.Shared.Deployment;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Tests.Deployment;

/// <summary>Every account may do what it does, and no more.</summary>
public sealed class GrantsTests
{
    private static readonly IReadOnlyList<Grant> All = new Grants(NbaPipeline.Manifest).All;

    [Fact]
    public void Analytics_may_do_just_this() => Of(DeployedServices.Analytics).ShouldBe(
    [
        "dataset/nba_analytics roles/bigquery.dataEditor",
        "dataset/nba_orchestration roles/bigquery.metadataViewer",
        "dataset/nba_precompute roles/bigquery.metadataViewer",
        "dataset/nba_predictions roles/bigquery.metadataViewer",
        "dataset/nba_raw roles/bigquery.dataViewer",
        "dataset/nba_reference roles/bigquery.dataViewer",
        "dataset/nbaprops_staging roles/bigquery.dataEditor",
        "project/${PROJECT} roles/bigquery.jobUser",
        "project/${PROJECT} roles/datastore.user",
        "topic/nba-phase3-analytics-complete roles/pubsub.publisher",
        "topic/nba-phase3-trigger roles/pubsub.publisher",
    ]);

    [Fact]
    public void No_service_has_a_right_to_the_whole_project_but_to_state_and_to_jobs() => All
        .Where(grant => grant.Resource.StartsWith("project/", StringComparison.Ordinal) && grant.Member != Identities.Deployer.Member && grant.Member != Identities.Reader.Member)
        .Select(grant => grant.Role).Distinct().ShouldBe(["roles/bigquery.jobUser", "roles/datastore.user"]);

    [Fact]
    public void Nobody_may_change_or_delete_a_payload() =>
        All.Where(grant => grant.Resource.StartsWith("bucket/", StringComparison.Ordinal) && grant.Condition is null).Select(grant => grant.Role).Distinct().ShouldBe(["roles/storage.objectCreator", "roles/storage.objectViewer"], ignoreOrder: true);

    [Fact]
    public void Who_deploys_writes_below_deployments_alone() =>
        All.Where(grant => grant.Resource.StartsWith("bucket/", StringComparison.Ordinal) && grant.Member == Identities.Deployer.Member).ShouldHaveSingleItem()
            .Condition.ShouldNotBeNull().Expression.ShouldBe("resource.name.startsWith(\"projects/_/buckets/${BUCKET}/objects/deployments/\")");

    [Fact]
    public void Besides_the_watcher_and_who_deploys_who_ask_for_versions_a_service_is_called_by_Pub_Sub_alone_and_the_watcher_by_the_scheduler() => All
        .Where(grant => grant.Role == "roles/run.invoker" && grant.Member != Identities.Of(DeployedServices.Operations).Member && grant.Member != Identities.Deployer.Member).Select(grant => $"{grant.Resource} {grant.Member.Split('@')[0]}").ShouldBe(
        [
            "service/analytics serviceAccount:nbaprops-push",
            "service/operations serviceAccount:nbaprops-scheduler",
            "service/precompute serviceAccount:nbaprops-push",
            "service/predictions serviceAccount:nbaprops-push",
            "service/raw-processors serviceAccount:nbaprops-push",
            "service/scrapers serviceAccount:nbaprops-push",
        ]);

    [Fact]
    public void Who_compares_reads_and_may_nothing_else() => Of(Identities.Reader).ShouldBe(
    [
        "project/${PROJECT} roles/cloudscheduler.viewer",
        "project/${PROJECT} roles/iam.securityReviewer",
        "project/${PROJECT} roles/pubsub.viewer",
        "project/${PROJECT} roles/run.viewer",
    ]);

    [Fact]
    public void Who_deploys_changes_services_images_and_what_is_published_of_main_and_reads_the_rest() => Of(Identities.Deployer).ShouldBe(
    [
        .. DeployedServices.All.Select(service => $"account/nbaprops-{service.Name}@${{PROJECT}}.iam.gserviceaccount.com roles/iam.serviceAccountUser"),
        "account/nbaprops-deploy@${PROJECT}.iam.gserviceaccount.com roles/iam.serviceAccountOpenIdTokenCreator",
        "bucket/${BUCKET} roles/storage.objectUser",
        .. new Datasets(NbaPipeline.Manifest).OfTables.Select(dataset => $"dataset/{dataset} roles/bigquery.metadataViewer"),
        "images/nbaprops roles/artifactregistry.writer",
        "project/${PROJECT} roles/cloudscheduler.viewer",
        "project/${PROJECT} roles/iam.securityReviewer",
        "project/${PROJECT} roles/pubsub.viewer",
        "project/${PROJECT} roles/run.developer",
        .. DeployedSecret.All.Select(secret => $"secret/{secret.Name} roles/secretmanager.viewer"),
        .. DeployedServices.All.Select(service => $"service/{service.Name} roles/run.invoker"),
    ], ignoreOrder: true);

    [Fact]
    public void Every_topic_that_a_phase_hears_has_somebody_who_may_publish_on_it()
    {
        var asked = NbaPipeline.Manifest.Processors.Select(processor => processor.DateTopic).OfType<string>();
        var heard = Enum.GetValues<Phase>().SelectMany(phase => Topics.SubscribedBy(phase, NbaPipeline.Manifest)).Distinct().Except(asked);

        heard.ShouldAllBe(topic => All.Any(grant => grant.Resource == $"topic/{topic}" && grant.Role == "roles/pubsub.publisher"));
    }

    [Fact]
    public void A_service_reads_the_secrets_that_it_is_given_and_no_other() => Services.All.ShouldAllBe(declaration =>
        All.Where(grant => grant.Member == Identities.Of(declaration.Service).Member && grant.Resource.StartsWith("secret/", StringComparison.Ordinal)).Select(grant => grant.Resource)
            .ToHashSet().SetEquals(declaration.Secrets.Select(secret => $"secret/{secret.Name}")));

    [Fact]
    public void Ids_of_accounts_are_as_long_as_Google_lets_them_be() => Identities.All.ShouldAllBe(identity => identity.Id.Length >= 6 && identity.Id.Length <= 30);

    [Fact]
    public void Nobody_has_a_basic_role() => All.ShouldAllBe(grant => !grant.Role.EndsWith("/owner") && !grant.Role.EndsWith("/editor") && !grant.Role.EndsWith("/viewer") && !grant.Role.EndsWith(".admin"));

    private static string[] Of(DeployedService service) => Of(Identities.Of(service));

    private static string[] Of(Identity identity) => [.. All.Where(grant => grant.Member == identity.Member).Select(grant => $"{grant.Resource} {grant.Role}")];
}
