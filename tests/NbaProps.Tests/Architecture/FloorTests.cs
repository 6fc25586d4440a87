namespace NbaProps.Tests.Architecture;

/// <summary>Domain, Shared, adapters, Hosting, services, Operations, Cli: nobody looks up, and a service looks at no neighbour.</summary>
public sealed class FloorTests
{
    [Fact]
    public void The_projects_stand_on_their_floors() => Findings(Repository.Projects).ShouldBeEmpty();

    [Fact]
    public void The_projects_are_found() => Repository.Projects.Select(project => project.Name).ShouldContain("NbaProps.Shared");

    [Fact]
    public void A_reference_upwards_is_found() =>
        Findings([ProjectFile.Example("NbaProps.Shared", "NbaProps.Domain", "NbaProps.Hosting")]).ShouldBe(["NbaProps.Shared refers to NbaProps.Hosting, which does not stand below it"]);

    [Fact]
    public void A_service_that_refers_to_another_is_found() =>
        Findings([ProjectFile.Example("NbaProps.Analytics", "NbaProps.Precompute")]).ShouldBe(["NbaProps.Analytics refers to NbaProps.Precompute, which does not stand below it"]);

    [Theory]
    [InlineData("NbaProps.Scrapers", "NbaProps.Embedded")]
    [InlineData("NbaProps.Operations", "NbaProps.GoogleCloud")]
    public void A_service_that_refers_to_an_adapter_is_found(string service, string adapter) =>
        Findings([ProjectFile.Example(service, adapter)]).ShouldBe([$"{service} refers to the adapter {adapter}: only Hosting knows adapters"]);

    [Fact]
    public void A_project_without_a_floor_is_found() => Findings([ProjectFile.Example("NbaProps.Extra")]).ShouldBe(["NbaProps.Extra has no floor: give it one in Floors"]);

    private static IEnumerable<string> Findings(IEnumerable<ProjectFile> projects)
    {
        foreach (var project in projects)
        {
            if (Floors.Of(project.Name) is not { } floor)
            {
                yield return $"{project.Name} has no floor: give it one in Floors";
                continue;
            }

            foreach (var reference in project.Projects)
            {
                if (!(Floors.Of(reference) < floor))
                {
                    yield return $"{project.Name} refers to {reference}, which does not stand below it";
                }
                else if (Floors.Adapters.Contains(reference) && (Floors.Services.Contains(project.Name) || project.Name is "NbaProps.Operations" or "NbaProps.Modeling"))
                {
                    yield return $"{project.Name} refers to the adapter {reference}: only Hosting knows adapters";
                }
            }
        }
    }
}
