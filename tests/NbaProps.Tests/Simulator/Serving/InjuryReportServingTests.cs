using NbaProps.Domain.Calendar;
using NbaProps.Domain.Injuries;
using NbaProps.RawProcessors.InjuryReport;
using NbaProps.Scrapers.Nba;
using NbaProps.Scrapers;
using NbaProps.Shared.Pipeline;
using NbaProps.Simulator.Books;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;
using NbaProps.Simulator.Serving.InjuryReport;
using NbaProps.Simulator.Serving.Pdf;
using NbaProps.Simulator.Serving;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Simulator.Serving;

/// <summary>The league's injury report as it is served, read by the parser.</summary>
public sealed class InjuryReportServingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task At_noon_it_says_what_was_said_early_and_before_the_last_start_what_was_said_last(long seed)
    {
        var season = Leagues.Pocket(seed);
        foreach (var (date, games) in season.ByDate)
        {
            var matinee = games.Min(game => game.Scheduled.TipOff) < date.At(15);
            (await RowsAsync(season, date, matinee ? date.At(12) : date.At(12, 30))).ShouldBe(Truth(games, absence => absence.Early));
            var last = games.Max(game => game.Scheduled.TipOff);
            (await RowsAsync(season, date, last)).ShouldBe(Truth(games, absence => absence.Final));
        }
    }

    [SkippableFact]
    public async Task A_night_of_the_whole_league_fills_pages_and_is_read_without_a_difference_from_what_the_tool_says()
    {
        var date = Leagues.Full.ByDate.First(day => day.Key > new GameDate(2026, 1, 10) && day.Value.Count >= 8).Key;
        var pdf = Pdf(Leagues.Full, date.AddDays(1).At(0).AddHours(-2), date.AddDays(1).At(0));
        var text = await PdfReading.ByToolAsync(pdf);

        text.Count(letter => letter == '\f').ShouldBeGreaterThan(2);
        Lines(text, date).ShouldBe(Truth(Leagues.Full.ByDate[date], absence => absence.Final));
        Lines(text, date).ShouldBe(Lines(await PdfReading.CarriedAsync(pdf), date));
        text.ShouldContain("Injury/Illness - ");
    }

    [Fact]
    public void Before_the_first_words_teams_have_not_submitted_and_who_plays_the_night_before_is_the_last()
    {
        var season = Leagues.Pocket(1);
        var second = season.ByDate.Keys.Order().ElementAt(1);

        Edition(season, second, second.AddDays(-1).At(20, 30)).ShouldAllBe(team => team.Listed == null);
        Edition(season, second, second.At(12, 30)).ShouldAllBe(team => team.Listed != null);
        var first = season.ByDate.Keys.Min();
        Edition(season, first, first.AddDays(-1).At(20, 30)).ShouldAllBe(team => team.Listed != null);
        Edition(season, first, first.AddDays(-1).At(17, 30)).ShouldContain(team => team.Listed == null);
    }

    [Fact]
    public void There_is_one_in_each_slot_from_five_the_afternoon_before_to_the_last_start_and_none_before_its_time()
    {
        var season = Leagues.Pocket(1);
        var first = season.ByDate.Keys.Min();
        var end = season.ByDate[first].Max(game => game.Scheduled.TipOff);

        Published(season, first.AddDays(-1).At(16, 30)).ShouldBeNull();
        Published(season, first.AddDays(-1).At(17, 30)).ShouldNotBeNull();
        Published(season, end).ShouldNotBeNull();
        var last = season.ByDate.Keys.Max();
        Published(season, season.ByDate[last].Max(game => game.Scheduled.TipOff).AddMinutes(60)).ShouldBeNull();

        var slot = ReportSlot.Of(Name(first, "12PM"))!.Value;
        slot.PublishedAt.ShouldBe(first.At(12, 30));
        ReportEdition.Of(new(season, first.At(12, 29)), slot).ShouldBeNull();
        ReportEdition.Of(new(season, first.At(12, 30)), slot).ShouldNotBeNull();
    }

    [Fact]
    public void A_file_stays_what_it_was_and_no_edition_knows_a_trade_before_it_is_made()
    {
        var season = Leagues.Full;
        var listed = 0;
        foreach (var date in season.Moves.Select(move => move.Date).Distinct())
        {
            var evening = date.AddDays(-1).At(22, 30);
            Pdf(season, evening, evening).ShouldBe(Pdf(season, evening, evening.AddDays(9)));
            var traded = season.Moves.Where(move => move.Date == date).ToArray();
            var before = Edition(season, date, evening).Where(team => team.Listed != null).ToArray();
            before.ShouldAllBe(team => !team.Listed!.Any(player => traded.Any(move => move.To == team.Team && ReferenceEquals(move.Player, player.Absence.Player))));
            listed += Edition(season, date, date.At(13, 30)).Count(team => team.Listed?.Any(player => traded.Any(move => move.To == team.Team && ReferenceEquals(move.Player, player.Absence.Player))) == true);
        }

        listed.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("2025-12-22", "06PM", "18:30")]
    [InlineData("2025-12-23", "06_15PM", "18:15")]
    [InlineData("2025-12-23", "12_00AM", "00:00")]
    [InlineData("2025-12-22", "06_15PM", null)]
    [InlineData("2025-12-23", "06PM", null)]
    [InlineData("2025-12-23", "06_10PM", null)]
    [InlineData("2025-12-33", "06PM", null)]
    [InlineData("2025-12-22", "", null)]
    public void Files_are_named_by_the_hour_and_since_the_twenty_third_of_December_by_the_quarter(string date, string time, string? at) =>
        (ReportSlot.Of($"Injury-Report_{date}_{time}.pdf") is { } slot ? $"{GameDate.ToEastern(slot.PublishedAt):yyyy-MM-dd HH:mm}" : null).ShouldBe(at is null ? null : $"{date} {at}");

    [Theory]
    [InlineData("Injury-Report_.pdf")]
    [InlineData("Injury-Report_2025-12-22_06PM.txt")]
    [InlineData("favicon.ico")]
    public void Other_files_are_none_of_the_leagues(string file) => ReportSlot.Of(file).ShouldBeNull();

    [Fact]
    public async Task The_scraper_finds_the_newest_edition_at_every_look()
    {
        var season = Leagues.Pocket(2);
        var date = season.ByDate.Keys.Order().ElementAt(3);
        var now = date.At(10);
        await using var upstream = await SimulatorUpstream.StartAsync(season, () => now);
        using var client = new HttpClient { BaseAddress = upstream.BaseAddress };
        var scraper = new InjuryReportScraper(new CarriedText());
        foreach (var (asOf, title) in new[] { (date.At(10), "09:30 AM"), (date.At(18, 30), "06:30 PM") })
        {
            now = asOf;
            var scrape = await scraper.FetchAsync(new ScrapeContext(date, asOf, new HttpUpstream(client)), CancellationToken.None);
            scrape.State.ShouldBe(RunState.Succeeded);
            System.Text.Encoding.UTF8.GetString(scrape.Payloads[1].Bytes.Span).ShouldContain($"Injury Report: {date.ToDateOnly():MM/dd/yy} {title}");
        }
    }

    private static string Name(GameDate date, string time) => $"Injury-Report_{date}_{time}.pdf";

    private static ReportSlot Slot(DateTimeOffset publishedAt) => new(GameDate.FromInstant(publishedAt), publishedAt);

    private static IReadOnlyList<TeamReport>? Published(SimulatedSeason season, DateTimeOffset at) => ReportEdition.Of(new(season, at), Slot(at));

    private static IReadOnlyList<TeamReport> Edition(SimulatedSeason season, GameDate date, DateTimeOffset at) =>
        [.. Published(season, at)!.Where(team => team.Game.Scheduled.Date == date)];

    private static byte[] Pdf(SimulatedSeason season, DateTimeOffset publishedAt, DateTimeOffset now) =>
        ReportLayout.Write(publishedAt, ReportEdition.Of(new(season, now), Slot(publishedAt))!);

    private static async Task<string[]> RowsAsync(SimulatedSeason season, GameDate date, DateTimeOffset at) =>
        Lines(await PdfReading.CarriedAsync(Pdf(season, at, at)), date);

    private static string[] Lines(string text, GameDate date)
    {
        using var payload = PdfReading.Payload("nba_injury_report", text);
        var reading = InjuryReportText.Read(payload);
        reading.LeftOut.ShouldAllBe(left => left.EndsWith("NOT YET SUBMITTED", StringComparison.Ordinal) || left.EndsWith("no player is listed", StringComparison.Ordinal));
        return [.. reading.Rows.Where(row => row.GameDate == date)
            .Select(row => $"{row.GameTime} {row.AwayTeam}@{row.HomeTeam} {row.Team} {row.PlayerName} {row.Status} {row.Reason}").Order(StringComparer.Ordinal)];
    }

    private static string[] Truth(IEnumerable<SimulatedGame> games, Func<NbaProps.Simulator.Health.Absence, InjuryStatus?> status) =>
        [.. games.SelectMany(game => new[] { Side.Home, Side.Away }.SelectMany(side => game.AbsencesOf(side).Where(absence => status(absence) is not null).Select(absence =>
            $"{GameDate.ToEastern(game.Scheduled.TipOff):hh:mm} {game.Scheduled.Away}@{game.Scheduled.Home} {game.Plan.Of(side).Team} "
            + $"{PlainLetters.Of(absence.Player.LastName)}, {PlainLetters.Of(absence.Player.GivenName)} {status(absence)} {absence.Reason}"))).Order(StringComparer.Ordinal)];
}
