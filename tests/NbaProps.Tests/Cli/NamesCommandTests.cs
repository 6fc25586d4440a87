using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Reference;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Quality.Aliases;
using NbaProps.Shared.Warehouse;
using NbaProps.Tests.Support;

using static NbaProps.Tests.Support.NameExamples;

namespace NbaProps.Tests.Cli;

/// <summary>How an owner looks at names that resolve to nobody and says whom they mean.</summary>
public sealed class NamesCommandTests : InProcess
{
    private static readonly PlayersRegistryRow[] Players =
    [
        Seen(11, "Jayson Tatum", "BOS"), Seen(12, "Same Name", "BOS"), Seen(13, "Same Name", "NYK"), Seen(14, "Jalen Brunson", "NYK"), Seen(15, "Jalen Brunston", "OKC"), Seen(16, "Late Comer", "BOS"),
    ];

    [Fact]
    public async Task Names_are_listed_by_source_with_whom_they_may_mean_and_what_to_type()
    {
        await FillAsync(
            Unresolved("Jay Tatum", times: 3), Unresolved("Jay Tatum", daysBack: 4), Unresolved("Jay Tatum", "espn", daysBack: 2), Unresolved("Same Name", reason: "ambiguous"),
            Unresolved("Quite Else", times: 1), Unresolved("Late Comer", daysBack: 9));

        (await RunAsync("names", "list")).ShouldBe(new Answer(
            0,
            """
            Jay Tatum in odds_api, unknown: 5 times from 2022-12-23 to 2022-12-27, NYK@BOS, NYK@BOS
              perhaps Jayson Tatum (BOS), who has the last name and is of the game: nbaprops names alias "jay tatum" 11 --source odds_api
            Jay Tatum in espn, unknown: 2 times on 2022-12-25, NYK@BOS
              perhaps Jayson Tatum (BOS), who has the last name and is of the game: nbaprops names alias "jay tatum" 11 --source espn
            Same Name in odds_api, ambiguous: 2 times on 2022-12-27, NYK@BOS
              perhaps Same Name (BOS), who bears the name: nbaprops names alias "same name" 12 --source odds_api
              perhaps Same Name (NYK), who bears the name: nbaprops names alias "same name" 13 --source odds_api
            Quite Else in odds_api, unknown: once on 2022-12-27, NYK@BOS
              nobody is like it; with his id: nbaprops names alias "quite else" PLAYER_ID --source odds_api
            1 name was its player's before he had appeared, and resolves by now.

            """,
            string.Empty));
    }

    [Fact]
    public async Task As_json_each_name_has_its_dates_games_suggestions_and_command()
    {
        await FillAsync(Unresolved("Jay Tatum"), Unresolved("Jay Tatum", daysBack: 4), Unresolved("Late Comer", daysBack: 9));

        var names = (await RunAsync("names", "list", "--json")).Json();
        names.GetArrayLength().ShouldBe(2);
        names[0].GetRawText().ShouldBe(
            """
            {"source":"odds_api","name":"jay tatum","player_name":"Jay Tatum","reason":"unknown","occurrences":4,"first_date":"2022-12-23","last_date":"2022-12-27",
            "games":[{"game_id":"0022200496","game_date":"2022-12-23","home_team":"BOS","away_team":"NYK"},{"game_id":"0022200512","game_date":"2022-12-27","home_team":"BOS","away_team":"NYK"}],
            "resolves_now":null,"alias":null,"suggestions":[{"player_id":11,"player_name":"Jayson Tatum","team":"BOS","last_seen":"2022-12-25","why":"has the last name and is of the game",
            "command":"nbaprops names alias \"jay tatum\" 11 --source odds_api"}],"command":"nbaprops names alias \"jay tatum\" 11 --source odds_api"}
            """.ReplaceLineEndings(string.Empty));
        (names[1].GetProperty("resolves_now").GetInt64(), names[1].GetProperty("command").ValueKind).ShouldBe((16, System.Text.Json.JsonValueKind.Null));
    }

