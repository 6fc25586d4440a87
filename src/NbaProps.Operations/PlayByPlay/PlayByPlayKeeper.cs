using System.Globalization;

using NbaProps.Domain.Calendar;
using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Operations.PlayByPlay;

/// <summary>
/// Opens an incident for a date of which too few games had their plays by noon of the next day, and closes it when all of them have, however late. One for
/// each date: a source that is down takes all of a night's games.
/// </summary>
/// <param name="ports">Where plays and captures are.</param>
/// <param name="desk">Where incidents are kept and told.</param>
public sealed class PlayByPlayKeeper(Ports ports, IncidentDesk desk)
{
    private const string Key = "play-by-play|";

    // The last trigger is two days after the game: what is later comes by someone's hand, and closes the incident then.
    private const int DaysBack = 3;

    private readonly PlayByPlayArrivals _arrivals = new(ports);

    // Files come within hours, and every look reads some nights.
    private readonly Spacing _spacing = new(TimeSpan.FromHours(1));

    /// <summary>Looks at the last nights, and at those whose incident lasts, at most once in an hour of the game clock.</summary>
    /// <param name="gameTime">The game clock.</param>
    /// <param name="now">Wall clock, UTC.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public async Task RunAsync(DateTimeOffset gameTime, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!_spacing.IsDue(gameTime))
        {
            return;
        }

        var today = GameDate.FromInstant(gameTime);
        var open = (await desk.OpenAsync(cancellationToken)).Where(incident => incident.Key.StartsWith(Key, StringComparison.Ordinal)).Select(incident => GameDate.Parse(incident.Key[Key.Length..]));
        foreach (var date in new GameDateRange(today.AddDays(-DaysBack), today.AddDays(-1)).Union(open).Order())
        {
            await LookAsync(date, gameTime, now, cancellationToken);
        }

        _spacing.Looked(gameTime);
    }

    private async Task LookAsync(GameDate date, DateTimeOffset gameTime, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var games = await _arrivals.ReadAsync(new GameDateRange(date, date), cancellationToken);
        var missing = games.Where(game => game.Source is null).ToArray();
        if (missing.Length == 0)
        {
            await desk.CloseAsync(Key + date, "The plays of all games are there.", now, cancellationToken);
        }
        else if (PlayByPlayGoal.Of(games, gameTime) is { IsMissed: true } goal)
        {
            await desk.RaiseAsync(Of(date, goal, missing, now), cancellationToken);
        }
    }

    private static Incident Of(GameDate date, PlayByPlayGoal goal, IReadOnlyList<PlayByPlayArrival> missing, DateTimeOffset now) => new()
    {
        Key = Key + date,
        Severity = Severity.Warning,
        Title = $"Play-by-play of {date} came too late or is missing",
        Cause = $"{goal}; without any are {string.Join(", ", missing.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Game.GameId} {one.Game.AwayTeam} @ {one.Game.HomeTeam}")))}.",
        Done = "Asked for at every trigger so far.",
        Command = $"nbaprops status --date {date}",
        OpenedAt = now,
        UpdatedAt = now,
    };
}
