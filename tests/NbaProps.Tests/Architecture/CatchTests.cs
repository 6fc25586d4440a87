using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NbaProps.Tests.Architecture;

/// <summary>
/// No exception disappears: a block that catches them all throws, or does something with what it caught. (By syntax: that a caught exception
/// is used at all is taken for returning, recording or logging it; that a filter names the types, or that a loop tries the transient ones
/// again, is taken for knowing what it does.)
/// </summary>
public sealed class CatchTests
{
    [Fact]
    [Trait("Incident", "I-03")]
    public void No_exception_disappears() => Findings(Repository.Sources).ShouldBeEmpty();

    [Theory]
    [InlineData("catch { return; }")]
    [InlineData("catch (Exception) { return; }")]
    [InlineData("catch (Exception failure) { return; }")]
    [InlineData("catch (System.Exception failure) when (failure is not IOException) { Log(\"failed\"); }")]
    [InlineData("catch (Exception failure) when (!token.IsCancellationRequested) { return; }")]
    [InlineData("catch (Exception failure) when (Faults.Classify(failure) == FaultKind.Transient) { return; }")]
    [InlineData("catch (FormatException) { }")]
    [InlineData("catch (Exception) { /* never mind */ }")]
    public void An_exception_that_disappears_is_found(string handler) =>
        Findings([SourceFile.Example("src/NbaProps.Shared/A.cs", $"void A() {{ try {{ B(); }} {handler} }}")]).ShouldBe(["src/NbaProps.Shared/A.cs:4 lets an exception disappear"]);

    [Theory]
    [InlineData("catch { throw; }")]
    [InlineData("catch (Exception) { C(); throw; }")]
    [InlineData("catch (Exception failure) { return new Failed(failure); }")]
    [InlineData("catch (Exception failure) { log.LogError(failure, \"failed\"); }")]
    [InlineData("catch (Exception) { throw new PermanentException(\"a\"); }")]
    [InlineData("catch (FormatException) { return false; }")]
    [InlineData("catch (FormatException) { /* The next one may do. */ }")]
    [InlineData("catch (Exception failure) when (failure is FormatException or ArgumentException) { return false; }")]
    public void An_exception_that_goes_somewhere_is_not(string handler) =>
        Findings([SourceFile.Example("src/NbaProps.Shared/A.cs", $"void A() {{ try {{ B(); }} {handler} }}")]).ShouldBeEmpty();

    [Fact]
    public void A_loop_may_try_transient_failures_again() => Findings([SourceFile.Example(
        "src/NbaProps.Shared/A.cs",
        "void A() { while (true) { try { return B(); } catch (Exception failure) when (Faults.Classify(failure) == FaultKind.Transient) { Pause(); } } }")]).ShouldBeEmpty();

    private static IEnumerable<string> Findings(IEnumerable<SourceFile> files) =>
        from file in files
        from handler in file.All<CatchClauseSyntax>()
        where (handler.Block.Statements.Count == 0 && !SaysWhy(handler)) || (CatchesAll(handler) && !Throws(handler) && !UsesWhatItCaught(handler))
        select $"{file.At(handler)} lets an exception disappear";

    private static bool CatchesAll(CatchClauseSyntax handler) =>
        handler.Declaration?.Type.ToString() is (null or "Exception" or "System.Exception") && !NamesTypes(handler) && !TriesAgain(handler);

    private static bool NamesTypes(CatchClauseSyntax handler) => handler.Filter?.FilterExpression switch
    {
        IsPatternExpressionSyntax { Pattern: not UnaryPatternSyntax } pattern => IsCaught(handler, pattern.Expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } type => IsCaught(handler, type.Left),
        _ => false,
    };

    private static bool TriesAgain(CatchClauseSyntax handler) =>
        handler.Filter?.ToString().Contains("FaultKind.Transient", StringComparison.Ordinal) == true
        && handler.Ancestors().Any(node => node is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax);

    private static bool IsCaught(CatchClauseSyntax handler, ExpressionSyntax expression) => expression.ToString() == handler.Declaration?.Identifier.Text;

    // An empty block of a named type is a decision, and its comment gives the reason.
    private static bool SaysWhy(CatchClauseSyntax handler) =>
        handler.Block.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia));

    private static bool Throws(CatchClauseSyntax handler) => handler.Block.DescendantNodes().Any(node => node is ThrowStatementSyntax or ThrowExpressionSyntax);

    private static bool UsesWhatItCaught(CatchClauseSyntax handler) =>
        handler.Declaration is { Identifier.Text: { Length: > 0 } caught }
        && handler.Block.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.Text == caught);
}