    [Fact]
    public async Task Dates_and_source_narrow_the_list()
    {
        await FillAsync(Unresolved("Jay Tatum"), Unresolved("Ann Odd", "espn", daysBack: 4));

        (await NamesAsync("--source", "espn")).ShouldBe(["ann odd"]);
        (await NamesAsync("--from", "2022-12-24")).ShouldBe(["jay tatum"]);
        (await NamesAsync("--to", "2022-12-24")).ShouldBe(["ann odd"]);
        (await RunAsync("names", "list", "--to", "2022-12-01")).ShouldBe(new Answer(0, "There is none.\n", string.Empty));
    }

    [Fact]
    public async Task An_alias_counts_from_the_first_date_of_the_name_and_says_what_computes_it()
    {
        await FillAsync(Unresolved("Jay Tatum", daysBack: 4), Unresolved("Jay Tatum"));

        (await RunAsync("names", "alias", "Jay TATUM Jr.", "11", "--source", "odds_api")).ShouldBe(new Answer(
            0,
            """
            jay tatum of odds_api is 11 Jayson Tatum from 2022-12-23 on. It was nobody's on 2 dates.
            What it concerns is computed anew by the next tick of a running up, or now by: nbaprops rerun --processor unresolved_player_names --from 2022-12-23 --to 2022-12-27

            """,
            string.Empty));
        (await RunAsync("names", "alias", "jay tatum", "11", "--source", "odds_api")).Output.ShouldBe("jay tatum of odds_api is 11 Jayson Tatum from 2022-12-23 on already.\n");

        var alias = (await RunAsync("names", "aliases", "--json")).Json()[0];
        (alias.GetProperty("name").GetString(), alias.GetProperty("source").GetString(), alias.GetProperty("player_id").GetInt64(), alias.GetProperty("from").GetString())
            .ShouldBe(("jay tatum", "odds_api", 11, "2022-12-23"));
        (await RunAsync("names", "aliases")).Output.ShouldContain("jay tatum   odds_api   11 Jayson Tatum   2022-12-23");
        (await RunAsync("names", "list")).Output.ShouldContain(
            "  jay tatum of odds_api is 11 Jayson Tatum from 2022-12-23 on; computed with it by: nbaprops rerun --processor unresolved_player_names --from 2022-12-23 --to 2022-12-27\n");

        var given = (await RunAsync("names", "alias", "jay tatum", "11", "--source", "odds_api", "--from", "2022-12-20", "--json")).Json();
        (given.GetProperty("change").GetString(), given.GetProperty("command").GetString()).ShouldBe(
            ("extended", "nbaprops rerun --processor unresolved_player_names --from 2022-12-20 --to 2022-12-27"));
    }

    [Fact]
    public async Task An_alias_is_taken_back_by_its_name()
    {
        await FillAsync(Unresolved("Jay Tatum"));
        await RunAsync("names", "alias", "Jay Tatum", "11");

        (await RunAsync("names", "alias", "--remove", "Jay Tatum", "--source", "espn")).ShouldBe(
            new Answer(2, string.Empty, "jay tatum has no alias restricted to espn: accepted is a name that nbaprops names aliases shows\n"));
        (await RunAsync("names", "alias", "--remove", "Jay Tatum")).Output.ShouldStartWith("jay tatum of every source is 11 Jayson Tatum from 2022-12-27 on no longer.\n");
        (await RunAsync("names", "aliases")).Output.ShouldBe("There is none.\n");
    }

