using NbaProps.Shared.Resilience;

namespace NbaProps.GoogleCloud.Verification;

/// <summary>What came of deleting what verifications have made.</summary>
public sealed class SweptScratch
{
    private readonly List<string> _left = [];

    /// <summary>How many datasets, topics, subscriptions, collections and buckets were deleted.</summary>
    public int Deleted { get; private set; }

    /// <summary>What could not be deleted or looked for, each with the reason.</summary>
    public IReadOnlyList<string> Left => _left;

    /// <summary>Does something that keeps nothing else from being deleted when it fails.</summary>
    internal async Task TryAsync(string what, Func<Task> doAsync, bool isOne = false)
    {
        try
        {
            await doAsync();
            Deleted += isOne ? 1 : 0;
        }
        catch (Exception failure) when (failure is TransientException or PermanentException)
        {
            _left.Add($"{what}: {failure.Message.ReplaceLineEndings(" ")}");
        }
    }
}
