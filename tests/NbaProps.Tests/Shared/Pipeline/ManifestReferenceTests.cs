using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Pipeline;

public sealed class ManifestReferenceTests
{
    [Fact]
    public void The_page_of_what_runs_is_what_the_manifest_says()
    {
        var page = RepositoryRoot.Of(Path.Combine("docs", "03-phases", "processors.md"));
        var expected = ManifestReference.Markdown(NbaPipeline.Manifest);
        if (Environment.GetEnvironmentVariable("NBAPROPS_WRITE_DOCS") == "1")
            File.WriteAllText(page, expected);

        File.ReadAllText(page).ShouldBe(expected, "Write it with: NBAPROPS_WRITE_DOCS=1 dotnet test tests/NbaProps.Tests --filter ManifestReferenceTests");
    }

    [Fact]
    public void Every_processor_stands_on_it() =>
        NbaPipeline.Manifest.Processors.ShouldAllBe(processor => ManifestReference.Markdown(NbaPipeline.Manifest).Contains($"| `{processor.Name}`", StringComparison.Ordinal));
}
