namespace NbaProps.Tests.Support;

/// <summary>Waits for what another process does and tells nobody of.</summary>
public static class Polling
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Asks again and again; each answer takes its own time, so that nothing sleeps in between.</summary>
    /// <param name="ask">Asks once.</param>
    /// <param name="isEnough">Whether that is what is waited for.</param>
    /// <param name="what">What is waited for, for whom it does not come to.</param>
    /// <returns>The answer that was enough.</returns>
    /// <exception cref="TimeoutException">It did not come within two minutes.</exception>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> isEnough, string what)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var answer = await ask();
            if (isEnough(answer))
            {
                return answer;
            }

            if (TimeProvider.System.GetElapsedTime(began) > Longest)
            {
                throw new TimeoutException($"In vain was waited for: {what}. The last answer was {answer}.");
            }
        }
    }
}