    [Theory]
    [InlineData("Jay Tatum|99", "Nobody was seen under 99: accepted is the league's person id of a player who stood in a box score")]
    [InlineData("Jalen Brunson|11", "jalen brunson is the name of 14 Jalen Brunson (NYK), who would lose it: accepted is a name that nobody else bears, or the id of one who bears it")]
    [InlineData("Same Name|11", "same name is the name of 12 Same Name (BOS) and of 13 Same Name (NYK), who would lose it: accepted is a name that nobody else bears, or the id of one who bears it")]
    [InlineData("Jalen Brunson|14", "jalen brunson is the name of 14 Jalen Brunson (NYK): it resolves without an alias once he has appeared")]
    [InlineData("Given Already|12", "given already of espn is 11 Jayson Tatum from 2022-12-27 on already. To replace it, first: nbaprops names alias --remove \"given already\" --source espn")]
    [InlineData("...|11", "\"...\" is no name: accepted is one with a letter or a digit in it")]
    [InlineData("Jay Tatum", "Who is meant by jay tatum? Accepted is the league's person id after the name: nbaprops names list shows likely ones")]
    [InlineData("Jay Tatum|Jayson", "Jayson is not a player id: accepted is the league's person id, a whole number above zero")]
    [InlineData("Jay Tatum|11|--source|odds", "--source odds writes no names: accepted are balldontlie, bettingpros, espn, nba_gamebook, nba_injury_report, odds_api")]
    [InlineData("Jay Tatum|11|--remove", "--remove takes back what stands: accepted beside it are a name and --source")]
    [InlineData("Jay Tatum|11|--from|soon", "--from soon is not a date: accepted is a date such as 2022-12-27")]
    public async Task What_cannot_be_an_alias_is_refused_in_one_line_and_nothing_changes(string arguments, string line)
    {
        await FillAsync();
        await RunAsync("names", "alias", "Given Already", "11", "--source", "espn");

        var answer = await RunAsync(["names", "alias", .. arguments.Split('|')]);
        (answer.Code, answer.OneLine()).ShouldBe((2, line));
        (await RunAsync("names", "aliases", "--json")).Json().GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Before_any_day_has_begun_nobody_was_seen()
    {
        Directory.CreateDirectory(Data);
        (await RunAsync("names", "alias", "Jay Tatum", "11")).OneLine().ShouldStartWith("No day has begun");
        (await RunAsync("names", "list", "--json")).ShouldBe(new Answer(0, "[]\n", string.Empty));
    }

    [Fact]
    public async Task Of_two_who_give_aliases_on_one_folder_at_once_nothing_is_lost()
    {
        await FillAsync();
        await using var one = await OpenAsync();
        await using var other = await OpenAsync();
        async Task GiveAsync(EmbeddedStores stores, string who)
        {
            foreach (var letter in "abcdefghijklmnopqrst")
            {
                await new NameAliasStore(stores.Ports.State).GiveAsync(Alias($"{who} {letter}", 11), CancellationToken.None);
            }
        }

        await Task.WhenAll(Task.Run(() => GiveAsync(one, "ann")), Task.Run(() => GiveAsync(other, "ben")));

        (await RunAsync("names", "aliases", "--json")).Json().GetArrayLength().ShouldBe(40);
    }

    private async Task<string?[]> NamesAsync(params string[] arguments) =>
        [.. (await RunAsync(["names", "list", "--json", .. arguments])).Json().EnumerateArray().Select(name => name.GetProperty("name").GetString())];

    private Task<EmbeddedStores> OpenAsync() => EmbeddedStores.OpenAsync(
        new NbaPropsOptions { DataDirectory = Data }, NbaPipeline.Manifest, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);

    private async Task FillAsync(params UnresolvedPlayerNameRow[] names)
    {
        await using var stores = await OpenAsync();
        var day = GameRows.Day;
        await new GameDays(stores.Ports.State, TimeProvider.System, new RuntimeOptions()).ReachAsync(day, Moment.Context, day.At(10), 1, "test", day.At(10), CancellationToken.None);
        await PutAsync(stores.Ports.Warehouse, Players, row => row.GameDate);
        await PutAsync(stores.Ports.Warehouse, names, row => row.GameDate);
    }

    private static async Task PutAsync<TRow>(IWarehouse warehouse, TRow[] rows, Func<TRow, NbaProps.Domain.Calendar.GameDate> date)
        where TRow : WarehouseRow
    {
        var table = Table<TRow>.Instance;
        var lineage = new Lineage("test", "test", DateTimeOffset.UnixEpoch, 1, 1);
        foreach (var day in rows.GroupBy(date))
        {
            var batch = new RowBatch([.. table.Schema.Columns.Select(column => column.Name)], [.. day.Select(row => lineage.Stamp(table.ToValues(row)))]);
            (await warehouse.ReplaceAsync(new PartitionWrite(table.Schema, new(day.Key), 1, batch), CancellationToken.None)).ShouldBe(FencedWrite.Written);
        }
    }
}
