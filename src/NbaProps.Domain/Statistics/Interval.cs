using System.Runtime.InteropServices;

namespace NbaProps.Domain.Statistics;

/// <summary>A range of values with its centre estimate left to whoever made it.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end, not below the lower.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Interval(double Low, double High)
{
    /// <summary>Upper end minus lower.</summary>
    public double Width => High - Low;

    /// <summary>Whether a value lies in it, ends included.</summary>
    public bool Contains(double value) => value >= Low && value <= High;
}
