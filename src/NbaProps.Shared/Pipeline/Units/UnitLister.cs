using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline.Running;

namespace NbaProps.Shared.Pipeline.Units;

/// <summary>Lists the units that a processor has on a date: one, or one per game.</summary>
internal sealed class UnitLister(IGameLister games)
{
    public async Task<IReadOnlyList<UnitKey>> ListAsync(ProcessorDeclaration processor, GameDate date, IUnitReader units, CancellationToken cancellationToken)
    {
        if (processor.GamesFrom is not { } table)
        {
            return [new UnitKey(processor.Name, new(date))];
        }

        var listed = await games.ListAsync(table, date, units, cancellationToken);
        return listed.Select(game => new UnitKey(processor.Name, new(date, game))).ToArray();
    }
}
