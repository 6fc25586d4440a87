using NbaProps.Tests.Support;

namespace NbaProps.Tests.Domain.Support;

public sealed class SharedDataTests
{
    [Fact]
    public void Outside_a_repository_there_is_no_shared_folder() => SharedData.Locate(Path.GetTempPath()).ShouldBeNull();

    [SkippableFact]
    public void What_is_required_exists() => File.Exists(SharedData.Require("data/README.md")).ShouldBeTrue();

    [Fact]
    public void What_is_absent_skips_the_test() => Should.Throw<SkipException>(() => SharedData.Require("no/such/file"));
}
