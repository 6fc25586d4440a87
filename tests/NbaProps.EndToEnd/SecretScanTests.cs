using System.Globalization;
using System.Text;

using Microsoft.Extensions.Logging;

using NbaProps.EndToEnd.Sources;
using NbaProps.EndToEnd.Support;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Documents;
using NbaProps.Hosting.Services;
using NbaProps.Operations;
using NbaProps.Shared.Objects;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

/// <summary>
/// Two nights with a secret of its own in every setting that is one, every log line written, and sources that refuse, fail, hang up and repeat what they were sent:
/// no secret is in anything that an installation keeps or says.
/// </summary>
[Collection(Alone.Name)]
public sealed class SecretScanTests : IDisposable
{
    private static readonly int[] Refusals = [401, 403, 500, -1];

    // One lock for all who write, and as long as the process: the logging's own complaints go to the console's error writer of the time at which it was set up.
    private static readonly StringWriter Said = new(CultureInfo.InvariantCulture);
    private static readonly TextWriter Heard = TextWriter.Synchronized(Said);

    private readonly TemporaryFolder _temporary = new();
    private readonly Canaries _canaries = new();

    public void Dispose() => _temporary.Dispose();

    [SkippableFact]
    public async Task No_secret_is_in_anything_that_is_kept_or_said()
    {
        var payloads = SharedData.Require("payloads");
        Skip.If(await new PdfToText(TimeProvider.System).ReadAsync(ReadOnlyMemory<byte>.Empty, default) is PdfText.ToolMissing, "pdftotext is not installed");
        var folder = _temporary.Of("data");
        var (output, errors) = (Console.Out, Console.Error);
        try
        {
            Console.SetOut(Heard);
            Console.SetError(Heard);
            await WalkAsync(payloads, folder);
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(errors);
        }

        var log = LogSoFar();
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
        string[] found = [.. _canaries.FoundIn("the log", Encoding.UTF8.GetBytes(log)), .. files.SelectMany(file => _canaries.FoundIn(file, File.ReadAllBytes(file)))];
        found.ShouldBeEmpty();
        Commands(folder).ShouldBeEmpty();

        // What would hide a secret from the scan is seen here: the log was heard at its lowest level, and the places of keys are in what was kept.
        log.ShouldContain("\"severity\":\"DEBUG\"");
        log.ShouldContain("refused: ");
        log.ShouldContain("apiKey=***");
        files.Count(file => Encoding.Latin1.GetString(File.ReadAllBytes(file)).Contains("apiKey=***", StringComparison.Ordinal)).ShouldBeGreaterThan(1);
    }

    // The synchronized writer's own lock is the one that it takes itself.
    private static string LogSoFar()
    {
        lock (Heard)
        {
            return Said.ToString();
        }
    }

    private async Task WalkAsync(string payloads, string folder)
    {
        var seen = new System.Collections.Concurrent.ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        await using var server = await LeagueServer.StartAsync(payloads);
        server.Echoes = true;
        server.Tokens = _ => $$"""{"access_token":"{{_canaries.AccessToken}}","expires_in":3600,"token_type":"Bearer"}""";
        server.Refuses = path => seen.TryAdd(path, 0) ? Refusals[path.Length % Refusals.Length] : 0;
        var logging = new LoggingOptions { Level = LogLevel.Trace, Format = LogFormat.Json };
        using var loggers = ServiceProcess.LoggersOf(OperationsService.Definition, new() { Logging = logging }, new ConfigurationInputs());
        await using (var pipeline = await SourcesPipeline.StartAsync(
            server, folder, options => _canaries.In(options, _temporary.Of("account"), server.BaseAddress) with { Logging = logging }, loggers))
        {
            await pipeline.WalkAsync();
            using var client = new HttpClient();
            foreach (var service in pipeline.Pipeline.Services)
            {
                foreach (var path in new[] { "/version", "/health/ready", "/health/live" })
                {
                    await Heard.WriteAsync(await client.GetStringAsync(new Uri(service.BaseAddress, path)));
                }
            }
        }

        // Each was sent, and each kind of refusal has been: else nothing could have got out.
        var sent = string.Join('\n', server.Echoed);
        foreach (var of in new[] { "NbaStats:ApiKey", "OddsApi:ApiKey", "BallDontLie:ApiKey", "BettingPros:ApiKey", "GoogleDrive:ApiKey" }.Select(name => $"Upstreams:{name}").Append("the account's token"))
        {
            sent.ShouldContain(_canaries.Values[of], Case.Sensitive, of);
        }

        foreach (var refusal in Enumerable.Range(0, Refusals.Length))
        {
            seen.Keys.ShouldContain(path => path.Length % Refusals.Length == refusal);
        }
    }

    private IEnumerable<string> Commands(string folder)
    {
        const string key = "Upstreams:OddsApi:ApiKey";
        foreach (var arguments in new string[][] { ["doctor"], ["status", "--date", Nights.Second.ToString()], ["reliability"], ["dead-letters", "list"], ["predictions", "--date", Nights.Second.ToString()] })
        {
            var result = CommandLine.RunWith(SecretSettings.VariableOf(key), _canaries.Values[key], [.. arguments, "--data", folder]);
            (result.Output + result.Errors).ShouldNotBeEmpty();
            foreach (var found in _canaries.FoundIn(arguments[0], Encoding.UTF8.GetBytes(result.Output + result.Errors)))
            {
                yield return found;
            }
        }
    }
}
