using System.Text.Json;
using System.Text.RegularExpressions;

using NbaProps.Deployment;
using NbaProps.Deployment.Declaring;
using NbaProps.Shared.Manifest;

namespace NbaProps.Tests.Deployment;

/// <summary>The rendered files, filled with the examples of what an installation has of its own.</summary>
internal static partial class Rendered
{
    private static readonly Dictionary<string, RenderedFile> Files = RenderedFiles.Of(NbaPipeline.Manifest).ToDictionary(file => file.Path, StringComparer.Ordinal);

    public static string Text(string path) => Fill(Files[path].Text);

    public static JsonElement Json(string path)
    {
        using var document = JsonDocument.Parse(Text(path));
        return document.RootElement.Clone();
    }

    public static string Fill(string text) =>
        Name().Replace(text, match => Placeholder.All.Single(placeholder => placeholder.ToString() == match.Value).Example);

    [GeneratedRegex(@"\$\{\w*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
