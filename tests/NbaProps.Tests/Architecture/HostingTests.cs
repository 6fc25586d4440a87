using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NbaProps.Tests.Architecture;

/// <summary>Inside a service only its Program.cs and its *Service.cs know that there is a host.</summary>
public sealed class HostingTests
{
    private static readonly string[] Projects = [.. Floors.Services, "NbaProps.Operations"];

    [Fact]
    public void Processors_do_not_know_their_host() => Findings(Repository.Sources).ShouldBeEmpty();

    [Fact]
    public void No_project_makes_the_host_known_to_all_its_files() => ProjectFindings(Repository.Projects).ShouldBeEmpty();

    [Theory]
    [InlineData("using NbaProps.Hosting;")]
    [InlineData("using NbaProps.Hosting.Configuration;")]
    [InlineData("class A { NbaProps.Hosting.Host B; }")]
    [InlineData("namespace NbaProps.Scrapers; class A { object B() => Hosting.Host.Start(); }")]
    public void A_processor_that_knows_its_host_is_found(string code) =>
        Findings([new SourceFile("src/NbaProps.Scrapers/A.cs", code)]).ShouldBe(["src/NbaProps.Scrapers/A.cs knows NbaProps.Hosting"]);

    [Theory]
    [InlineData("src/NbaProps.Scrapers/Program.cs")]
    [InlineData("src/NbaProps.Scrapers/ScrapersService.cs")]
    [InlineData("src/NbaProps.Cli/Commands/Up.cs")]
    public void Others_may_know_it(string path) => Findings([new SourceFile(path, "using NbaProps.Hosting;")]).ShouldBeEmpty();

    [Fact]
    public void A_project_that_makes_it_known_to_all_is_found() =>
        ProjectFindings([new ProjectFile("NbaProps.Scrapers", [], [], [], ["NbaProps.Hosting"])]).ShouldBe(["NbaProps.Scrapers uses NbaProps.Hosting in every file"]);

    private static IEnumerable<string> Findings(IEnumerable<SourceFile> files) => files
        .Where(file => Projects.Contains(file.Project) && file.Name != "Program.cs" && !file.Name.EndsWith("Service.cs", StringComparison.Ordinal))
        .Where(file => file.All<UsingDirectiveSyntax>().Select(directive => directive.NamespaceOrType.ToString())
            .Concat(file.All<QualifiedNameSyntax>().Select(name => name.ToString()))
            .Concat(file.All<MemberAccessExpressionSyntax>().Select(access => access.ToString()))
            .Any(IsHosting))
        .Select(file => $"{file.Path} knows NbaProps.Hosting");

    private static bool IsHosting(string name) =>
        $"{name}.".StartsWith("NbaProps.Hosting.", StringComparison.Ordinal) || name.StartsWith("Hosting.", StringComparison.Ordinal);

    private static IEnumerable<string> ProjectFindings(IEnumerable<ProjectFile> projects) => projects
        .Where(project => Projects.Contains(project.Name) && project.Usings.Any(IsHosting))
        .Select(project => $"{project.Name} uses NbaProps.Hosting in every file");
}
