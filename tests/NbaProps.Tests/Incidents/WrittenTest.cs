using Microsoft.CodeAnalysis.CSharp.Syntax;

using NbaProps.Tests.Architecture;

namespace NbaProps.Tests.Incidents;

/// <summary>A test as it is written, whichever project it is of.</summary>
/// <param name="Name">Namespace, class and method.</param>
/// <param name="Incidents">The incidents that it says it is about, by its traits.</param>
/// <param name="Asserts">Whether it asserts anything, itself or in members of its class that it uses.</param>
internal sealed record WrittenTest(string Name, IReadOnlyList<string> Incidents, bool Asserts)
{
    /// <summary>The tests of some files; a class may be in several.</summary>
    public static IReadOnlyList<WrittenTest> Of(IEnumerable<SourceFile> files) =>
    [
        .. from part in files.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal)).SelectMany(file => file.All<ClassDeclarationSyntax>())
           group part by NameOf(part) into parts
           let assertions = new Assertions(parts.Key, [.. parts])
           from method in parts.SelectMany(part => part.Members.OfType<MethodDeclarationSyntax>())
           where Attributes(method).Any(attribute => IsTest(attribute.Name.ToString()))
           select new WrittenTest($"{parts.Key}.{method.Identifier.Text}", [.. Attributes(method).Select(IncidentOf).OfType<string>()], assertions.Reach(method)),
    ];

    private static string NameOf(TypeDeclarationSyntax type) => type.Parent switch
    {
        TypeDeclarationSyntax outer => $"{NameOf(outer)}.{type.Identifier.Text}",
        BaseNamespaceDeclarationSyntax space => $"{space.Name}.{type.Identifier.Text}",
        _ => type.Identifier.Text,
    };

    private static IEnumerable<AttributeSyntax> Attributes(MethodDeclarationSyntax method) => method.AttributeLists.SelectMany(list => list.Attributes);

    private static bool IsTest(string attribute) => attribute.EndsWith("Fact", StringComparison.Ordinal) || attribute.EndsWith("Theory", StringComparison.Ordinal);

    private static string? IncidentOf(AttributeSyntax attribute) =>
        attribute.Name.ToString() == "Trait"
        && attribute.ArgumentList?.Arguments is [{ Expression: LiteralExpressionSyntax kind }, { Expression: LiteralExpressionSyntax number }]
        && kind.Token.ValueText == "Incident"
            ? number.Token.ValueText
            : null;
}
