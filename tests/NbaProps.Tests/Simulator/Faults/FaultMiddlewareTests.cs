using NbaProps.Simulator.Faults;
using NbaProps.Tests.Simulator.Serving;
using NbaProps.Tests.Simulator.Serving.Nba;

namespace NbaProps.Tests.Simulator.Faults;

/// <summary>Answers over HTTP, changed by a script.</summary>
public sealed class FaultMiddlewareTests
{
    [Fact]
    public async Task An_outage_strikes_its_feed_and_date_while_it_lasts_and_nothing_else()
    {
        var season = Leagues.Pocket(1);
        var (date, next) = (season.Games[6].Scheduled.Date, season.Games[6].Scheduled.Date.AddDays(1));
        await using var served = await Served.Of(season, new FaultScript(new Fault(FaultKind.ServerError, "nba_player_gamelog") { Date = date, From = next.At(4), Until = next.At(9) }));

        foreach (var (hour, status) in new[] { (3, 200), (4, 500), (8, 500), (9, 200) })
        {
            served.MoveTo(next.At(hour));
            (await served.Status(NbaAddresses.Log("P", "Regular Season", date))).ShouldBe(status, $"{hour}");
            (await served.Status(NbaAddresses.Log("P", "Regular Season", next))).ShouldBe(200);
            (await served.Status(NbaAddresses.Log("T", "Regular Season", date))).ShouldBe(200);
        }
    }

    [Fact]
    public async Task A_fault_of_some_requests_strikes_the_first_ones_and_a_games_fault_the_game_alone()
    {
        var season = Leagues.Pocket(1);
        var games = season.ByDate[season.Games[6].Scheduled.Date];
        await using var served = await Served.Of(season, new FaultScript(new Fault(FaultKind.NotFound, "nba_playbyplay") { Game = games[0].Scheduled.Id, Requests = 2 }));

        int[] statuses = [await Ask(0), await Ask(1), await Ask(0), await Ask(0), await Ask(1)];
        statuses.ShouldBe([404, 200, 404, 200, 200]);
        Task<int> Ask(int game) => served.Status(NbaAddresses.Plays(games[game]));
    }

    [Fact]
    public async Task Whoever_is_slow_answers_nothing_until_the_caller_gives_up()
    {
        var season = Leagues.Pocket(1);
        await using var served = await Served.Of(season, new FaultScript(new Fault(FaultKind.Slow, "nba_schedule")));
        using var patience = new CancellationTokenSource();
        using var client = new HttpClient { BaseAddress = served.BaseAddress };

        var answer = client.GetAsync(new Uri(NbaAddresses.Schedule, UriKind.Relative), patience.Token);
        (await served.Status(NbaAddresses.ScheduleCdn)).ShouldBe(200);
        answer.IsCompleted.ShouldBeFalse();
        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(answer);
    }

    [Fact]
    public async Task What_is_cut_off_has_the_length_that_it_says()
    {
        var season = Leagues.Pocket(1);
        await using var served = await Served.Of(season, new FaultScript(new Fault(FaultKind.Truncated, "nba_schedule")));
        using var client = new HttpClient { BaseAddress = served.BaseAddress };

        using var answer = await client.GetAsync(new Uri(NbaAddresses.Schedule, UriKind.Relative));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        (answer.Content.Headers.ContentLength, (int)answer.StatusCode).ShouldBe((bytes.Length, 200));
        bytes.Length.ShouldBeGreaterThan(100);
        bytes[^1].ShouldNotBe((byte)'}');
    }

    [Fact]
    public async Task Without_faults_every_answer_is_what_it_was_and_with_faults_of_others_too()
    {
        var season = Leagues.Pocket(1);
        await using var well = await Served.Of(season);
        await using var others = await Served.Of(season, new FaultScript(new Fault(FaultKind.Html, "bigdataball")));
        foreach (var address in new[] { NbaAddresses.Schedule, NbaAddresses.Players, NbaAddresses.Today, NbaAddresses.CdnBox(season.Games[0]) })
        {
            (await others.Bytes(address)).ShouldBe((await well.Bytes(address)).ShouldNotBeNull());
        }
    }
}
