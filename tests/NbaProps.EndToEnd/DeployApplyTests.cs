using System.Text.Json.Nodes;

using NbaProps.Cli.Commands;
using NbaProps.Deployment.Declaring;
using NbaProps.EndToEnd.Support;
using NbaProps.GoogleDouble;
using NbaProps.Shared.Deployment;
using NbaProps.Shared.Manifest;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

/// <summary><c>deploy diff</c> and <c>deploy apply</c> as they are typed. What they do is tested with the classes that do it.</summary>
public sealed class DeployApplyTests : IAsyncLifetime
{
    private readonly GitFolder _git = new();
    private GoogleDoubleServer _google = null!;

    public async Task InitializeAsync()
    {
        _google = await GoogleDoubleServer.StartAsync();
        _google.Deployment.Run.LooksUntilDecided = 1;
        foreach (var contract in BuildContracts.Of(NbaPipeline.Manifest))
            _google.Deployment.Run.Contracts[contract.Name] = contract.Hash;
        foreach (var secret in DeployedSecret.All)
            _google.Deployment.Secrets[secret.Name] = "ENABLED";
    }

    public async Task DisposeAsync()
    {
        _git.Dispose();
        await _google.DisposeAsync();
        _google.Objections.ShouldBeEmpty();
    }

    [Fact]
    public void From_nothing_to_a_running_installation_and_then_only_what_is_stale()
    {
        MakeTables();
        var first = _git.Commit(0);
        At(first);
        var before = Deploy("diff");
        (before.ExitCode, before.Output.Contains("+ scrapers: the service is not there\n", StringComparison.Ordinal)).ShouldBe((3, true), before.Output);

        var applied = Deploy("apply", "--yes");

        applied.ExitCode.ShouldBe(0, applied.Output + applied.Errors);
        applied.Output.ShouldContain("Done. ");
        DeployedServices.All.ShouldAllBe(service => _google.Deployment.Run.Served(service.Name)!.Commit == first);
        Deploy("apply", "--yes").Output.ShouldContain("\nNothing is to be done. ");
        var left = JsonNode.Parse(Deploy("diff", "--json").Output)!;
        left["differences"]!.AsArray().ShouldAllBe(difference => difference!["problem"]!.ToString() == "MissingRight");

        var second = _git.Commit(1, "src/NbaProps.Analytics/Some.cs", "docs/page.md");
        At(second);
        var listed = Deploy("apply", "--stale", "--list", "--repository", _git.Path);
        (listed.ExitCode, listed.Output).ShouldBe((0, "analytics\n"), listed.Errors);
        var stale = Deploy("apply", "--stale", "--yes", "--repository", _git.Path, "--json");

        stale.ExitCode.ShouldBe(0, stale.Output + stale.Errors);
        var told = JsonNode.Parse(stale.Output)!;
        told["services"]!.AsArray().ShouldHaveSingleItem()!.ToString().ShouldBe("analytics");
        told["steps"]!.AsArray().Count.ShouldBeGreaterThan(3);
        DeployedServices.All.Where(service => _google.Deployment.Run.Served(service.Name)!.Commit == second).ShouldBe([DeployedServices.Analytics]);
        Deploy("diff", "--service", "predictions").Output.ShouldContain("~ predictions ");
        Deploy("diff", "--service", "predictions", "--running").Output.ShouldNotContain("~ predictions ");
        Deploy("apply", "--stale", "--yes", "--repository", _git.Path).Output.ShouldContain("for no service\nNothing is to be done.");
    }

    [Fact]
    public void What_is_refused_is_said_and_nothing_is_changed()
    {
        MakeTables();
        At(new string('a', 40));
        _google.Deployment.Secrets.Clear();

        var refused = Deploy("apply", "--service", "scrapers", "--yes");

        refused.ExitCode.ShouldBe(3);
        refused.Output.ShouldContain("refused: the secret nbaprops-odds-api-key is not there, or has no version");
        refused.Output.ShouldEndWith("Nothing was changed.\n");
        _google.Deployment.Run.Services.ShouldBeEmpty();
        _google.Deployment.PubSub.Topics.ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_is_asked_where_nobody_is_and_wrong_arguments_are_told()
    {
        At(new string('a', 40));
        var (code, _, errors) = Deploy("apply");
        (code, errors).ShouldBe((2, "deploy apply asks before it changes anything, and there is no terminal to ask at: accepted is --yes\n"));
        Deploy("apply", "--yes", "--service", "everything").Errors.ShouldStartWith("--service everything is none: accepted is scrapers, raw-processors,");
        Deploy("apply", "--yes", "--stale", "--service", "scrapers").ExitCode.ShouldBe(2);
        Deploy("apply", "--list").Errors.ShouldBe("--list is accepted with --stale only: without it all services are meant\n");
        File.WriteAllText(Env, "PROJECT=my-project-1\n");
        var missing = Deploy("diff");
        (missing.ExitCode, missing.Errors.Contains("REGION (where services, schedules and images are) has no value in ", StringComparison.Ordinal)).ShouldBe((2, true), missing.Errors);
        _google.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("y", true)]
    [InlineData(" yes ", true)]
    [InlineData("n", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public async Task Only_a_plain_yes_is_one(string? answer, bool expected)
    {
        using var question = new StringWriter();
        using var answers = new StringReader(answer is null ? string.Empty : answer + "\n");

        (await Consent.AskAsync(question, answers, default)).ShouldBe(expected);

        question.ToString().ShouldBe("Do it? [y/N] ");
    }

    private string Env => Path.Combine(_git.Path, "project.env");

    private void At(string commit) =>
        File.WriteAllLines(Env, Placeholder.All.Select(placeholder => $"{placeholder.Name}={(placeholder == Placeholder.Commit ? commit : placeholder == Placeholder.Bucket ? "archive" : placeholder.Example)}"));

    private void MakeTables() => CommandLine.RunHere(
        "schema", "apply", "--set", "Mode=cloud", "--set", "GoogleCloud:ProjectId=my-project-1", "--set", "CloudStorage:Bucket=archive", "--set", $"GoogleCloud:BigQueryEmulator={_google.Address.Authority}")
        .ExitCode.ShouldBe(0);

    private CommandResult Deploy(string what, params string[] more) => CommandLine.RunHere(
    [
        "deploy", what, "--project-env", Env, .. more,
        .. new[] { "Deployment", "PubSub", "BigQuery" }.SelectMany(part => new[] { "--set", $"GoogleCloud:{part}Emulator={_google.Address.Authority}" }),
    ]);
}
