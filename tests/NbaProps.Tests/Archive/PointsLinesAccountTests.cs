using NbaProps.Archive;
using NbaProps.Domain.Calendar;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Archive;

public sealed class PointsLinesAccountTests
{
    [SkippableFact]
    public void Every_one_of_the_10_520_lines_is_served_or_has_a_reason()
    {
        var season = ArchiveFolder.Open(SharedData.Require("data")).Find(new Season(2022))!;
        var served = season.Quotes.Values.SelectMany(books => books).Sum(book => book.Lines.Count);
        var leftOut = season.LeftOut.GroupBy(lines => lines.Reason).ToDictionary(group => group.Key, group => group.Sum(lines => lines.Lines));
        served.ShouldBe(10_436);
        leftOut[LeftOutReason.NoSuchGame].ShouldBe(80);
        leftOut[LeftOutReason.TakenFromTheDatesOwnFile].ShouldBe(4);
        (served + leftOut.Values.Sum()).ShouldBe(10_520);
    }

    [SkippableFact]
    public void Games_without_results_are_a_postponed_one_and_the_play_in()
    {
        var season = ArchiveFolder.Open(SharedData.Require("data")).Find(new Season(2022))!;
        season.LeftOut.Where(lines => lines.Reason == LeftOutReason.NoSuchGame).Select(lines => $"{lines.FileDate} {lines.Pair}").ShouldBe(
        [
            "2023-02-01 wsh @ det", "2023-04-11 atl @ mia", "2023-04-11 min @ lal", "2023-04-12 chi @ tor", "2023-04-12 okc @ no", "2023-04-14 chi @ mia", "2023-04-14 okc @ min",
        ]);
    }

    [SkippableFact]
    public void When_two_files_have_a_game_the_file_of_its_date_wins()
    {
        var season = ArchiveFolder.Open(SharedData.Require("data")).Find(new Season(2022))!;
        var game = season.Games.Single(game => game.Date == new GameDate(2022, 12, 10) && game.Away.Value == "SAS");
        season.Quotes[game.Id].Single().Lines.Count.ShouldBe(15);
    }

    [Fact]
    public void A_game_that_only_the_day_before_has_is_taken_from_there()
    {
        using var folder = new TemporaryArchive();
        folder.Season("2022-23", ("0022200002", "2022-12-28", "DAL", "NYK", 126, 121));
        folder.Lines("2022-23", ("2022-12-27.json", """{"ny @ dal": {"luka doncic": {"pts": {"line": 31.5, "over": "-105", "under": "-125"}, "reb": {"line": 9.5, "over": "-110", "under": "-110"}}}}"""));
        var season = ArchiveFolder.Open(folder.Path).Find(new Season(2022))!;
        season.Quotes.Values.Single().Single().Lines.Single().Player.ShouldBe("luka doncic");
        season.LeftOut.ShouldBeEmpty();
    }
}
