using System.Globalization;

using NbaProps.Domain.Calendar;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Operations.Lines;

/// <summary>
/// Opens an incident when games were played on two dates in a row and most of them had no points line before tip-off, and closes it with the first date on which they
/// had. A date without lines is no failure of any run, since a book may be late or closed; that it goes on is nobody's run either, and would be seen in the grades only.
/// </summary>
/// <param name="manifest">What there is to do: whom to ask for lines.</param>
/// <param name="ports">Where schedule and quotes are.</param>
/// <param name="days">Says which dates were looked at in time.</param>
/// <param name="desk">Where incidents are kept and told.</param>
public sealed class LineKeeper(PipelineManifest manifest, Ports ports, GameDays days, IncidentDesk desk)
{
    private const string Key = "lines|player_points";

    // One may be the book's holiday.
    private const int Dates = 2;

    // The All-Star break is a week.
    private const int DaysBack = 14;

    private static readonly TableSchema Quotes = Table<OddsApiPlayerPointsPropsRow>.Instance.Schema;

    // Lines of a date are settled once a day, and every look reads them.
    private readonly Spacing _spacing = new(TimeSpan.FromHours(1));

    /// <summary>Looks at the last dates whose games have all begun, at most once in an hour of the game clock.</summary>
    /// <param name="gameTime">The game clock.</param>
    /// <param name="now">Wall clock, UTC.</param>
    /// <param name="isExpected">Whether a source of lines is switched on: where none is, nobody waits for any.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public async Task RunAsync(DateTimeOffset gameTime, DateTimeOffset now, bool isExpected, CancellationToken cancellationToken)
    {
        if (!isExpected)
        {
            await desk.CloseAsync(Key, "No source of lines is switched on.", now, cancellationToken);
            return;
        }

        if (!_spacing.IsDue(gameTime))
        {
            return;
        }

        var last = await LastAsync(gameTime, cancellationToken);
        if (last.Count == 0)
        {
            await desk.CloseAsync(Key, string.Create(CultureInfo.InvariantCulture, $"No games of the last {DaysBack} days were looked at before they began."), now, cancellationToken);
        }
        else if (last is [{ IsMissed: false }, ..])
        {
            await desk.CloseAsync(Key, $"Games have lines again: {last[0]}.", now, cancellationToken);
        }
        else if (last.Count == Dates && last.All(date => date.IsMissed))
        {
            await desk.RaiseAsync(Of(last, now), cancellationToken);
        }

        _spacing.Looked(gameTime);
    }

    // Newest first.
    private async Task<IReadOnlyList<LineCoverage>> LastAsync(DateTimeOffset gameTime, CancellationToken cancellationToken)
    {
        var today = GameDate.FromInstant(gameTime);
        var schedule = await ports.Warehouse.ReadAsync<NbacScheduleRow>(new GameDateRange(today.AddDays(-DaysBack), today), cancellationToken: cancellationToken);
        var begun = schedule.Where(game => game.IsPredicted()).GroupBy(game => game.GameDate).Where(date => date.All(game => game.TipOff <= gameTime)).OrderByDescending(date => date.Key);

        // A date that was reached afterwards, by a new installation or a walk over the past, could not have lines: its sources say only what is so now.
        var inTime = (await days.ListAsync(new GameDateRange(today.AddDays(-DaysBack), today), cancellationToken))
            .Where(day => day.Visits.Any(visit => visit.Moment == Moment.CutOff && visit.ReachedAt < Moments.InstantOf(Moment.NextMorning, day.Date, firstTip: null)))
            .Select(day => day.Date)
            .ToHashSet();
        var coverage = new List<LineCoverage>();
        foreach (var date in begun.Where(date => inTime.Contains(date.Key)).Take(Dates))
        {
            coverage.Add(await CoverageAsync(date.Key, date.Select(game => game.GameId.ToString()).ToHashSet(StringComparer.Ordinal), cancellationToken));
        }

        return coverage;
    }

    private async Task<LineCoverage> CoverageAsync(GameDate date, HashSet<string> games, CancellationToken cancellationToken)
    {
        var quotes = await ports.Warehouse.ReadAsync(
            new ReadRequest(Quotes, ["game_id"], new GameDateRange(date, date), [new ColumnFilter("captured_before_tip_off", [true])]), cancellationToken);
        return new LineCoverage(date, games.Count, quotes.Rows.Select(row => (string)row[0]!).Distinct(StringComparer.Ordinal).Count(games.Contains));
    }

    private Incident Of(IReadOnlyList<LineCoverage> last, DateTimeOffset now) => new()
    {
        Key = Key,
        Severity = Severity.Warning,
        Title = "No source has points lines",
        Cause = string.Create(
            CultureInfo.InvariantCulture, $"Games with a points line before tip-off: {string.Join("; ", last.Reverse())}; at least {LineCoverage.Wanted * 100:0} % are expected of a date."),
        Done = $"{string.Join(" and ", [ScrapersPhase.PlayerPointsProps.Name, .. manifest.StandInsOf(ScrapersPhase.PlayerPointsProps.Name)])} are asked at every trigger; without a line nothing is advised and nothing is graded.",
        Command = $"nbaprops status --date {last[0].Date}",
        OpenedAt = now,
        UpdatedAt = now,
    };
}
