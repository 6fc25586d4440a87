using System.Text.RegularExpressions;

namespace NbaProps.Tests.Architecture;

/// <summary>Files are of a size that a person reads, and name no place on the machine they were written on.</summary>
public sealed partial class FileTests
{
    private const int MostLines = 400;

    [Fact]
    public void No_file_is_too_long() => TooLong(Repository.Sources).ShouldBeEmpty();

    [Fact]
    public void No_file_names_a_place_of_this_workplace() => Places(Repository.Read("src", "tests", "docs", "deploy")).ShouldBeEmpty();

    [Fact]
    public void The_files_are_found()
    {
        Repository.Sources.Count.ShouldBeGreaterThan(100);
        Repository.Read("tests").Select(file => file.Path).ShouldContain("tests/NbaProps.Tests/Architecture/FileTests.cs");
    }

    [Fact]
    public void A_file_that_is_too_long_is_found()
    {
        TooLong([new SourceFile("src/A.cs", string.Concat(Enumerable.Repeat("x\n", MostLines)))]).ShouldBeEmpty();
        TooLong([new SourceFile("src/A.cs", string.Concat(Enumerable.Repeat("x\n", MostLines + 1)))]).ShouldBe(["src/A.cs has 401 lines, 400 are agreed"]);
    }

    [Theory]
    [InlineData("read work/x")]
    [InlineData("open \"root/x\"")]
    [InlineData("in (home/x)")]
    [InlineData("home/x")]
    public void An_absolute_path_is_found(string text) =>
        Places([new SourceFile("docs/a.md", "first\n" + Regex.Replace(text, "(work|root|home)", "/$1", RegexOptions.None, TimeSpan.FromSeconds(1)))]).ShouldHaveSingleItem().ShouldStartWith("docs/a.md:2 names /");

    [Theory]
    [InlineData("tests/framework/work/x")]
    [InlineData("https://example.com/home/x")]
    [InlineData("./work/x")]
    [InlineData("homework/x")]
    public void Another_path_is_not(string text) => Places([new SourceFile("docs/a.md", text)]).ShouldBeEmpty();

    private static IEnumerable<string> TooLong(IEnumerable<SourceFile> files) =>
        from file in files
        let lines = file.Text.AsSpan().Count('\n')
        where lines > MostLines
        select FormattableString.Invariant($"{file.Path} has {lines} lines, {MostLines} are agreed");

    private static IEnumerable<string> Places(IEnumerable<SourceFile> files) =>
        from file in files
        from line in file.Text.Split('\n').Index()
        from Match place in Place().Matches(line.Item)
        select FormattableString.Invariant($"{file.Path}:{line.Index + 1} names {place.Value}");

    [GeneratedRegex(@"(?<![\w.:/*~-])/(work|root|home)/", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
