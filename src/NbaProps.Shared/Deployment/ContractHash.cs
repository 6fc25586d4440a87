namespace NbaProps.Shared.Deployment;

/// <summary>The hash of something that several builds must agree on: a table's schema, the feature contract. Register as many as there are.</summary>
/// <param name="Name">What it is, for example <c>schema</c> or <c>features.v2_33features</c>.</param>
/// <param name="Hash">Its content hash.</param>
public sealed record ContractHash(string Name, string Hash);
