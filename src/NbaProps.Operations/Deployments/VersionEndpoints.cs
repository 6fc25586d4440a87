using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

using NbaProps.Shared.Deployment;
using NbaProps.Shared.Deployment.Drift;

namespace NbaProps.Operations.Deployments;

/// <summary>Asks services at <see cref="BuildIdentity.Address"/>: what answers there is what gets the traffic, whatever was deployed beside it.</summary>
/// <param name="addresses">The services' addresses by name.</param>
/// <param name="handler">What sends; it is disposed of with this.</param>
/// <param name="time">Measures how long an answer takes.</param>
public sealed class VersionEndpoints(IReadOnlyDictionary<string, Uri> addresses, HttpMessageHandler handler, TimeProvider time) : IServiceVersions, IDisposable
{
    private const int LongestAnswer = 64 * 1024;

    // A service that was scaled to none starts first.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _client = new(handler) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = LongestAnswer };

    /// <inheritdoc/>
    public IReadOnlyList<string> Services { get; } = [.. addresses.Keys.Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public async Task<HeardVersion> AskAsync(string service, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var answer = await _client.GetAsync(new Uri(addresses[service], BuildIdentity.Address), either.Token);
            if (!answer.IsSuccessStatusCode)
            {
                return HeardVersion.Nothing(service, string.Create(CultureInfo.InvariantCulture, $"{service} answers {(int)answer.StatusCode} when it is asked for its version"));
            }

            return await answer.Content.ReadFromJsonAsync(VersionJson.Default.SaidVersion, either.Token) is { } said
                ? string.Equals(said.Service, service, StringComparison.Ordinal)
                    ? HeardVersion.Of(DeployedBuild.Of(service, said.Commit ?? BuildIdentity.Unknown, said.BuiltAt))
                    : HeardVersion.Nothing(service, $"at the address of {service} answers {said.Service ?? "something that names no service"}")
                : HeardVersion.Nothing(service, $"{service} says nothing of its version");
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException)
        {
            return HeardVersion.Nothing(service, $"{service} does not say its version: {failure.Message.ReplaceLineEndings(" ")}");
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return HeardVersion.Nothing(service, string.Create(CultureInfo.InvariantCulture, $"{service} does not say its version within {Patience.TotalSeconds:0} seconds"));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();
}

internal sealed record SaidVersion(string? Service, string? Commit, string? BuiltAt);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SaidVersion))]
internal sealed partial class VersionJson : JsonSerializerContext;
