using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Objects;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Hosting.Services;

/// <summary>A service of the pipeline: what it is called, which phases it runs and what it can do. Its <c>Program.cs</c> and <c>nbaprops up</c> run the same one.</summary>
/// <param name="Name">Name in URLs, logs and deployments.</param>
/// <param name="Phases">The phases it runs; none for one that only watches.</param>
/// <param name="Works">What it registers, given its surroundings.</param>
public sealed record ServiceDefinition(string Name, IReadOnlyList<Phase> Phases, Func<ServiceSurroundings, IReadOnlyList<UnitWorkRegistration>> Works);

/// <summary>What a service may use when it registers its work.</summary>
/// <param name="Options">The configuration.</param>
/// <param name="Upstream">The way to a configured upstream, with its resilience around it.</param>
/// <param name="Pdfs">What takes the text out of PDFs.</param>
public sealed record ServiceSurroundings(NbaPropsOptions Options, Func<UpstreamOptions, string, IUpstream> Upstream, IPdfText Pdfs);
