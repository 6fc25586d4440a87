namespace NbaProps.Domain.Text;

/// <summary>How unlike two words are.</summary>
public static class EditDistance
{
    /// <summary>Levenshtein's distance: the least number of letters to insert, leave out or replace. Letters are compared ordinally, case included.</summary>
    public static int Of(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var row = 1; row <= left.Length; row++)
        {
            var current = new int[right.Length + 1];
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                current[column] = Math.Min(
                    Math.Min(current[column - 1], previous[column]) + 1,
                    previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1));
            }

            previous = current;
        }

        return previous[right.Length];
    }
}
