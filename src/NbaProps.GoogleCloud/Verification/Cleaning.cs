using NbaProps.Shared.Resilience;

namespace NbaProps.GoogleCloud.Verification;

/// <summary>Takes away what a verification has made. What cannot be deleted keeps nothing else from being deleted, and is named in the end.</summary>
internal sealed class Cleaning
{
    private readonly List<(string What, Exception Failure)> _left = [];

    /// <summary>Deletes one thing.</summary>
    /// <param name="what">Its name.</param>
    /// <param name="delete">Deletes it; what is not there is no failure.</param>
    public async Task TryAsync(string what, Func<Task> delete)
    {
        try
        {
            await delete();
        }
        catch (Exception failure) when (failure is TransientException or PermanentException)
        {
            _left.Add((what, failure));
        }
    }

    /// <summary>Says what is left.</summary>
    /// <exception cref="TransientException">Something is, with its name and why.</exception>
    public void RequireNothingLeft()
    {
        if (_left.Count > 0)
        {
            throw new TransientException($"left: {string.Join("; ", _left.Select(one => $"{one.What} ({one.Failure.Message})"))}", _left[0].Failure);
        }
    }
}
