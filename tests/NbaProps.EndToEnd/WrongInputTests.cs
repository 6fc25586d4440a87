using NbaProps.EndToEnd.Support;

namespace NbaProps.EndToEnd;

public sealed class WrongInputTests : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("nbaprops-wrong-").FullName;

    public void Dispose() => Directory.Delete(_path, recursive: true);

    [Theory]
    [InlineData("--from 2022-13-01 --to 2022-12-01 --source live", "is not a date")]
    [InlineData("--from 2022-12-02 --to 2022-12-01 --source live", "is after")]
    [InlineData("--from 2022-12-01 --source live", "--to is missing")]
    [InlineData("--from 2022-12-01 --to 2022-12-01", "--source is missing")]
    [InlineData("--from 2022-12-01 --to 2022-12-01 --source ftp", "is not known")]
    [InlineData("--from 2022-12-01 --to 2022-12-01 --source archive:nowhere-at-all", "no such folder")]
    [InlineData("--from 2022-12-01 --to 2022-12-01 --source live --set Runtime:Leese=1", "Leese")]
    [InlineData("--from 2022-12-01 --to 2022-12-01 --source live --colour red", "--colour")]
    public void A_wrong_argument_gets_one_line_and_code_two(string arguments, string says)
    {
        var run = CommandLine.Run(["backfill", "--data", Path.Combine(_path, "data"), .. arguments.Split(' ')]);
        run.ExitCode.ShouldBe(2, run.Errors);
        run.Output.ShouldBeEmpty();
        run.Errors.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldContain(says);
    }

    [Fact]
    public void An_empty_archive_folder_is_refused_by_name()
    {
        var run = CommandLine.Run("run-day", "--date", "2022-12-27", "--data", Path.Combine(_path, "data"), "--source", $"archive:{_path}");
        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldContain(_path);
    }

    [Theory]
    [InlineData("NBAPROPS__Foo", "Foo is not known; accepted at the top: Mode, ")]
    [InlineData("NBAPROPS__Runtime__Leese", "Runtime:Leese is not known; accepted in Runtime: Lease, ")]
    public void A_setting_of_the_environment_that_is_not_known_is_named(string variable, string line)
    {
        var run = CommandLine.RunWith(variable, "1", "status", "--data", Path.Combine(_path, "data"));
        (run.ExitCode, run.Output).ShouldBe((2, string.Empty));
        var said = run.Errors.TrimEnd().Split('\n').ShouldHaveSingleItem();
        said.ShouldStartWith(line);
        said.ShouldEndWith(" (from the environment)");
        Directory.Exists(Path.Combine(_path, "data")).ShouldBeFalse();
    }

    [Fact]
    public void Doctor_and_schema_check_work_on_a_bare_machine()
    {
        CommandLine.Run("doctor", "--data", Path.Combine(_path, "data")).ExitCode.ShouldBe(0);
        CommandLine.Run("schema", "check", "--dir", Path.Combine(Tests.Support.RepositoryRoot.Path, "schemas", "bigquery")).ExitCode.ShouldBe(0);
    }
}
