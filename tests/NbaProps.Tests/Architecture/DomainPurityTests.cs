using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NbaProps.Tests.Architecture;

/// <summary>The domain has no packages and touches nothing outside itself.</summary>
public sealed class DomainPurityTests
{
    private static readonly string[] Namespaces = ["System.IO", "System.Net", "System.Data", "System.Diagnostics.Process", "Microsoft", "NbaProps.Shared"];

    // System.IO and System.Net.Http are imported everywhere, so that their types need no using.
    private static readonly string[] Types =
        ["File", "Directory", "Console", "Environment", "HttpClient", "Process", "FileStream", "StreamReader", "StreamWriter", "FileInfo", "DirectoryInfo"];

    [Fact]
    public void The_domain_has_no_packages() => ProjectFindings(Repository.Projects.Single(project => project.Name == "NbaProps.Domain")).ShouldBeEmpty();

    [Fact]
    public void The_domain_touches_nothing() => Findings(Repository.Sources).ShouldBeEmpty();

    [Fact]
    public void A_package_or_a_reference_is_found() =>
        ProjectFindings(new ProjectFile("NbaProps.Domain", ["NbaProps.Shared"], ["NodaTime"], ["Microsoft.AspNetCore.App"], [])).ShouldBe(["NbaProps.Shared", "NodaTime", "Microsoft.AspNetCore.App"]);

    [Fact]
    public void A_namespace_of_files_is_found() =>
        Findings([new SourceFile("src/NbaProps.Domain/A.cs", "using System.Text;\nusing System.IO.Compression;\n")]).ShouldBe(["src/NbaProps.Domain/A.cs:2 uses System.IO.Compression"]);

    [Fact]
    public void Reading_a_file_is_found() =>
        Findings([SourceFile.Example("src/NbaProps.Domain/A.cs", "string A => File.ReadAllText(\"a\");")]).ShouldBe(["src/NbaProps.Domain/A.cs:4 uses File"]);

    [Fact]
    public void Making_a_client_is_found() =>
        Findings([SourceFile.Example("src/NbaProps.Domain/A.cs", "object A => new HttpClient();")]).ShouldBe(["src/NbaProps.Domain/A.cs:4 uses HttpClient"]);

    [Fact]
    public void Other_projects_may() => Findings([SourceFile.Example("src/NbaProps.Embedded/A.cs", "string A => File.ReadAllText(\"a\");")]).ShouldBeEmpty();

    private static IEnumerable<string> ProjectFindings(ProjectFile project) => [.. project.Projects, .. project.Packages, .. project.Frameworks];

    private static IEnumerable<string> Findings(IEnumerable<SourceFile> files) => files
        .Where(file => file.Project == "NbaProps.Domain")
        .SelectMany(file => Usings(file).Concat(Uses(file)));

    private static IEnumerable<string> Usings(SourceFile file) =>
        from directive in file.All<UsingDirectiveSyntax>()
        let name = directive.NamespaceOrType.ToString()
        where Namespaces.Any(banned => name == banned || name.StartsWith(banned + ".", StringComparison.Ordinal))
        select $"{file.At(directive)} uses {name}";

    private static IEnumerable<string> Uses(SourceFile file) =>
        from name in file.All<IdentifierNameSyntax>()
        where Types.Contains(name.Identifier.Text)
            && name.Parent is MemberAccessExpressionSyntax { Expression: var left } && left == name || name.Parent is ObjectCreationExpressionSyntax && Types.Contains(name.Identifier.Text)
        select $"{file.At(name)} uses {name.Identifier.Text}";
}
