using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Tests.Hosting.Push;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Hosting.Requests;

/// <summary>Every endpoint × every caller, in each way a service can be run.</summary>
public sealed class AccessMatrixTests : IAsyncLifetime
{
    private const string Unasked = "Mode embedded, and mode emulators";

    private static readonly (string Title, NbaPropsOptions Options)[] Modes =
    [
        ("Mode cloud, `Push:Authentication=platform`", AccessMatrix.Options(PushAuthentication.Platform)), ("Mode cloud, `Push:Authentication=app`", AccessMatrix.Options(PushAuthentication.App)),
        (Unasked, AccessMatrix.Options(authentication: null, Mode.Embedded)), (Unasked, AccessMatrix.Options(authentication: null, Mode.Emulators)),
    ];

    private readonly HttpClient _client = new();
    private SignedTokens _tokens = null!;

    public async Task InitializeAsync() => _tokens = await SignedTokens.StartAsync();

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _tokens.DisposeAsync();
    }

    [Fact]
    public async Task Every_endpoint_answers_every_caller_as_it_is_written()
    {
        var measured = new List<(string Mode, string Service, string Endpoint, int[] Statuses)>();
        foreach (var (title, options) in Modes)
        {
            foreach (var definition in ServiceOfTests.Definitions)
            {
                await using var service = await ServiceOfTests.StartAsync(definition, options, _tokens.KeysAddress);
                foreach (var endpoint in service.Endpoints.Select(AccessMatrix.NameOf).Order(StringComparer.Ordinal))
                    measured.Add((title, service.Name, endpoint, await StatusesAsync(service, endpoint, options)));
            }
        }

        measured.Select(line => line.Endpoint).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .ShouldBe(AccessMatrix.Declared.Select(declared => declared.Endpoint).Order(StringComparer.Ordinal), "an endpoint has no line in AccessMatrix.Declared, or a line no endpoint");
        var page = RepositoryRoot.Of(Path.Combine("docs", "01-architecture", "access.md"));
        if (Environment.GetEnvironmentVariable("NBAPROPS_WRITE_DOCS") == "1")
            await File.WriteAllTextAsync(page, AccessMatrix.Page(measured));
        (await File.ReadAllTextAsync(page)).ShouldBe(AccessMatrix.Page(measured), "Write it with: NBAPROPS_WRITE_DOCS=1 dotnet test tests/NbaProps.Tests --filter AccessMatrixTests");
    }

    [Fact]
    public async Task Nothing_but_the_declared_methods_and_paths_is_answered()
    {
        foreach (var definition in ServiceOfTests.Definitions)
        {
            await using var service = await ServiceOfTests.StartAsync(definition, AccessMatrix.Options(PushAuthentication.App), _tokens.KeysAddress);
            var endpoints = service.Endpoints.Select(AccessMatrix.NameOf).ToArray();
            var right = AccessCase.All[^1].Headers(_tokens, PushAuthentication.App);
            foreach (var path in endpoints.Select(endpoint => endpoint.Split(' ')[1]))
            {
                foreach (var method in new[] { "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "MADEUP" }.Where(method => !endpoints.Contains($"{method} {path}")))
                    (await AccessMatrix.StatusAsync(_client, service, $"{method} {path}", right)).ShouldBe(405, $"{service.Name}: {method} {path}");
            }

            foreach (var path in new[] { "/", "/metrics", "/swagger", "/health", "/watch", "/pubsub", "/pubsub/push/more", "/.env" })
                (await AccessMatrix.StatusAsync(_client, service, $"GET {path}", right)).ShouldBe(404, $"{service.Name}: {path}");
        }
    }

    [Theory]
    [InlineData(Mode.Embedded)]
    [InlineData(Mode.Emulators)]
    public async Task A_service_that_asks_nobody_does_not_start_on_Cloud_Run(Mode mode)
    {
        foreach (var definition in ServiceOfTests.Definitions)
        {
            var refused = await Should.ThrowAsync<ConfigurationException>(() => ServiceOfTests.StartAsync(
                definition, new() { Mode = mode }, inputs: new() { Environment = new Dictionary<string, string> { ["K_SERVICE"] = definition.Name } }));
            refused.Problems.ShouldHaveSingleItem().ShouldEndWith($"; accepted on Cloud Run, where this is {definition.Name}: cloud");
        }
    }

    // What is expected stands here, and not on the page, which anybody can write anew.
    private async Task<int[]> StatusesAsync(ServiceOfTests service, string endpoint, NbaPropsOptions options)
    {
        PushAuthentication? authentication = options.Mode == Mode.Cloud ? options.Push.Authentication : null;
        var isOpen = AccessMatrix.Declared.FirstOrDefault(declared => declared.Endpoint == endpoint).IsOpen;
        (isOpen && !endpoint.StartsWith("GET ", StringComparison.Ordinal)).ShouldBeFalse($"{endpoint} may change something and is open");
        var statuses = new List<int>();
        foreach (var call in AccessCase.All)
        {
            var status = await AccessMatrix.StatusAsync(_client, service, endpoint, call.Headers(_tokens, authentication ?? PushAuthentication.App));
            status.ShouldBe(isOpen ? 200 : authentication is null || call.Name == AccessCase.Right ? 204 : 401, $"{service.Name}, {options.Mode} {authentication}: {endpoint} of {call.Name}");
            statuses.Add(status);
        }

        return [.. statuses];
    }
}
