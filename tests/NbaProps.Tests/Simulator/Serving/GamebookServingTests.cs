using NbaProps.Domain.Injuries;
using NbaProps.RawProcessors.Gamebook;
using NbaProps.Scrapers;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;
using NbaProps.Simulator.Serving;
using NbaProps.Simulator.Serving.Gamebook;

namespace NbaProps.Tests.Simulator.Serving;

/// <summary>Gamebooks as they are served, read by the parser.</summary>
public sealed class GamebookServingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Every_gamebook_of_a_small_season_says_what_happened(long seed)
    {
        var season = Leagues.Pocket(seed);
        foreach (var game in season.Games)
        {
            Compare(season, game, await PdfReading.CarriedAsync(Write(season, game)));
        }
    }

    [SkippableFact]
    public async Task A_night_of_the_whole_league_says_the_same_by_the_tool()
    {
        var date = Leagues.Full.ByDate.First(day => day.Value.Any(game => game.HomeAbsences.Any(absence => absence.IsLateScratch))).Key;
        foreach (var game in Leagues.Full.ByDate[date])
        {
            Compare(Leagues.Full, game, await PdfReading.ByToolAsync(Write(Leagues.Full, game)));
        }
    }

    [Fact]
    public async Task The_record_beside_a_team_has_the_game_in_it()
    {
        var season = Leagues.Pocket(1);
        var text = await PdfReading.CarriedAsync(Write(season, season.Games[^1]));
        var home = season.Games[^1].Scheduled.Home;
        var won = season.Games.Count(game => game.Plan.Of(game.Box.Winner).Team == home);
        text.ShouldContain($"({won}-{12 - won})");
    }

    [Fact]
    public async Task It_is_there_in_the_morning_after_and_not_before_and_other_files_never()
    {
        var season = Leagues.Pocket(1);
        var game = season.Games[0];
        var now = game.Scheduled.Date.AddDays(1).At(3, 59);
        await using var upstream = await SimulatorUpstream.StartAsync(season, () => now);
        using var client = new HttpClient { BaseAddress = upstream.BaseAddress };
        var day = game.Scheduled.Date.ToString().Replace("-", "", StringComparison.Ordinal);
        var path = $"/pdfs/{day}/{day}_{game.Scheduled.Away}{game.Scheduled.Home}";

        (await StatusAsync($"{path}.pdf")).ShouldBe(404);
        now = game.Scheduled.Date.AddDays(1).At(5, 30);
        (await StatusAsync($"{path}.pdf")).ShouldBe(200);
        (await StatusAsync($"{path}_book.pdf")).ShouldBe(404);
        (await StatusAsync("/pdfs/20251399/x.pdf")).ShouldBe(404);
        (await StatusAsync($"/pdfs/{day}/{day}_XXXYYY.pdf")).ShouldBe(404);
        (await client.GetByteArrayAsync(new Uri($"{path}.pdf", UriKind.Relative))).ShouldBe(Write(season, game));

        async Task<int> StatusAsync(string address)
        {
            using var response = await client.GetAsync(new Uri(address, UriKind.Relative));
            return (int)response.StatusCode;
        }
    }

    private static byte[] Write(SimulatedSeason season, SimulatedGame game) => GamebookWriter.Write(new LeagueMoment(season, game.Scheduled.Date.AddDays(2).At(12)), game);

    private static void Compare(SimulatedSeason season, SimulatedGame game, string text)
    {
        using var payload = PdfReading.Payload("nba_gamebook", text);
        var read = GamebookText.Open(payload);
        read.Errors.Errors.ShouldBeEmpty();
        var facts = read.Facts;
        (facts.GameDate, facts.AwayTeam, facts.HomeTeam).ShouldBe((game.Scheduled.Date, game.Scheduled.Away, game.Scheduled.Home));
        facts.DurationMinutes.ShouldBe((int)(game.Ended - game.Scheduled.TipOff).TotalMinutes);
        facts.Attendance!.Value.ShouldBeInRange(14_500, 19_500);
        facts.Officials.Select(official => (official.Number, official.Name)).ShouldBe(Crews.Of(season, game).Select(official => (official.Jersey, official.Name)));
        read.Lines.Select(Said).Order(StringComparer.Ordinal).ShouldBe(new[] { Side.Home, Side.Away }.SelectMany(side => Truth(game, side)).Order(StringComparer.Ordinal));
    }

    private static string Said(GamebookLine line) => line.PlayerStatus == GamebookStatus.Active
        ? $"{line.Team} {line.JerseyNumber} {line.PlayerName} {line.Position ?? "-"} {line.SecondsPlayed} {line.FieldGoalsMade} {line.FieldGoalsAttempted} {line.ThreePointersMade} {line.ThreePointersAttempted} "
            + $"{line.FreeThrowsMade} {line.FreeThrowsAttempted} {line.OffensiveRebounds} {line.DefensiveRebounds} {line.Rebounds} {line.Assists} {line.PersonalFouls} {line.Steals} {line.Turnovers} {line.Blocks} "
            + $"{line.PlusMinus} {line.Points}"
        : $"{line.Team} {line.JerseyNumber} {line.PlayerName} {line.PlayerStatus} {line.Reason}";

    private static IEnumerable<string> Truth(SimulatedGame game, Side side)
    {
        var team = game.Plan.Of(side).Team;
        foreach (var line in game.Box.Of(side))
        {
            yield return line.Seconds == 0
                ? $"{team} {line.Player.Jersey} {line.Player.FullName} DidNotPlay Coach's Decision"
                : $"{team} {line.Player.Jersey} {line.Player.FullName} {(line.Starter ? line.Player.Position.ToString()[..1] : "-")} {line.Seconds} {line.FieldGoalsMade} {line.FieldGoalsAttempted} "
                    + $"{line.ThreesMade} {line.ThreesAttempted} {line.FreeThrowsMade} {line.FreeThrowsAttempted} {line.OffensiveRebounds} {line.DefensiveRebounds} {line.Rebounds} {line.Assists} {line.Fouls} "
                    + $"{line.Steals} {line.Turnovers} {line.Blocks} {line.PlusMinus} {line.Points}";
        }

        foreach (var absence in game.AbsencesOf(side).Where(absence => !absence.Plays))
        {
            yield return absence.IsLateScratch
                ? $"{team} {absence.Player.Jersey} {absence.Player.FullName} DidNotDress {absence.Reason}"
                : $"{team}  {absence.Player.LastName} Inactive {absence.Reason}";
        }
    }
}
