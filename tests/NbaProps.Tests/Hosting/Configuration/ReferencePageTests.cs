using NbaProps.Hosting.Configuration;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Hosting.Configuration;

public sealed class ReferencePageTests
{
    [Fact]
    [Trait("Incident", "I-30")]
    public void The_reference_page_is_what_the_options_say()
    {
        var page = RepositoryRoot.Of(Path.Combine("docs", "05-development", "configuration.md"));
        var expected = ConfigurationReference.Markdown(typeof(NbaPropsOptions));
        if (Environment.GetEnvironmentVariable("NBAPROPS_WRITE_DOCS") == "1")
            File.WriteAllText(page, expected);

        File.ReadAllText(page).ShouldBe(expected, "Write it with: NBAPROPS_WRITE_DOCS=1 dotnet test tests/NbaProps.Tests --filter ReferencePageTests");
    }
}
