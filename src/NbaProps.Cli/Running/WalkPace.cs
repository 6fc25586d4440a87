using System.Globalization;

namespace NbaProps.Cli.Running;

/// <summary>How many dates of a walk are done, and by their pace how long the others take.</summary>
/// <param name="total">Dates of the walk.</param>
/// <param name="time">The wall clock.</param>
internal sealed class WalkPace(int total, TimeProvider time)
{
    private readonly long _began = time.GetTimestamp();
    private int _here;

    /// <summary>Dates of the walk.</summary>
    public int Total => total;

    /// <summary>Dates that are done, those of an earlier try included.</summary>
    public int Done { get; private set; }

    /// <summary>A date was done by an earlier try: it says nothing about the pace.</summary>
    public void Skip() => Done++;

    /// <summary>A date is done.</summary>
    public void Finish() => (Done, _here) = (Done + 1, _here + 1);

    /// <summary>Such as <c>about 1:05 left</c>, minutes and seconds; empty before the first date is done.</summary>
    public string Left()
    {
        if (_here == 0)
        {
            return string.Empty;
        }

        var left = time.GetElapsedTime(_began) / _here * (total - Done);
        var hours = (int)left.TotalHours;
        return hours == 0
            ? string.Create(CultureInfo.InvariantCulture, $"about {left.Minutes}:{left.Seconds:00} left")
            : string.Create(CultureInfo.InvariantCulture, $"about {hours}:{left.Minutes:00}:{left.Seconds:00} left");
    }
}
