using NbaProps.Shared.Deployment;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Deployment;

/// <summary>Which services a change of a file touches.</summary>
public sealed class ServiceClosureTests
{
    private static readonly IReadOnlyList<ServiceClosure> Closures = ServiceClosure.OfAllServices(RepositoryRoot.Path);

    [Theory]
    [InlineData("src/NbaProps.Scrapers/Program.cs", "scrapers")]
    [InlineData("src/NbaProps.Analytics/RestMath.cs", "analytics")]
    [InlineData("deploy/services/precompute.yaml", "precompute")]
    [InlineData("deploy/images/scrapers-base.Dockerfile", "scrapers")]
    [InlineData("src/NbaProps.RawProcessors/Program.cs", "raw-processors operations")]
    [InlineData("src/NbaProps.Domain/GameId.cs", "scrapers raw-processors analytics precompute predictions operations")]
    [InlineData("src/NbaProps.GoogleCloud/Http/WireJson.cs", "scrapers raw-processors analytics precompute predictions operations")]
    [InlineData("schemas/bigquery/nba_raw/nbac_schedule.sql", "scrapers raw-processors analytics precompute predictions operations")]
    [InlineData("Directory.Packages.props", "scrapers raw-processors analytics precompute predictions operations")]
    [InlineData("src/NbaProps.Cli/Program.cs", "")]
    [InlineData("src/NbaProps.Simulator/Books/Book.cs", "")]
    [InlineData("docs/README.md", "")]
    [InlineData("tests/NbaProps.Tests/NbaProps.Tests.csproj", "")]
    [InlineData("src/NbaProps.ScrapersOfOthers/Program.cs", "")]
    public void A_file_touches_the_services_that_are_made_of_it_and_no_other(string path, string services) =>
        string.Join(' ', Closures.Where(closure => closure.IsTouchedBy(["README.md", path])).Select(closure => closure.Service.Name)).ShouldBe(services);

    [Fact]
    public void What_a_project_that_is_referred_to_refers_to_belongs_to_the_service_too()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["src/A/A.csproj"] = Referring(@"..\B\B.csproj"),
            ["src/B/B.csproj"] = Referring("../C/C.csproj", "../A/A.csproj"),
            ["src/C/C.csproj"] = Referring(),
        };

        ServiceClosure.Of(new DeployedService("a", "A", Phase: null), path => files[path]).Paths.Where(path => path.StartsWith("src/", StringComparison.Ordinal))
            .ShouldBe(["src/A/", "src/B/", "src/C/"]);
    }

    [Fact]
    public void Every_service_is_a_project_of_the_repository() =>
        DeployedServices.All.ShouldAllBe(service => File.Exists(RepositoryRoot.Of($"src/{service.Project}/{service.Project}.csproj")));

    private static string Referring(params string[] projects) =>
        $"<Project><ItemGroup>{string.Concat(projects.Select(project => $"<ProjectReference Include=\"{project}\" />"))}</ItemGroup></Project>";
}
