using System.Text.Json.Serialization;

namespace NbaProps.Hosting.Health;

/// <summary>The JSON of the health endpoints: camel case.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LiveAnswer))]
[JsonSerializable(typeof(ReadyAnswer))]
[JsonSerializable(typeof(VersionAnswer))]
internal sealed partial class HealthJson : JsonSerializerContext;

internal sealed record LiveAnswer(string Service, string Status);

internal sealed record ReadyAnswer(string Service, bool Ready, IReadOnlyList<NotReady> NotReady);

/// <param name="Check">The check's name.</param>
/// <param name="Reason">What is missing.</param>
internal sealed record NotReady(string Check, string Reason);

internal sealed record VersionAnswer(string Service, string Commit, string BuiltAt, string Dotnet, SortedDictionary<string, string> Contracts);
