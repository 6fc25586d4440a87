using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NbaProps.Tests.Architecture;

/// <summary>A file of the repository, or of an example: its path with forward slashes from the root, and its text.</summary>
internal sealed class SourceFile(string path, string text)
{
    private readonly Lazy<SyntaxNode> _root = new(() => CSharpSyntaxTree.ParseText(text).GetRoot());

    public string Path { get; } = path;

    public string Text { get; } = text;

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The project of a file under src, such as NbaProps.Shared.</summary>
    public string Project => Path.Split('/') is ["src", var project, ..] ? project : string.Empty;

    public SyntaxNode Root => _root.Value;

    public IEnumerable<TNode> All<TNode>()
        where TNode : SyntaxNode => Root.DescendantNodes().OfType<TNode>();

    /// <summary>Where a node is, as an editor jumps to it.</summary>
    public string At(SyntaxNode node) => FormattableString.Invariant($"{Path}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}");

    /// <summary>A file whose content is statements or members that one class would have.</summary>
    public static SourceFile Example(string path, string members) => new(path, $"namespace Example;\nclass Example\n{{\n{members}\n}}\n");
}
