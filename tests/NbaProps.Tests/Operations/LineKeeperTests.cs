using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Operations.Lines;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline;
using NbaProps.Tests.Support;

using static NbaProps.Tests.Support.GameRows;

namespace NbaProps.Tests.Operations;

public sealed class LineKeeperTests
{
    private readonly WatchedPipeline _pipeline = new(new FakeTimeProvider(), works: null);
    private readonly Notes _notes = new();
    private readonly IncidentLog _log;
    private readonly LineKeeper _keeper;

    public LineKeeperTests()
    {
        _log = new IncidentLog(_pipeline.State);
        _keeper = new LineKeeper(NbaPipeline.Manifest, _pipeline.Runtime.Ports, _pipeline.Runtime.Days, new IncidentDesk(_log, _notes));
    }

    [Fact]
    [Trait("Incident", "I-34")]
    public async Task Two_dates_in_a_row_without_lines_are_one_incident_until_a_date_has_them_again()
    {
        await PlayedAsync(daysBack: 4, games: 2, withLines: 2);
        await PlayedAsync(daysBack: 3, games: 2, withLines: 0);
        await LookAsync(daysBack: 3);
        _notes.Told.ShouldBeEmpty();

        // A day without a game lies between.
        await PlayedAsync(daysBack: 1, games: 3, withLines: 1);
        await LookAsync(daysBack: 1);
        var incident = _notes.Told.ShouldHaveSingleItem();
        (incident.Key, incident.Severity, incident.Command).ShouldBe(("lines|player_points", Severity.Warning, "nbaprops status --date 2022-12-26"));
        incident.Cause.ShouldBe("Games with a points line before tip-off: 2022-12-24: 0 of 2; 2022-12-26: 1 of 3; at least 50 % are expected of a date.");
        incident.Done.ShouldBe("odds_api_player_points and bettingpros_points are asked at every trigger; without a line nothing is advised and nothing is graded.");

        await PlayedAsync(daysBack: 0, games: 1, withLines: 0);
        await LookAsync(daysBack: 0);
        (_notes.Told.Count, (await _log.OpenAsync(CancellationToken.None)).Single().Cause).ShouldBe((1, "Games with a points line before tip-off: 2022-12-26: 1 of 3; 2022-12-27: 0 of 1; at least 50 % are expected of a date."));

        await PlayedAsync(daysBack: -1, games: 2, withLines: 1);
        await LookAsync(daysBack: -1);
        (_notes.Told.Count, _notes.Told[^1].IsOpen, _notes.Told[^1].Done).ShouldBe((2, false, "Games have lines again: 2022-12-28: 1 of 2."));
        (await _log.OpenAsync(CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_quote_from_during_the_game_and_one_of_a_game_that_is_not_played_are_none()
    {
        await PlayedAsync(daysBack: 1, games: 1, withLines: 0);
        await PlayedAsync(daysBack: 0, games: 1, withLines: 0);
        await _pipeline.PutAsync(Day, Prop(1, 20.5m, Tip.AddMinutes(5)) with { GameId = IdOf(0, 0) }, Prop(2, 20.5m) with { GameId = IdOf(0, 7) });
        await LookAsync(daysBack: 0);
        _notes.Told.ShouldHaveSingleItem().Cause.ShouldContain("2022-12-27: 0 of 1;");
    }

    [Fact]
    public async Task A_date_of_which_a_game_is_still_to_begin_says_nothing_yet()
    {
        await PlayedAsync(daysBack: 1, games: 1, withLines: 0);
        await PlayedAsync(daysBack: 0, games: 1, withLines: 0);
        await _keeper.RunAsync(Tip.AddSeconds(-1), Tip, isExpected: true, CancellationToken.None);
        _notes.Told.ShouldBeEmpty();

        // The next look is an hour later: each of them reads the quotes of two dates.
        await _keeper.RunAsync(Tip, Tip, isExpected: true, CancellationToken.None);
        _notes.Told.ShouldBeEmpty();
        await _keeper.RunAsync(Tip.AddHours(1), Tip, isExpected: true, CancellationToken.None);
        _notes.Told.Count.ShouldBe(1);
    }

    // A new installation reaches the two days before its own: nobody could have asked for their lines.
    [Fact]
    public async Task Dates_that_were_reached_afterwards_do_not_count()
    {
        await PlayedAsync(daysBack: 1, games: 2, withLines: 0, reachedAt: Day.AddDays(-1).At(30));
        await PlayedAsync(daysBack: 0, games: 2, withLines: 0, reachedAt: Day.At(30));
        await LookAsync(daysBack: 0);
        _notes.Told.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false, 0, "No source of lines is switched on.")]
    [InlineData(true, -40, "No games of the last 14 days were looked at before they began.")]
    public async Task It_is_over_when_nobody_expects_lines_any_more(bool isExpected, int daysBack, string because)
    {
        await PlayedAsync(daysBack: 1, games: 2, withLines: 0);
        await PlayedAsync(daysBack: 0, games: 2, withLines: 0);
        await LookAsync(daysBack: 0);
        _notes.Told.ShouldHaveSingleItem();

        await _keeper.RunAsync(Tip.AddDays(-daysBack), Tip, isExpected, CancellationToken.None);
        (_notes.Told.Count, _notes.Told[^1].IsOpen, _notes.Told[^1].Done).ShouldBe((2, false, because));
    }

    [Fact]
    public async Task Postponed_games_are_not_counted()
    {
        await PlayedAsync(daysBack: 1, games: 1, withLines: 0);
        await _pipeline.PutAsync(Day, Scheduled() with { Postponed = true });
        await LookAsync(daysBack: 0);
        _notes.Told.ShouldBeEmpty();
    }

    private static GameId IdOf(int daysBack, int number) => GameId.Create(GameRows.Season, SeasonPhase.Regular, 500 - (10 * daysBack) + number);

    // Of each game with lines two, of different players: it is games that count.
    private async Task PlayedAsync(int daysBack, int games, int withLines, DateTimeOffset? reachedAt = null)
    {
        var date = Day.AddDays(-daysBack);
        await _pipeline.ReachAsync(date, Moment.CutOff, reachedAt);
        await _pipeline.PutAsync(date, [.. Enumerable.Range(0, games).Select(number => Scheduled() with { GameDate = date, GameId = IdOf(daysBack, number), TipOff = Tip.AddDays(-daysBack) })]);
        await _pipeline.PutAsync(date, [.. Enumerable.Range(0, 2 * withLines).Select(number =>
            Prop(number, 20.5m) with { GameDate = date, GameId = IdOf(daysBack, number / 2), SnapshotAt = date.At(10), AsOf = date.At(10) })]);
    }

    private Task LookAsync(int daysBack) => _keeper.RunAsync(Tip.AddDays(-daysBack), Tip, isExpected: true, CancellationToken.None);
}
