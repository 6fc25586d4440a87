using System.Text;

using Spectre.Console;

namespace NbaProps.Cli.Running;

/// <summary>Standard error while a progress bar is at the terminal's last line: what others write, warnings above all, comes above it, line by line.</summary>
/// <param name="terminal">The terminal of the bar.</param>
internal sealed class LinesAbove(IAnsiConsole terminal) : TextWriter
{
    private readonly Lock _door = new();
    private readonly StringBuilder _line = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        lock (_door)
        {
            if (value != '\n')
            {
                _line.Append(value);
                return;
            }

            terminal.WriteLine(_line.ToString().TrimEnd('\r'));
            _line.Clear();
        }
    }

    /// <summary>Puts itself in standard error's place.</summary>
    /// <returns>Ends that.</returns>
    public IDisposable Take()
    {
        var before = Console.Error;
        Console.SetError(this);
        return new Place(this, before);
    }

    protected override void Dispose(bool disposing)
    {
        if (_line.Length > 0)
        {
            Write('\n');
        }

        base.Dispose(disposing);
    }

    private sealed class Place(LinesAbove lines, TextWriter before) : IDisposable
    {
        public void Dispose()
        {
            Console.SetError(before);
            lines.Dispose();
        }
    }
}
