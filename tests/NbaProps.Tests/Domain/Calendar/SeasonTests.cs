using System.Globalization;
using NbaProps.Domain.Calendar;
using NbaProps.Tests.Domain.Support;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Domain.Calendar;

public sealed class SeasonTests
{
    [Theory]
    [InlineData("2022-10-18", "2022-23")]
    [InlineData("2022-12-31", "2022-23")]
    [InlineData("2023-01-01", "2022-23")]
    [InlineData("2023-06-12", "2022-23")]
    [InlineData("2023-09-15", "2022-23")]
    [InlineData("2023-09-16", "2023-24")]
    [InlineData("2018-09-28", "2018-19")]
    [InlineData("2021-07-20", "2020-21")]
    public void A_date_belongs_to_the_season_it_is_played_in(string date, string season)
        => Season.FromGameDate(GameDate.Parse(date)).Label.ShouldBe(season);

    [Theory]
    [InlineData("2020-08-14", "2019-20")]
    [InlineData("2020-10-11", "2019-20")]
    [InlineData("2020-11-30", "2019-20")]
    [InlineData("2020-12-11", "2020-21")]
    [InlineData("2020-12-22", "2020-21")]
    public void The_season_finished_in_the_bubble_lasts_into_the_autumn(string date, string season)
        => Season.FromGameDate(GameDate.Parse(date)).Label.ShouldBe(season);

    [Theory]
    [InlineData(1999, "1999-00")]
    [InlineData(2009, "2009-10")]
    [InlineData(2022, "2022-23")]
    public void Its_label_names_both_years(int year, string label) => new Season(year).ToString().ShouldBe(label);

    [Fact]
    public void The_leagues_season_id_is_read_back_as_written()
    {
        new Season(2022).NbaSeasonId(SeasonPhase.Regular).ShouldBe(22022);
        foreach (var phase in SeasonPhases.All)
        {
            Season.TryFromNbaSeasonId(new Season(2023).NbaSeasonId(phase), out var season, out var read).ShouldBeTrue();
            (season, read).ShouldBe((new Season(2023), phase));
        }
    }

    [Theory]
    [InlineData(2022)]
    [InlineData(72022)]
    [InlineData(21900)]
    [InlineData(-22022)]
    [InlineData(0)]
    public void A_number_that_names_no_phase_and_season_is_refused(int seasonId)
        => Season.TryFromNbaSeasonId(seasonId, out _, out _).ShouldBeFalse();

    [Fact]
    public void Seasons_follow_each_other()
    {
        var season = Season.Parse("2022-23");
        season.Next.Previous.ShouldBe(season);
        (season.Next > season && season.Previous < season && season.Next >= season && season.Previous <= season).ShouldBeTrue();
        season.EndYear.ShouldBe(2023);
    }

    [Fact]
    public void A_phase_is_read_back_from_its_stored_name()
    {
        SeasonPhases.All.Select(phase => phase.ToStorageName()).ShouldBe(["preseason", "regular", "all_star", "playoffs", "play_in", "cup_final"]);
        SeasonPhases.All.ShouldAllBe(phase => SeasonPhases.Parse(phase.ToStorageName()) == phase);
        SeasonPhases.All.ShouldBe(Enum.GetValues<SeasonPhase>());
        Should.Throw<ArgumentOutOfRangeException>(() => default(SeasonPhase).ToStorageName());
        SeasonPhases.TryParse("Regular", out _).ShouldBeFalse();
    }

    [SkippableFact]
    public void Every_game_of_eight_seasons_has_the_season_that_its_date_its_id_and_the_league_say()
    {
        foreach (var file in Directory.GetFiles(SharedData.Require("data/nba-gamelogs"), "games_*.csv.gz"))
        {
            foreach (var row in RealRows.Csv(file))
            {
                var id = NbaProps.Domain.GameId.Parse(row["GAME_ID"]);
                id.Season.ShouldBe(Season.FromGameDate(GameDate.Parse(row["GAME_DATE"])));
                id.Season.NbaSeasonId(id.Phase).ToString(CultureInfo.InvariantCulture).ShouldBe(row["SEASON_ID"]);
            }
        }
    }
}
