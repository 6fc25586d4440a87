using Microsoft.CodeAnalysis.CSharp.Syntax;

using NbaProps.Shared.State;

namespace NbaProps.Tests.Architecture;

/// <summary>Who asks for documents by a field has declared it: production answers from an index, and there is none of what nobody declared.</summary>
public sealed class StateQueryTests
{
    [Fact]
    public void Fields_that_are_asked_for_are_declared() => Findings(Repository.Sources).ShouldBeEmpty();

    [Fact]
    public void The_queries_are_found() => Queries(Repository.Sources).Select(query => query.Field).ShouldContain("attention");

    [Theory]
    [InlineData("new DocumentQuery(Incident.Collection, Field: \"isOpenNow\", Value: true)", "asks incidents by isOpenNow")]
    [InlineData("new DocumentQuery(Incident.Collection, Field: \"attention\", Value: true)", "asks incidents by attention")]
    [InlineData("new DocumentQuery(collection, Field: \"holder\", Value: true)", "asks some collection by holder")]
    public void A_field_that_is_not_declared_is_found(string query, string finding) =>
        Findings([SourceFile.Example("src/NbaProps.Shared/A.cs", $"object A() => {query};")]).ShouldBe([$"src/NbaProps.Shared/A.cs:4 {finding}, which StateCollections does not declare"]);

    private static IEnumerable<string> Findings(IEnumerable<SourceFile> files) =>
        from query in Queries(files)
        let declared = StateCollections.Asked.Where(collection => query.Collection is null || collection.Name == query.Collection)
        where !declared.Any(collection => collection.AskedBy.Contains(query.Field))
        select $"{query.At} asks {query.Collection ?? "some collection"} by {query.Field}, which StateCollections does not declare";

    private static IEnumerable<(string At, string? Collection, string Field)> Queries(IEnumerable<SourceFile> files) =>
        from file in files
        where file.Path.StartsWith("src/", StringComparison.Ordinal)
        from made in file.All<ObjectCreationExpressionSyntax>()
        where made.Type.ToString() == nameof(DocumentQuery)
        let field = made.ArgumentList!.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.ToString() == "Field")
        where field is not null
        select (file.At(made), NameOf(made.ArgumentList!.Arguments[0].Expression), field.Expression.ToString().Trim('"'));

    // Where the collection is handed in, only the field is known.
    private static string? NameOf(ExpressionSyntax collection) => collection is MemberAccessExpressionSyntax { Name.Identifier.Text: "Collection" } constant
        ? typeof(StateCollections).Assembly.GetTypes().Single(type => type.Name == constant.Expression.ToString())
            .GetField("Collection", System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Public)!.GetRawConstantValue() as string
        : null;
}
