using NbaProps.Cli.Commands;
using NbaProps.Cli.Rendering;
using NbaProps.Domain;
using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Cli;

/// <summary>What people and scripts read, to the letter.</summary>
public sealed class RenderingTests
{
    [Fact]
    public void The_exit_codes_are_what_scripts_depend_on() =>
        (ExitCodes.Done, ExitCodes.Failed, ExitCodes.WrongUsage, ExitCodes.CheckFailed).ShouldBe((0, 1, 2, 3));

    [Fact]
    public void Every_state_has_a_glyph_and_a_word_of_its_own()
    {
        var shown = Enum.GetValues<ExpectedState>().Select(Glyphs.Of).ToArray();
        shown.ShouldBe(["· not due", "○ expected", "▶ running", "● complete", "◌ empty ok", "◐ degraded", "✗ failed", "■ blocked", "! overdue"]);
        shown.Select(text => text[0]).Distinct().Count().ShouldBe(shown.Length);
        Should.Throw<ArgumentOutOfRangeException>(() => Glyphs.Of((ExpectedState)99));
    }

    [Fact]
    public void A_table_takes_texts_as_they_are_and_does_not_break_lines()
    {
        var wide = new string('x', 250);
        using var output = new StringWriter();
        TextTable.Write(output, ["[team]", "reason"], [["[red]LAL[/]", wide], ["Dončić", string.Empty]]);
        Lines(output).ShouldBe(
        [
            "  [team]        reason",
            new string('─', 268),
            $"  [red]LAL[/]   {wide}",
            "  Dončić",
        ]);
    }

    [Fact]
    public void A_cell_is_written_the_same_on_every_machine() =>
        new object?[] { null, 0.5, 1234L, "NULL", new DateTimeOffset(2022, 12, 27, 1, 2, 3, TimeSpan.Zero), new byte[] { 0, 255 } }
            .Select(TextTable.Text).ShouldBe(["NULL", "0.5", "1234", "NULL", "12/27/2022 01:02:03 +00:00", "00ff"]);

    [Fact]
    public async Task The_status_as_json_says_null_where_nothing_is_known()
    {
        var date = GameRows.Day;
        var props = new UnitKey("odds_api_player_points_props", new(date));
        var box = new UnitKey("player_game_summary", new(date, GameId.Parse("0022200512")));
        ExpectedOutput[] outputs =
        [
            new(props, ExpectedState.Complete, string.Empty, null, 0, null, 103, Actionable: false),
            new(box, ExpectedState.Blocked, "waits for \"lines\"", props, 2, null, 0, Actionable: false),
        ];
        var incident = new Incident
        {
            Key = "k", Severity = Severity.Critical, Title = "t", Cause = "c", Done = "d", Command = "nbaprops status", OpenedAt = default, UpdatedAt = default,
        };
        using var output = new StringWriter();
        await JsonOutput.WriteAsync(output, json => StatusJson.Write(json, new(outputs, [incident], [], Plays: null, Beat: null, IsAlone: false, Source: "sim:1")));
        output.ToString().ShouldBe(
            """
            {"watcher":null,"outputs":[{"processor":"odds_api_player_points_props","date":"2022-12-27","game_id":null,"state":"Complete","cause":"","waits_for":null,"rows":103,"attempts":0},
            {"processor":"player_game_summary","date":"2022-12-27","game_id":"0022200512","state":"Blocked","cause":"waits for \"lines\"","waits_for":"odds_api_player_points_props|2022-12-27","rows":0,"attempts":2}],
            "incidents":[{"key":"k","severity":"Critical","title":"t","cause":"c","done":"d","command":"nbaprops status"}],"credits":[]}
            """.ReplaceLineEndings(string.Empty) + "\n");
    }

    internal static IEnumerable<string> Lines(StringWriter output) => output.ToString().Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0);
}
