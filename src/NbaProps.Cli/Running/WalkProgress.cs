using System.Globalization;

using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline;

using Spectre.Console;
using Spectre.Console.Rendering;

namespace NbaProps.Cli.Running;

/// <summary>Tells on standard error how far a walk is: a progress bar on a terminal, a line per date elsewhere.</summary>
internal sealed class WalkProgress
{
    private readonly TextWriter _errors;
    private readonly WalkPace _pace;
    private readonly ProgressTask? _bar;

    private WalkProgress(TextWriter errors, WalkPace pace, ProgressTask? bar) => (_errors, _pace, _bar) = (errors, pace, bar);

    /// <summary>Walks and tells.</summary>
    public static async Task RunAsync(TextWriter errors, WalkPace pace, Func<WalkProgress, Task> walk)
    {
        if (TerminalOf(errors) is not { } terminal)
        {
            await InLinesAsync(errors, pace, walk);
            return;
        }

        using var others = new LinesAbove(terminal).Take();
        await OnTerminalAsync(terminal, pace, walk);
    }

    /// <summary>For files and pipes.</summary>
    public static Task InLinesAsync(TextWriter errors, WalkPace pace, Func<WalkProgress, Task> walk) => walk(new WalkProgress(errors, pace, bar: null));

    /// <summary>For people. When the walk ends, however it ends, the bar stands still and the cursor is back.</summary>
    public static Task OnTerminalAsync(IAnsiConsole terminal, WalkPace pace, Func<WalkProgress, Task> walk) => terminal.Progress()
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 30 }, new PercentageColumn(), new TimeLeftColumn(pace))
        .StartAsync(async context =>
        {
            var bar = context.AddTask("beginning", maxValue: (double)pace.Total * Moments.All.Count);
            try
            {
                await walk(new WalkProgress(TextWriter.Null, pace, bar));
            }
            finally
            {
                // What stands there for good is where the walk ended.
                context.Refresh();
            }
        });

    /// <summary>A date was done by an earlier try.</summary>
    public void Skip()
    {
        _pace.Skip();
        _bar?.Value = Finished;
    }

    /// <summary>A moment of a date begins.</summary>
    public void Doing(GameDate date, Moment moment)
    {
        if (_bar is not null)
        {
            _bar.Description = string.Create(CultureInfo.InvariantCulture, $"{date} {moment,-11} {_pace.Done,3} of {_pace.Total} dates");
            _bar.Value = Finished + Moments.All.TakeWhile(earlier => earlier != moment).Count();
        }
    }

    /// <summary>A date is done.</summary>
    public async Task DoneAsync(GameDate date)
    {
        _pace.Finish();
        _bar?.Value = Finished;
        await _errors.WriteLineAsync($"{date} done, {_pace.Done.ToString(CultureInfo.InvariantCulture)} of {_pace.Total.ToString(CultureInfo.InvariantCulture)} {_pace.Left()}".TrimEnd());
    }

    private double Finished => (double)_pace.Done * Moments.All.Count;

    // A build server's log is a terminal to some and takes no bar.
    private static IAnsiConsole? TerminalOf(TextWriter errors)
    {
        if (Console.IsErrorRedirected || !ReferenceEquals(errors, Console.Error))
        {
            return null;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(errors) });
        return console.Profile.Capabilities is { Ansi: true, Interactive: true } ? console : null;
    }

    private sealed class TimeLeftColumn(WalkPace pace) : ProgressColumn
    {
        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(pace.Left());
    }
}
