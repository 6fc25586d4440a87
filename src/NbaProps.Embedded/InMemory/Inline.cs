using System.Diagnostics.CodeAnalysis;

namespace NbaProps.Embedded.InMemory;

/// <summary>Runs a body on the caller's thread and hands its outcome back as a task that is already complete.</summary>
internal static class Inline
{
    /// <summary>The outcome of the body: its result, its exception or, when the caller had cancelled before, a cancelled task.</summary>
    [SuppressMessage("Design", "CA1068", Justification = "The body comes last, where a reader expects it.")]
    public static Task<T> Run<T>(CancellationToken cancellationToken, Func<T> body)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        try
        {
            return Task.FromResult(body());
        }
        catch (Exception exception)
        {
            return Task.FromException<T>(exception);
        }
    }
}
