using NbaProps.Deployment;
using NbaProps.Shared.Manifest;
using NbaProps.Tests.Cli;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Deployment;

/// <summary>The files of the deployment are those of the manifest.</summary>
public sealed class RenderedFilesTests : InProcess
{
    [Fact]
    public async Task The_files_of_the_repository_are_those_of_the_manifest() =>
        (await RunBareAsync("deploy", "render", "--check", "--out", RepositoryRoot.Of("deploy"))).ShouldBe(new Answer(0, "manifest and files agree\n", string.Empty));

    [Fact]
    public async Task Each_file_that_differs_is_named_and_ends_with_1()
    {
        await RunBareAsync("deploy", "render", "--out", Data);
        await File.AppendAllTextAsync(Path.Combine(Data, "services/analytics.yaml"), "\n");
        File.Delete(Path.Combine(Data, "schedules.json"));
        await File.WriteAllTextAsync(Path.Combine(Data, "alerts/forgotten.json"), "{}");

        (await RunBareAsync("deploy", "render", "--check", "--out", Data)).ShouldBe(new Answer(
            1, "alerts/forgotten.json is not declared\nschedules.json is missing\nservices/analytics.yaml differs\n./nbaprops deploy render writes them\n", string.Empty));
        var json = await RunBareAsync("deploy", "render", "--check", "--out", Data, "--json");
        json.Code.ShouldBe(1);
        json.Json().GetProperty("differences").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task What_is_written_again_is_what_was_written()
    {
        (await RunBareAsync("deploy", "render", "--out", Data)).Code.ShouldBe(0);
        await File.WriteAllTextAsync(Path.Combine(Data, "alerts/forgotten.json"), "{}");

        (await RunBareAsync("deploy", "render", "--out", Data, "--json")).Output.ShouldBe("""{"written":["alerts/forgotten.json"]}""" + "\n");

        (await RunBareAsync("deploy", "render", "--check", "--out", Data)).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Files_that_a_person_wrote_beside_them_stay()
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "README.md"), "by hand");

        await RunBareAsync("deploy", "render", "--out", Data);

        File.Exists(Path.Combine(Data, "README.md")).ShouldBeTrue();
        (await RunBareAsync("deploy", "render", "--check", "--out", Data)).Code.ShouldBe(0);
    }

    [Fact]
    public void Two_renderings_are_equal() => RenderedFiles.Of(NbaPipeline.Manifest).ShouldBe(RenderedFiles.Of(NbaPipeline.Manifest));
}
