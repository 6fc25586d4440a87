using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NbaProps.Tests.Architecture;

/// <summary>Rows become visible in two places only: the runtime's fenced write and the batch writer's append. Everybody else returns rows.</summary>
public sealed class WarehouseWriteTests
{
    private static readonly string[] Writes = ["ReplaceAsync", "MergeAsync", "AppendAsync", "SettleAsync"];

    private static readonly string[] Allowed =
        ["src/NbaProps.Shared/Pipeline/Running/", "src/NbaProps.Shared/Warehouse/Batching/", .. Floors.Adapters.Select(adapter => $"src/{adapter}/")];

    [Fact]
    [Trait("Incident", "I-04")]
    public void Only_the_runtime_and_the_batch_writer_write() => Findings(Repository.Sources).ShouldBeEmpty();

    [Fact]
    public void A_processor_that_writes_is_found() =>
        Findings([SourceFile.Example("src/NbaProps.Analytics/A.cs", "Task A() => warehouse.ReplaceAsync(write, token);")]).ShouldBe(["src/NbaProps.Analytics/A.cs:4 calls ReplaceAsync"]);

    [Fact]
    public void Handing_the_write_to_somebody_else_is_found() =>
        Findings([SourceFile.Example("src/NbaProps.Shared/Quality/A.cs", "object A() => Retry(warehouse.AppendAsync);")]).ShouldBe(["src/NbaProps.Shared/Quality/A.cs:4 calls AppendAsync"]);

    [Fact]
    public void A_write_behind_a_question_mark_is_found() =>
        Findings([SourceFile.Example("src/NbaProps.Shared/A.cs", "void A() { _ = warehouse?.MergeAsync(); }")]).ShouldBe(["src/NbaProps.Shared/A.cs:4 calls MergeAsync"]);

    [Fact]
    public void A_warehouse_around_a_warehouse_may_pass_writes_on() =>
        Findings([new SourceFile("src/NbaProps.Hosting/A.cs", "class A(IWarehouse inner) : IWarehouse { Task B() => inner.AppendAsync(); }")]).ShouldBeEmpty();

    private static IEnumerable<string> Findings(IEnumerable<SourceFile> files) =>
        from file in files
        where !Allowed.Any(folder => file.Path.StartsWith(folder, StringComparison.Ordinal))
        from name in file.All<SimpleNameSyntax>()
        where Writes.Contains(name.Identifier.Text) && IsMember(name) && !IsInWarehouse(name)
        select $"{file.At(name)} calls {name.Identifier.Text}";

    private static bool IsMember(SimpleNameSyntax name) =>
        (name.Parent is MemberAccessExpressionSyntax access && access.Name == name) || name.Parent is MemberBindingExpressionSyntax;

    private static bool IsInWarehouse(SimpleNameSyntax name) =>
        name.Ancestors().OfType<TypeDeclarationSyntax>().Any(type => type.BaseList?.Types.Any(item => item.Type.ToString().Split('.')[^1] == "IWarehouse") == true);
}
