using NbaProps.Shared.Deployment.Drift;
using NbaProps.Shared.Pipeline.Captures;
using NbaProps.Shared.Quality.Aliases;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Pipeline;

/// <summary>The inputs of who declares none.</summary>
internal sealed class NoInputs : IInputs
{
    private NoInputs()
    {
    }

    public static NoInputs Instance { get; } = new();

    public NameAliases Aliases => throw Undeclared(nameof(Aliases));

    public DeploymentFacts Deployment => throw Undeclared(nameof(Deployment));

    public IReadOnlyList<TRow> Rows<TRow>()
        where TRow : WarehouseRow => throw Undeclared(typeof(TRow).Name);

    public IReadOnlyList<TRow> Own<TRow>()
        where TRow : WarehouseRow => throw Undeclared(typeof(TRow).Name);

    public IReadOnlyList<CapturedPayload> Captures(string scraper) => throw Undeclared(scraper);

    private static InvalidOperationException Undeclared(string what) => new($"{what} is read and no input is declared.");
}
