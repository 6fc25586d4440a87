using NbaProps.Shared.Pipeline.Expected;

namespace NbaProps.Cli.Rendering;

/// <summary>A state as a glyph and a word: never told apart by colour alone.</summary>
internal static class Glyphs
{
    public static string Of(ExpectedState state) => state switch
    {
        ExpectedState.NotDue => "· not due",
        ExpectedState.Expected => "○ expected",
        ExpectedState.Running => "▶ running",
        ExpectedState.Complete => "● complete",
        ExpectedState.EmptyOk => "◌ empty ok",
        ExpectedState.Degraded => "◐ degraded",
        ExpectedState.Failed => "✗ failed",
        ExpectedState.Blocked => "■ blocked",
        ExpectedState.Overdue => "! overdue",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state."),
    };
}
