using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NbaProps.Tests.Architecture;

/// <summary>No state hides in static fields of what the deterministic harness drives: two simulated processes would share it.</summary>
public sealed class StaticStateTests
{
    private static readonly string[] Projects = ["NbaProps.Domain", "NbaProps.Shared", "NbaProps.Modeling", .. Floors.Services, "NbaProps.Operations"];

    private static readonly string[] Mutators =
        ["Add", "AddRange", "TryAdd", "GetOrAdd", "AddOrUpdate", "Remove", "TryRemove", "RemoveAll", "Clear", "Enqueue", "TryDequeue", "Dequeue", "Push", "Pop", "Insert", "Append"];

    // A memo of the compiler's documentation files, which do not change while a process runs: whoever fills it fills in the same.
    private static readonly string[] Exempt = ["src/NbaProps.Shared/Warehouse/DocComments.cs Cache"];

    [Fact]
    public void There_is_no_static_state() => Findings(Repository.Sources).Select(finding => finding.Message).ShouldBeEmpty();

    [Theory]
    [InlineData("static int _count;", "_count can be assigned")]
    [InlineData("public static int Count { get; set; }", "Count can be assigned")]
    [InlineData("static event Action Done;", "Done collects handlers")]
    [InlineData("static readonly List<int> Seen = []; void A() => Seen.Add(1);", "Seen is changed")]
    [InlineData("static readonly Dictionary<int, int> Seen = []; void A() { Seen[1] = 2; }", "Seen is changed")]
    [InlineData("static Dictionary<int, int> Seen { get; } = []; void A() => Example.Seen.Clear();", "Seen is changed")]
    public void Static_state_is_found(string members, string message) =>
        Findings([SourceFile.Example("src/NbaProps.Shared/A.cs", members)]).Single().Message.ShouldBe($"src/NbaProps.Shared/A.cs:4 {message}");

    [Theory]
    [InlineData("const int Limit = 3;")]
    [InlineData("static readonly Dictionary<int, int> Known = new() { [1] = 2 }; int A() => Known[1];")]
    [InlineData("static string Name { get; } = \"a\";")]
    [InlineData("readonly List<int> _own = []; void A() => _own.Add(1);")]
    public void What_does_not_change_is_no_state(string members) => Findings([SourceFile.Example("src/NbaProps.Shared/A.cs", members)]).ShouldBeEmpty();

    private static IEnumerable<(string Key, string Message)> Findings(IEnumerable<SourceFile> files) => files
        .Where(file => Projects.Contains(file.Project))
        .SelectMany(file => Fields(file).Concat(Events(file)).Concat(Properties(file)))
        .Where(finding => !Exempt.Contains(finding.Key));

    private static IEnumerable<(string Key, string Message)> Fields(SourceFile file) =>
        from field in file.All<FieldDeclarationSyntax>()
        where Has(field, SyntaxKind.StaticKeyword)
        from variable in field.Declaration.Variables
        let problem = !Has(field, SyntaxKind.ReadOnlyKeyword) ? "can be assigned" : IsChanged(file, variable.Identifier.Text) ? "is changed" : null
        where problem is not null
        select Finding(file, field, variable.Identifier.Text, problem);

    private static IEnumerable<(string Key, string Message)> Events(SourceFile file) =>
        from declared in file.All<EventFieldDeclarationSyntax>()
        where Has(declared, SyntaxKind.StaticKeyword)
        select Finding(file, declared, declared.Declaration.Variables[0].Identifier.Text, "collects handlers");

    private static IEnumerable<(string Key, string Message)> Properties(SourceFile file) =>
        from property in file.All<PropertyDeclarationSyntax>()
        where Has(property, SyntaxKind.StaticKeyword) && property.Parent is not InterfaceDeclarationSyntax
        let accessors = property.AccessorList?.Accessors ?? default
        where accessors.Any()
        let problem = accessors.Any(SyntaxKind.SetAccessorDeclaration) ? "can be assigned" : IsChanged(file, property.Identifier.Text) ? "is changed" : null
        where problem is not null
        select Finding(file, property, property.Identifier.Text, problem);

    private static (string Key, string Message) Finding(SourceFile file, SyntaxNode node, string name, string problem) =>
        ($"{file.Path} {name}", $"{file.At(node)} {name} {problem}");

    private static bool Has(MemberDeclarationSyntax member, SyntaxKind modifier) => member.Modifiers.Any(modifier);

    private static bool IsChanged(SourceFile file, string name) =>
        file.All<InvocationExpressionSyntax>().Any(call => call.Expression is MemberAccessExpressionSyntax access && Mutators.Contains(access.Name.Identifier.Text) && Names(access.Expression, name))
        || file.All<AssignmentExpressionSyntax>().Any(assignment => assignment.Left is ElementAccessExpressionSyntax element && Names(element.Expression, name));

    private static bool Names(ExpressionSyntax expression, string name) => expression switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.Text == name,
        MemberAccessExpressionSyntax access => access.Name.Identifier.Text == name && access.Expression is IdentifierNameSyntax owner && char.IsUpper(owner.Identifier.Text[0]),
        _ => false,
    };
}
