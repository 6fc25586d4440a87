using System.Globalization;

using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;

namespace NbaProps.Scrapers.Pages;

/// <summary>
/// Asks for one thing of each game of the date that is not there yet. A game that fails does not lose the others; only where nothing came and something
/// failed does the scrape fail.
/// </summary>
/// <param name="missingAttempts">How often games that are not there are asked for again.</param>
/// <param name="missingDelay">Wait before that; doubles.</param>
internal sealed class GameByGame(int missingAttempts = 0, TimeSpan missingDelay = default)
{
    /// <summary>Fetches.</summary>
    /// <param name="context">What is asked for; it declares the schedule as an input.</param>
    /// <param name="fetchAsync">The payloads of a game; empty when there are none yet.</param>
    /// <param name="cancellationToken">Ends the scrape.</param>
    public async Task<Scrape> FetchAsync(
        ScrapeContext context, Func<NbacScheduleRow, CancellationToken, Task<IReadOnlyList<FetchedPayload>>> fetchAsync, CancellationToken cancellationToken)
    {
        var games = context.Inputs.Rows<NbacScheduleRow>().Where(game => game.GameDate == context.Date && game.IsPredicted()).OrderBy(game => game.GameId).ToArray();
        if (games.Length == 0)
        {
            return Scrape.NoData("no game on the date");
        }

        var payloads = new List<FetchedPayload>();
        var missing = games.Where(game => !context.Captured.Contains(game.GameId.ToString())).ToList();
        var there = games.Length - missing.Count;
        var failures = new SortedDictionary<string, Exception>(StringComparer.Ordinal);
        for (var round = 0; missing.Count > 0 && round <= missingAttempts; round++)
        {
            if (round > 0)
            {
                await context.PauseAsync(missingDelay * Math.Pow(2, round - 1), cancellationToken);
            }

            foreach (var game in missing.ToArray())
            {
                if (await TryAsync(game, fetchAsync, failures, cancellationToken) is { Count: > 0 } brought)
                {
                    payloads.AddRange(brought.Select(payload => payload with { Item = game.GameId.ToString() }));
                    missing.Remove(game);
                }
            }
        }

        return Result(games.Length, there, missing, payloads, failures);
    }

    private static async Task<IReadOnlyList<FetchedPayload>> TryAsync(
        NbacScheduleRow game,
        Func<NbacScheduleRow, CancellationToken, Task<IReadOnlyList<FetchedPayload>>> fetchAsync,
        SortedDictionary<string, Exception> failures,
        CancellationToken cancellationToken)
    {
        try
        {
            var brought = await fetchAsync(game, cancellationToken);
            failures.Remove(game.GameId.ToString());
            return brought;
        }
        catch (Exception failure) when (failure is TransientException or PermanentException)
        {
            failures[game.GameId.ToString()] = failure;
            return [];
        }
    }

    private static Scrape Result(
        int games, int there, List<NbacScheduleRow> missing, List<FetchedPayload> payloads, SortedDictionary<string, Exception> failures)
    {
        if (missing.Count == 0)
        {
            return new Scrape(RunState.Succeeded, string.Create(CultureInfo.InvariantCulture, $"all {games} games"), payloads);
        }

        if (there == 0 && payloads.Count == 0 && failures.Count > 0)
        {
            // A source that has changed is what a person must hear of, whatever else failed.
            var (game, failure) = failures.FirstOrDefault(one => ContractBreak.Of(one.Value) is not null, failures.First());
            var said = string.Create(CultureInfo.InvariantCulture, $"none of {games} games; {failures.Count} failed, such as {game}: {failure.Message}");
            throw failures.Values.All(one => one is PermanentException) ? new PermanentException(said, failure) : new TransientException(said, failure);
        }

        var reason = string.Create(CultureInfo.InvariantCulture, $"{games - missing.Count} of {games} games; not there: {string.Join(", ", missing.Select(one => one.GameId))}")
            + string.Concat(failures.Select(one => $"; {one.Key} failed: {one.Value.Message}"));
        return new Scrape(there == 0 && payloads.Count == 0 ? RunState.NoData : RunState.Degraded, reason, payloads)
        {
            Fault = PartFailures.FaultOf(failures.Values),
            Break = failures.Values.Select(ContractBreak.Of).FirstOrDefault(broken => broken is not null),
        };
    }
}
