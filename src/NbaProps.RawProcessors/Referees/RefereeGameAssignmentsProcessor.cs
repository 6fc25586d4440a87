using NbaProps.RawProcessors.Chains;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;

namespace NbaProps.RawProcessors.Referees;

/// <summary>Who officiates the date's games.</summary>
public sealed class RefereeGameAssignmentsProcessor : IProcessor<NbacRefereeGameAssignmentRow>
{
    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => RawProcessorsPhase.RefereeGameAssignments;

    /// <inheritdoc/>
    public Computation<NbacRefereeGameAssignmentRow> Compute(IInputs inputs, RunContext context)
    {
        var reader = new PayloadReader();
        if (RefereeProcessing.Newest(inputs, context.Date, RefereePayload.Assignments, row => row.GameDate, reader) is not { } reading)
        {
            return Computation<NbacRefereeGameAssignmentRow>.NoData("no list of officials was captured");
        }

        var named = reading.Rows.Select(row => row.GameId).ToHashSet();
        var missing = inputs.Rows<NbacScheduleRow>()
            .Where(game => !game.Postponed && !named.Contains(game.GameId))
            .Select(game => $"no officials of {game.GameId}, {game.AwayTeam}@{game.HomeTeam}");
        var counted = FormattableString.Invariant($"{reading.Rows.Count} officials of {named.Count} games") + (reading.LeftOut.Count == 0 ? string.Empty : $"; left out: {Outcome.Listed(reading.LeftOut)}");

        // Before the league has announced anybody, nobody is missing.
        return Outcome.Of(reading.Rows, counted, [.. reader.Findings, .. named.Count == 0 ? [] : missing]);
    }
}
