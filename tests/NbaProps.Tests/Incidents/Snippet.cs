using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

using NbaProps.Domain;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Tests.Incidents;

/// <summary>Compiles what a programmer might write, as a project of its own that refers to the domain and the shared library.</summary>
internal static class Snippet
{
    private const string Usings = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using NbaProps.Domain;
        using NbaProps.Domain.Calendar;
        using NbaProps.Domain.Odds;
        using NbaProps.Shared.Manifest.Reference;
        using NbaProps.Shared.Pipeline;
        using NbaProps.Shared.Warehouse;

        """;

    private static readonly Lazy<MetadataReference[]> References = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Concat([typeof(GameId).Assembly.Location, typeof(PipelineManifest).Assembly.Location])
            .Select(path => MetadataReference.CreateFromFile(path)),
    ]);

    /// <summary>The errors of a type, by their number, each once; none when it compiles.</summary>
    public static string ErrorsOfType(string type) => string.Join(' ', CSharpCompilation
        .Create("Snippet", [CSharpSyntaxTree.ParseText(Usings + type)], References.Value, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
        .GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
        .Select(diagnostic => diagnostic.Id)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal));

    /// <summary>The errors of statements.</summary>
    /// <param name="given">Parameters of the method that they are of.</param>
    /// <param name="statements">The statements.</param>
    public static string ErrorsOf(string given, string statements) => ErrorsOfType($"static class Written {{ static void Run({given}) {{ {statements} }} }}");
}
