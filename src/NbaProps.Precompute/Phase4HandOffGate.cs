using NbaProps.Domain;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Gates;

namespace NbaProps.Precompute;

/// <summary>
/// Whether phase 3 has what phase 4 needs: every game of the date with both teams' context and enough candidates, last week's games summarised with their
/// minutes, and the season's earlier games there at all.
/// </summary>
/// <param name="options">The thresholds.</param>
public sealed class Phase4HandOffGate(GateOptions options) : IHandOffGate
{
    private const int SeasonStartDates = 5;

    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => PrecomputePhase.HandOff;

    /// <inheritdoc/>
    public GateDecision Evaluate(IInputs inputs, RunContext context)
    {
        var schedule = inputs.Rows<NbacScheduleRow>();
        var games = schedule.Where(game => game.GameDate == context.Date && game.IsPredicted()).OrderBy(game => game.GameId).ToArray();
        if (games.Length == 0)
            return GateDecision.Open("no game to predict");

        var finished = schedule.Where(game => game.GameDate < context.Date && game.IsFinal() && game.IsPredicted()).ToArray();
        var problems = Incomplete(inputs, context, games, SeasonIsUnderWay(finished, games[0])).ToList();
        if (MissingSummaries(inputs, context, finished) is { } missing)
            problems.Add(missing);
        var minutes = MinutesCoverage.Of(LastWeek(finished, context), inputs.Rows<PlayerGameSummaryRow>());
        if (minutes.Percent < options.MinutesBlockPercent)
            problems.Add($"{minutes}, {options.MinutesBlockPercent} % are needed");
        if (MissingHistory(inputs, context) is { } gaps)
            problems.Add(gaps);
        if (problems.Count > 0)
            return GateDecision.Closed(string.Join("; ", problems));
        return minutes.Percent < options.MinutesWarnPercent
            ? GateDecision.OpenWithWarning($"{games.Length} games; {minutes}, {options.MinutesWarnPercent} % are usual")
            : GateDecision.Open($"{games.Length} games");
    }

    // At a season's start nobody has appeared yet, so candidates cannot be expected.
    private static bool SeasonIsUnderWay(IEnumerable<NbacScheduleRow> finished, NbacScheduleRow game) =>
        finished.Where(earlier => earlier.Season == game.Season).Select(earlier => earlier.GameDate).Distinct().Count() >= SeasonStartDates;

    private IEnumerable<string> Incomplete(IInputs inputs, RunContext context, IEnumerable<NbacScheduleRow> games, bool expectCandidates)
    {
        var teams = inputs.Rows<UpcomingTeamGameContextRow>().Where(row => row.GameDate == context.Date).Select(row => (row.GameId, row.Team)).ToHashSet();
        var candidates = inputs.Rows<UpcomingPlayerGameContextRow>()
            .Where(row => row.GameDate == context.Date)
            .GroupBy(row => (row.GameId, row.Team))
            .ToDictionary(group => group.Key, group => group.Count());
        foreach (var game in games)
        {
            foreach (var team in new[] { game.HomeTeam, game.AwayTeam })
            {
                var count = candidates.GetValueOrDefault((game.GameId, team));
                if (!teams.Contains((game.GameId, team)))
                    yield return $"game {game.GameId}: {team} has no context";
                else if (expectCandidates && count < options.CandidatesPerTeam)
                    yield return $"game {game.GameId}: {team} has {count} candidates, {options.CandidatesPerTeam} are expected";
            }
        }
    }

    // A team or two are predicted without; a slate of which most are would be guessed.
    private static string? MissingHistory(IInputs inputs, RunContext context)
    {
        var teams = inputs.Rows<UpcomingTeamGameContextRow>().Where(row => row.GameDate == context.Date).OrderBy(row => row.Team).ToArray();
        var gaps = teams.Where(team => !team.HistoryIsWhole).ToArray();
        return 2 * gaps.Length >= teams.Length && gaps.Length > 0
            ? $"earlier games of the season are not there: {string.Join(", ", gaps.Select(team => $"{team.Team} lacks {team.SeasonGamesMissing} of {team.GameNumberInSeason - 1}"))}; "
                + $"walk them first: nbaprops backfill from the first date of {gaps[0].Season} to {context.Date.AddDays(-1)}"
            : null;
    }

    private static NbacScheduleRow[] LastWeek(IEnumerable<NbacScheduleRow> finished, RunContext context) =>
        [.. finished.Where(game => context.Date.DaysSince(game.GameDate) <= PrecomputePhase.CompletenessDays)];

    private string? MissingSummaries(IInputs inputs, RunContext context, IEnumerable<NbacScheduleRow> finished)
    {
        var lastWeek = LastWeek(finished, context);
        var summarised = inputs.Rows<PlayerGameSummaryRow>().Select(row => row.GameId).ToHashSet();
        GameId[] missing = [.. lastWeek.Select(game => game.GameId).Where(game => !summarised.Contains(game)).Order()];
        return missing.Length > 0 && 100 * missing.Length >= options.GamesMissingPercent * lastWeek.Length
            ? $"{missing.Length} of {lastWeek.Length} games of the last {PrecomputePhase.CompletenessDays} days have no player summaries: {string.Join(", ", missing)}"
            : null;
    }
}
