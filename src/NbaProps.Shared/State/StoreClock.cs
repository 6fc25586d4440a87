namespace NbaProps.Shared.State;

/// <summary>The store's clock, which all machines share.</summary>
internal static class StoreClock
{
    private static readonly DocumentPath Nothing = new("clock", "-");

    /// <summary>The store's time, as it comes with each read: of a document that nobody writes.</summary>
    public static async Task<DateTimeOffset> TimeAsync(this IStateStore state, CancellationToken cancellationToken) => (await state.GetAsync(Nothing, cancellationToken)).StoreTime;
}
