using System.Globalization;

using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Cli.Running;

/// <summary>How far a walk is: a line that redraws itself on a terminal, a line per date elsewhere.</summary>
internal sealed class WalkProgress(TextWriter errors, int total, bool terminal)
{
    private readonly long _began = TimeProvider.System.GetTimestamp();
    private int _done;
    private int _doneHere;

    public void Skip(int dates) => _done += dates;

    public async Task DoingAsync(GameDate date, Moment moment)
    {
        if (terminal)
        {
            var width = 30 * _done / Math.Max(1, total);
            await errors.WriteAsync($"\r[{new string('#', width)}{new string('.', 30 - width)}] {_done}/{total}  {date} {moment,-12} {Left()}    ");
        }
    }

    public async Task DoneAsync(GameDate date)
    {
        _done++;
        _doneHere++;
        if (!terminal)
        {
            await errors.WriteLineAsync($"{date} done, {_done} of {total} {Left()}");
        }
        else if (_done == total)
        {
            await errors.WriteLineAsync();
        }
    }

    private string Left()
    {
        if (_doneHere == 0)
        {
            return string.Empty;
        }

        var left = TimeProvider.System.GetElapsedTime(_began) / _doneHere * (total - _done);
        return string.Create(CultureInfo.InvariantCulture, $"about {left.TotalMinutes:0}:{left.Seconds:00} left");
    }
}
