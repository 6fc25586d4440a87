namespace NbaProps.Simulator.Faults.Answering;

/// <summary>A page of the network before the source, with 200, as those that ask for patience or for a person.</summary>
internal static class WaitingPage
{
    private static ReadOnlySpan<byte> Text => "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body><h1>Checking your browser</h1></body></html>\n"u8;

    /// <summary>The page instead of an answer.</summary>
    public static ServedAnswer Instead(ServedAnswer answer) => answer with { ContentType = "text/html; charset=utf-8", Body = Text.ToArray() };
}
