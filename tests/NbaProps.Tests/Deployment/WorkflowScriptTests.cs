using NbaProps.Tests.Support;

namespace NbaProps.Tests.Deployment;

/// <summary>The scripts of the workflows, with commands in the place of Google's and GitHub's that write down what they were told.</summary>
public sealed class WorkflowScriptTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _environment = [];

    [Fact]
    public async Task A_login_is_for_the_account_that_is_said_and_later_steps_find_its_credentials()
    {
        Command("gcloud", "true");
        _environment["RUNNER_TEMP"] = _folder.Path;
        _environment["GITHUB_ENV"] = _folder.Of("github.env");
        _environment["ACTIONS_ID_TOKEN_REQUEST_URL"] = "https://github.example/token?api-version=2.0";
        _environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] = "job";

        var (code, _, errors) = await RunAsync("deploy/github-login.sh", "nbaprops-drift");

        code.ShouldBe(0, errors);
        var told = await ToldAsync();
        told[0].ShouldContain("create-cred-config projects/123456789012/locations/global/workloadIdentityPools/github/providers/github --service-account=nbaprops-drift@my-project-1.iam.gserviceaccount.com ");
        told[1].ShouldBe($"gcloud --quiet auth login --cred-file={_folder.Of("google-credentials.json")}");
        (await File.ReadAllTextAsync(_folder.Of("github.env"))).ShouldBe($"GOOGLE_APPLICATION_CREDENTIALS={_folder.Of("google-credentials.json")}\n");
        (await RunAsync("deploy/github-login.sh")).Code.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_known_of_main_is_put_where_it_belongs_with_one_request()
    {
        Command("gcloud", "echo token");
        Command("curl", "printf 200");

        var (code, output, errors) = await RunAsync("deploy/publish-head.sh", "head.json");

        (code, output).ShouldBe((0, string.Empty), errors);
        var told = await ToldAsync();
        told.Where(line => line.StartsWith("gcloud", StringComparison.Ordinal)).ShouldBe(["gcloud auth print-access-token"]);
        var sent = told.Where(line => line.StartsWith("curl", StringComparison.Ordinal)).ShouldHaveSingleItem();
        sent.ShouldContain("-X POST -H @");
        sent.ShouldNotContain("token");
        sent.ShouldEndWith(" --data-binary @head.json https://storage.googleapis.com/upload/storage/v1/b/my-project-1-archive/o?uploadType=media&name=deployments%2Fhead.json");
    }

    [Fact]
    public async Task That_it_was_refused_is_said_with_Googles_reason()
    {
        Command("gcloud", "echo token");
        Command("curl", """while [ "$1" != -o ]; do shift; done; echo 'no storage.objects.create' >"$2"; printf 403""");

        var (code, _, errors) = await RunAsync("deploy/publish-head.sh", "head.json");

        (code, errors).ShouldBe((1, "deploy/publish-head.sh: deployments/head.json: 403\nno storage.objects.create\n"));
    }

    [Theory]
    [InlineData(0, 0, "", 0, "")]
    [InlineData(0, 0, "7", 0, "close 7")]
    [InlineData(3, 0, "", 0, "create behind")]
    [InlineData(0, 3, "", 0, "create different")]
    [InlineData(3, 3, "7", 0, "edit 7 behind different")]
    [InlineData(0, 3, "7", 0, "edit 7 different")]
    [InlineData(0, 1, "7", 1, "")]
    [InlineData(1, 0, "", 1, "")]
    [InlineData(3, 1, "7", 1, "edit 7 behind failed")]
    [InlineData(1, 3, "", 1, "create failed different")]
    public async Task The_one_issue_says_what_either_comparison_found(int behind, int different, string open, int expected, string done)
    {
        Command("gh", $"[ \"$2\" != list ] || printf '%s' '{open}'");
        await File.WriteAllTextAsync(_folder.Of("behind.txt"), "predictions: 4 commits\n");
        await File.WriteAllTextAsync(_folder.Of("different.txt"), "~ predictions: `changed` $(by hand)\n");

        var (code, _, errors) = await RunAsync("deploy/drift-issue.sh", _folder.Of("behind.txt"), Text(behind), _folder.Of("different.txt"), Text(different));

        code.ShouldBe(expected, errors);
        var told = string.Join('\n', await ToldAsync());
        var change = told[(told.IndexOf("gh issue list", StringComparison.Ordinal) + 1)..];
        string[] said =
        [
            .. new[] { "close", "create", "edit" }.Where(verb => change.Contains($"gh issue {verb} ", StringComparison.Ordinal)),
            .. open.Length > 0 && (change.Contains($"gh issue edit {open} ", StringComparison.Ordinal) || change.Contains($"gh issue close {open} ", StringComparison.Ordinal)) ? [open] : Array.Empty<string>(),
            .. change.Contains("```\npredictions: 4 commits\n```", StringComparison.Ordinal) ? ["behind"] : Array.Empty<string>(),
            .. behind == 1 && change.Contains("The comparison itself failed (1)", StringComparison.Ordinal) ? ["failed"] : Array.Empty<string>(),
            .. change.Contains("```\n~ predictions: `changed` $(by hand)\n```", StringComparison.Ordinal) ? ["different"] : Array.Empty<string>(),
            .. different == 1 && change.Contains("The comparison itself failed (1)", StringComparison.Ordinal) ? ["failed"] : Array.Empty<string>(),
        ];
        string.Join(' ', said).ShouldBe(done);
    }

    public void Dispose() => _folder.Dispose();

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private void Command(string name, string body)
    {
        var path = _folder.Of(name);
        File.WriteAllText(path, $"#!/usr/bin/env bash\necho \"{name} $*\" >>\"{_folder.Of("told")}\"\n{body}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private Task<string[]> ToldAsync() => File.ReadAllLinesAsync(_folder.Of("told"));

    private Task<(int Code, string Output, string Errors)> RunAsync(params string[] command) => DeploymentScript.RunAsync(
        DeploymentScript.Example, [("PATH", $"{_folder.Path}:{Environment.GetEnvironmentVariable("PATH")}"), .. _environment.Select(variable => (variable.Key, (string?)variable.Value))], command);
}
