using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Units;

/// <summary>Makes a unit forget that its output stands for its inputs, so that the next look computes it again. Its content stays until then.</summary>
public static class UnitReset
{
    /// <summary>Forgets the fingerprint.</summary>
    /// <returns>False when the unit has never run, or a run holds it now.</returns>
    public static async Task<bool> ForgetAsync(IStateStore state, UnitKey unit, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await state.GetAsync(unit.Path, cancellationToken);
            if (read.Document is not { } stored)
            {
                return false;
            }

            var document = StateJson.Read<UnitDocument>(stored.Json);
            if (document.IsHeld(read.StoreTime))
            {
                return false;
            }

            var write = new DocumentWrite(unit.Path, StateJson.Write(document with { Fingerprint = null }), Precondition.VersionIs(stored.Version));
            if (await state.CommitAsync([write], cancellationToken) is CommitResult.Committed)
            {
                return true;
            }
        }
    }
}
