using System.CommandLine;

using NbaProps.Cli.Running;

namespace NbaProps.Cli.Commands;

/// <summary>Computes every table again from the raw archive, for a warehouse that was lost.</summary>
internal static class RebuildCommand
{
    public static Command Command { get; } = new("rebuild", "Computes every table again from the raw archive; for a warehouse that was lost");

    public static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await RebuildSession.RequireLostWarehouseAsync(context, cancellationToken);
        await using var session = await RebuildSession.OpenAsync(context, cancellationToken);
        await session.RunAsync(cancellationToken);
        return await session.ReportAsync(cancellationToken);
    }
}
