using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NbaProps.Tests.Architecture;

/// <summary>Ports stay small, so that an adapter is a day's work, and every call of one can be cancelled.</summary>
public sealed class PortTests
{
    // A port grows by a decision (docs/adr), and then here.
    private static readonly Dictionary<string, int> Members = new(StringComparer.Ordinal)
    {
        ["IWarehouse"] = 7, ["IStateStore"] = 3, ["IObjectStore"] = 3, ["IMessageBus"] = 1, ["INotifier"] = 1, ["IUpstream"] = 1,
        ["IPdfText"] = 1,
    };

    [Fact]
    public void Every_asynchronous_call_of_the_shared_interfaces_can_be_cancelled() => Uncancellable(Repository.Sources).ShouldBeEmpty();

    [Fact]
    public void Ports_stay_small() => TooLarge(Repository.Sources).ShouldBeEmpty();

    [Fact]
    public void All_ports_are_found() => Ports(Repository.Sources).Select(port => port.Declared.Identifier.Text).ShouldBe(Members.Keys, ignoreOrder: true);

    [Theory]
    [InlineData("Task GetAsync(string path);")]
    [InlineData("ValueTask<int> GetAsync(CancellationToken cancellationToken, string path);")]
    public void A_call_that_cannot_be_cancelled_is_found(string method) =>
        Uncancellable([Interface("IStateStore", method)]).ShouldBe(["src/NbaProps.Shared/A.cs:1 IStateStore.GetAsync does not end with a CancellationToken"]);

    [Fact]
    public void A_call_that_answers_at_once_need_not_be_cancelled() => Uncancellable([Interface("IInputs", "int Count(); Task A(CancellationToken token);")]).ShouldBeEmpty();

    [Fact]
    public void A_port_that_grows_is_found() =>
        TooLarge([Interface("IMessageBus", "Task A(); Task B();")]).ShouldBe(["src/NbaProps.Shared/A.cs:1 IMessageBus has 2 members, agreed are 1"]);

    private static SourceFile Interface(string name, string members) => new("src/NbaProps.Shared/A.cs", $"public interface {name} {{ {members} }}");

    private static IEnumerable<(SourceFile File, InterfaceDeclarationSyntax Declared)> Ports(IEnumerable<SourceFile> files) =>
        Interfaces(files).Where(port => Members.ContainsKey(port.Declared.Identifier.Text));

    private static IEnumerable<(SourceFile File, InterfaceDeclarationSyntax Declared)> Interfaces(IEnumerable<SourceFile> files) =>
        from file in files
        where file.Project == "NbaProps.Shared"
        from declared in file.All<InterfaceDeclarationSyntax>()
        select (file, declared);

    private static IEnumerable<string> Uncancellable(IEnumerable<SourceFile> files) =>
        from port in Interfaces(files)
        from method in port.Declared.Members.OfType<MethodDeclarationSyntax>()
        let type = method.ReturnType.ToString()
        where type.StartsWith("Task", StringComparison.Ordinal) || type.StartsWith("ValueTask", StringComparison.Ordinal)
        where method.ParameterList.Parameters.LastOrDefault()?.Type?.ToString() != "CancellationToken"
        select $"{port.File.At(method)} {port.Declared.Identifier.Text}.{method.Identifier.Text} does not end with a CancellationToken";

    private static IEnumerable<string> TooLarge(IEnumerable<SourceFile> files) =>
        from port in Ports(files)
        let agreed = Members[port.Declared.Identifier.Text]
        where port.Declared.Members.Count > agreed
        select FormattableString.Invariant($"{port.File.At(port.Declared)} {port.Declared.Identifier.Text} has {port.Declared.Members.Count} members, agreed are {agreed}");
}
