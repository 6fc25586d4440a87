namespace NbaProps.Simulator.Faults.Answering;

/// <summary>An answer that ends between its first and its last third; its length says that it is whole.</summary>
internal static class CutOff
{
    /// <summary>What is left of an answer.</summary>
    /// <param name="number">Says where it ends.</param>
    /// <param name="answer">With a payload.</param>
    public static ServedAnswer Of(int number, ServedAnswer answer)
    {
        var third = answer.Body.Length / 3;
        return answer.With(answer.Body[..Math.Max(1, third + (number % Math.Max(1, third)))]);
    }
}
