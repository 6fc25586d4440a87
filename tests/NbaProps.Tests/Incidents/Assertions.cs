using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NbaProps.Tests.Incidents;

/// <summary>
/// Whether a method of a class asserts. By syntax: a call of something that begins with <c>Should</c> on a value that is no literal, or a call on <c>Should</c> or
/// <c>Assert</c>, in the method or in a member of the class that is named in it.
/// </summary>
/// <param name="name">The class.</param>
/// <param name="parts">Where it is written.</param>
internal sealed class Assertions(string name, IReadOnlyList<ClassDeclarationSyntax> parts)
{
    private readonly ILookup<string, MethodDeclarationSyntax> _methods =
        parts.SelectMany(part => part.Members.OfType<MethodDeclarationSyntax>()).ToLookup(method => method.Identifier.Text, StringComparer.Ordinal);

    public bool Reach(MethodDeclarationSyntax method) => Reach(method, []);

    private bool Reach(MethodDeclarationSyntax method, HashSet<MethodDeclarationSyntax> seen) =>
        seen.Add(method)
        && Body(method) is { } body
        && (body.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(IsAssertion)
            || body.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Where(IsOfTheClass).SelectMany(used => _methods[used.Identifier.Text]).Any(used => Reach(used, seen)));

    private static SyntaxNode? Body(MethodDeclarationSyntax method) => (SyntaxNode?)method.Body ?? method.ExpressionBody;

    private static bool IsAssertion(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member when member.Expression.ToString() is "Should" or "Assert" => true,
        MemberAccessExpressionSyntax member => BeginsWithShould(member.Name) && member.Expression is not LiteralExpressionSyntax,
        MemberBindingExpressionSyntax member => BeginsWithShould(member.Name),
        _ => false,
    };

    private static bool BeginsWithShould(SimpleNameSyntax called) => called.Identifier.Text.StartsWith("Should", StringComparison.Ordinal);

    // A member of something else may have the name of one of the class.
    private bool IsOfTheClass(SimpleNameSyntax used) => used.Parent switch
    {
        MemberAccessExpressionSyntax member when member.Name == used => member.Expression is ThisExpressionSyntax || name.EndsWith($".{member.Expression}", StringComparison.Ordinal),
        MemberBindingExpressionSyntax => false,
        _ => true,
    };
}
