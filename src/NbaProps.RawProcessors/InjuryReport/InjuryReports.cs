using NbaProps.Domain.Calendar;
using NbaProps.Domain.Injuries;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.BallDontLie;
using NbaProps.RawProcessors.Espn;
using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline.Captures;
using NbaProps.Shared.Quality.Aliases;

namespace NbaProps.RawProcessors.InjuryReport;

/// <summary>
/// Collects the rows of a date's reports, which come newest first and the league's before those of stand-ins: what stands already stands. Players
/// of teams that do not play on the date are no rows of it.
/// </summary>
internal sealed class InjuryReports(GameDate date, IReadOnlyList<NbacScheduleRow> schedule)
{
    private const string League = NameSources.InjuryReport;

    private readonly Dictionary<(TeamTricode Team, NameKey Name, DateTimeOffset ReportAt), InjuryReportRow> _rows = [];
    private readonly Dictionary<DateTimeOffset, string> _reports = [];
    private readonly SortedSet<string> _missing = new(StringComparer.Ordinal);
    private DateTimeOffset? _newest;
    private int _notSubmitted;

    /// <summary>All rows, by key.</summary>
    public IReadOnlyList<InjuryReportRow> Rows =>
        [.. _rows.OrderBy(row => row.Key.Team).ThenBy(row => row.Key.Name).ThenBy(row => row.Key.ReportAt).Select(row => row.Value)];

    /// <summary>What could not be placed or understood.</summary>
    public IReadOnlyCollection<string> Missing => _missing;

    /// <summary>What the newest report of the league does not have; empty when it has all.</summary>
    public string Notes => _notSubmitted == 0 ? string.Empty : FormattableString.Invariant($"; {_notSubmitted} lines of the newest report are no players: teams that have not submitted, or pieces of reasons");

    /// <summary>Adds a report of the league. Captured again, a report is one report: the newest capture is it.</summary>
    public void Add(Reading<InjuryReportLine> report, CapturedPayload payload)
    {
        if (_newest is null)
        {
            (_newest, _notSubmitted) = (payload.CapturedAt, report.LeftOut.Count);
        }

        foreach (var line in report.Rows)
        {
            if (!_reports.TryAdd(line.ReportAt, payload.Path) && !string.Equals(_reports[line.ReportAt], payload.Path, StringComparison.Ordinal))
            {
                return;
            }

            if (line.GameDate != date)
            {
                continue;
            }

            var game = schedule.FirstOrDefault(game => game.HomeTeam == line.HomeTeam && game.AwayTeam == line.AwayTeam);
            if (game is null)
            {
                _missing.Add($"the schedule of {date} has no game {line.AwayTeam}@{line.HomeTeam}, which a report names");
            }

            Take(new InjuryReportRow
            {
                GameDate = date, Team = line.Team, NameKey = line.NameKey, ReportAt = line.ReportAt, GameId = game?.GameId, GameTime = line.GameTime,
                AwayTeam = line.AwayTeam, HomeTeam = line.HomeTeam, PlayerId = null, PlayerName = line.PlayerName, InjuryStatus = line.Status.ToStorageName(),
                Reason = line.Reason, ReasonCategory = line.ReasonCategory?.ToStorageName(), Source = League, AsOf = payload.AsOf,
            });
        }
    }

    /// <summary>Adds a page of balldontlie's list.</summary>
    public void Add(Reading<BallDontLieInjury> page, CapturedPayload payload)
    {
        foreach (var line in page.Rows)
        {
            if (line.Team is { } team)
            {
                Take(payload, NameSources.BallDontLie, team, (line.PlayerName, line.NameKey), [line.Status], line.Description);
            }
        }
    }

    /// <summary>Adds the injuries that a roster of ESPN's states.</summary>
    public void Add(Reading<EspnRosterLine> roster, CapturedPayload payload)
    {
        foreach (var line in roster.Rows.Where(line => line.InjuryStatus is not null))
        {
            Take(payload, NameSources.Espn, line.Team, (line.PlayerName, line.NameKey), line.InjuryStatus!.Split(", "), reason: null);
        }
    }

    private void Take(CapturedPayload payload, string source, TeamTricode team, (string Name, NameKey Key) player, IReadOnlyList<string> statuses, string? reason)
    {
        if (schedule.FirstOrDefault(game => game.HomeTeam == team || game.AwayTeam == team) is not { } game)
        {
            return;
        }

        if (StandInStatus.Of(statuses) is not { } status)
        {
            _missing.Add($"{payload.Path}: {player.Name} ({team}) is '{string.Join(", ", statuses)}'; accepted are {StandInStatus.Accepted}");
            return;
        }

        Take(new InjuryReportRow
        {
            GameDate = date, Team = team, NameKey = player.Key, ReportAt = payload.CapturedAt, GameId = game.GameId, GameTime = null, AwayTeam = game.AwayTeam,
            HomeTeam = game.HomeTeam, PlayerId = null, PlayerName = player.Name, InjuryStatus = status, Reason = reason, ReasonCategory = null, Source = source,
            AsOf = payload.AsOf,
        });
    }

    private void Take(InjuryReportRow row)
    {
        // Two sources that speak at one instant are no contradiction: the earlier of the chain is heard.
        var key = (row.Team, row.NameKey, row.ReportAt);
        if (!_rows.TryAdd(key, row) && string.Equals(_rows[key].Source, row.Source, StringComparison.Ordinal))
        {
            _missing.Add($"{row.PlayerName} ({row.Team}) stands twice in what {row.Source} said at {row.ReportAt:u}; the first counts, not '{row.InjuryStatus}, {row.Reason}'");
        }
    }
}
