using NbaProps.Cli.Running;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline;
using NbaProps.Tests.Support;

using Spectre.Console;

namespace NbaProps.Tests.Cli;

public sealed class WalkProgressTests
{
    private const string HideCursor = "\u001b[?25l";
    private const string ShowCursor = "\u001b[?25h";

    private static readonly GameDate First = new(2022, 10, 18);

    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(1, 36, "about 0:36 left")]
    [InlineData(1, 96, "about 1:36 left")]
    [InlineData(2, 60, "")]
    [InlineData(1, 3_905, "about 1:05:05 left")]
    public void The_time_left_is_that_of_the_dates_that_are_left(int done, int seconds, string left)
    {
        var pace = new WalkPace(2, _time);
        pace.Left().ShouldBeEmpty();
        for (var date = 0; date < done; date++)
        {
            _time.Advance(TimeSpan.FromSeconds(seconds));
            pace.Finish();
        }

        pace.Left().ShouldBe(left.Length > 0 ? left : "about 0:00 left");
    }

    [Fact]
    public void Dates_of_an_earlier_try_say_nothing_about_the_pace()
    {
        var pace = new WalkPace(10, _time);
        for (var date = 0; date < 8; date++)
        {
            pace.Skip();
        }

        pace.Left().ShouldBeEmpty();
        _time.Advance(TimeSpan.FromSeconds(20));
        pace.Finish();
        (pace.Done, pace.Left()).ShouldBe((9, "about 0:20 left"));
    }

    [Fact]
    public async Task A_pipe_gets_a_line_per_date_and_nothing_else()
    {
        using var errors = new StringWriter();
        await WalkProgress.RunAsync(errors, new WalkPace(3, _time), WalkAsync);
        errors.ToString().ShouldBe("2022-10-19 done, 2 of 3 about 0:30 left\n2022-10-20 done, 3 of 3 about 0:00 left\n");
    }

    [Fact]
    public async Task A_terminal_gets_a_bar_with_date_moment_percentage_and_time_left()
    {
        using var terminal = new StringWriter();
        await WalkProgress.OnTerminalAsync(ConsoleOn(terminal), new WalkPace(3, _time), async progress =>
        {
            await WalkAsync(progress);
            progress.Doing(First.AddDays(2), Moment.NextMorning);
        });
        var last = terminal.ToString().Split('\n').Last(line => line.Contains("dates", StringComparison.Ordinal));
        last.ShouldContain("2022-10-20 NextMorning   3 of 3 dates");
        last.ShouldContain("100%");
        last.ShouldContain("about 0:00 left");
        TheCursorIsBack(terminal);
    }

    [Fact]
    public async Task Whoever_is_interrupted_has_the_cursor_back_and_sees_how_far_it_came()
    {
        using var terminal = new StringWriter();
        await Should.ThrowAsync<OperationCanceledException>(() => WalkProgress.OnTerminalAsync(ConsoleOn(terminal), new WalkPace(4, _time), progress =>
        {
            progress.Skip();
            progress.Doing(First.AddDays(1), Moment.NextMorning);
            throw new OperationCanceledException();
        }));

        // One date of four and two moments of three of the next one.
        var last = terminal.ToString().Split('\n').Last(line => line.Contains("dates", StringComparison.Ordinal));
        last.ShouldContain("2022-10-19 NextMorning   1 of 4 dates");
        last.ShouldContain("41%");
        TheCursorIsBack(terminal);
    }

    [Fact]
    public void What_others_write_comes_above_the_bar_line_by_line()
    {
        using var terminal = new StringWriter();
        using (var lines = new LinesAbove(ConsoleOn(terminal)))
        {
            lines.Write("a [warn");
            terminal.ToString().ShouldBeEmpty();
            lines.Write("ing]\r\nanother\nunfinished");
            terminal.ToString().ShouldBe("a [warning]\nanother\n");
        }

        terminal.ToString().ShouldBe("a [warning]\nanother\nunfinished\n");
    }

    private async Task WalkAsync(WalkProgress progress)
    {
        progress.Skip();
        for (var date = First.AddDays(1); date <= First.AddDays(2); date = date.AddDays(1))
        {
            foreach (var moment in Moments.All)
            {
                progress.Doing(date, moment);
                _time.Advance(TimeSpan.FromSeconds(10));
            }

            await progress.DoneAsync(date);
        }
    }

    private static IAnsiConsole ConsoleOn(StringWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            ColorSystem = ColorSystemSupport.NoColors,
        });
        console.Profile.Width = 120;
        return console;
    }

    private static void TheCursorIsBack(StringWriter terminal)
    {
        var text = terminal.ToString();
        text.ShouldContain(HideCursor);
        text.LastIndexOf(ShowCursor, StringComparison.Ordinal).ShouldBeGreaterThan(text.LastIndexOf(HideCursor, StringComparison.Ordinal));
    }
}
