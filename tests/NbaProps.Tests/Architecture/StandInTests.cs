using System.Text.RegularExpressions;

using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NbaProps.Tests.Architecture;

/// <summary>What stands in for something in a test is no part of what runs: no type is called so, and no package makes such.</summary>
public sealed partial class StandInTests
{
    private static readonly string[] Packages = ["Moq", "NSubstitute", "FakeItEasy", "xunit", "Shouldly", "Bogus", "AutoFixture", "FsCheck", "Microsoft.NET.Test.Sdk"];

    [Fact]
    [Trait("Incident", "I-14")]
    public void Nothing_that_runs_is_made_for_tests()
    {
        Types(Repository.Sources).ShouldBeEmpty();
        Repository.Projects.SelectMany(References).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("class MockXgboostModel { }", "MockXgboostModel")]
    [InlineData("record FakePrediction;", "FakePrediction")]
    [InlineData("interface IModelStub { }", "IModelStub")]
    [InlineData("enum DummyKind { }", "DummyKind")]
    public void A_type_that_is_called_so_is_found(string type, string name) => Types([new SourceFile("src/NbaProps.Predictions/A.cs", type)]).ShouldBe([$"src/NbaProps.Predictions/A.cs:1 {name} is made for tests"]);

    [Theory]
    [InlineData("class Stubbornness { }")]
    [InlineData("class Model { string mock; }")]
    public void Another_is_not(string type) => Types([new SourceFile("src/NbaProps.Predictions/A.cs", type)]).ShouldBeEmpty();

    [Fact]
    public void A_package_for_tests_is_found() => References(new ProjectFile("NbaProps.Predictions", [], ["xunit.assert", "Polly"], [], [])).ShouldBe(["NbaProps.Predictions refers to xunit.assert"]);

    private static IEnumerable<string> Types(IEnumerable<SourceFile> files) =>
        from file in files
        from type in file.All<BaseTypeDeclarationSyntax>()
        where Name().IsMatch(type.Identifier.Text)
        select $"{file.At(type)} {type.Identifier.Text} is made for tests";

    private static IEnumerable<string> References(ProjectFile project) =>
        from package in project.Packages
        where Packages.Any(test => package.StartsWith(test, StringComparison.OrdinalIgnoreCase))
        select $"{project.Name} refers to {package}";

    // A word of a name begins with a capital.
    [GeneratedRegex("(Mock|Fake|Stub|Dummy)(s|[A-Z]|$)", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Name();
}
