using NbaProps.Archive;
using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.BoxScores;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Warehouse;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Archive;

public sealed class AllSeasonsTests
{
    [SkippableTheory]
    [InlineData(2015, 26_078, 1_230)]
    [InlineData(2016, 26_139, 1_230)]
    [InlineData(2017, 26_107, 1_230)]
    [InlineData(2018, 26_101, 1_230)]
    [InlineData(2019, 22_393, 1_059)]
    [InlineData(2020, 23_054 + 1_864, 1_080 + 85)]
    [InlineData(2021, 26_039 + 1_892, 1_230 + 87)]
    [InlineData(2022, 25_895 + 1_728, 1_230 + 84)]
    public void Every_line_of_every_season_is_served_and_read(int startYear, int lines, int games)
    {
        var season = ArchiveFolder.Open(SharedData.Require("data")).Find(new Season(startYear))!;
        var players = new List<NbacPlayerBoxscoreRow>();
        var teams = new List<NbacTeamBoxscoreRow>();
        foreach (var date in season.Games.Select(game => game.Date).Distinct())
        {
            Season.FromGameDate(date).ShouldBe(season.Season);
            players.AddRange(Rows(new PlayerBoxscoresProcessor(), season, date, players: true));
            teams.AddRange(Rows(new TeamBoxscoreProcessor(), season, date, players: false));
        }

        (players.Count, teams.Count, season.Games.Count).ShouldBe((lines, 2 * games, games));
        teams.Sum(row => row.Points).ShouldBe(players.Sum(row => row.Points));
        players.Where(row => row.OffensiveRebounds + row.DefensiveRebounds != row.Rebounds).ShouldBeEmpty();
    }

    private static IReadOnlyList<TRow> Rows<TRow>(IProcessor<TRow> processor, ArchiveSeason season, GameDate date, bool players)
        where TRow : WarehouseRow
    {
        var inputs = new FakeInputs().Of(processor.Declaration);
        foreach (var seasonType in new[] { "Regular Season", "Playoffs" })
        {
            var query = new GameLogQuery(season.Season, seasonType, players, date, date);
            inputs.WithCapture(Runs.ScraperOf(processor.Declaration), date.At(30), GameLogResponse.Write(query, season, new ArchiveMoment(date.At(30))));
        }

        var run = processor.Compute(inputs, Runs.Of(date));
        run.State.ShouldBe(RunState.Succeeded, $"{date}: {run.Reason}");
        RowRules.Require(Table<TRow>.Instance.Schema, new Partition(date), [.. run.Rows.Select(Table<TRow>.Instance.ToValues)]);
        return run.Rows;
    }
}
