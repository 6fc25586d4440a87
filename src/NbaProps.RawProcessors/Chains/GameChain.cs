using NbaProps.Domain;

namespace NbaProps.RawProcessors.Chains;

/// <summary>Takes each game from the first source that has all of it; where none has, from the first that has a part.</summary>
internal static class GameChain
{
    /// <summary>The rows of the games.</summary>
    /// <param name="games">The games to look for; of one that no source has there is a problem.</param>
    /// <param name="sources">The sources, the preferred one first. A later one is asked only about games that those before it do not have.</param>
    public static (IReadOnlyList<TRow> Rows, IReadOnlyList<string> Problems, int Games) Take<TRow>(IEnumerable<GameId> games, IReadOnlyList<IGameSource<TRow>> sources)
    {
        var rows = new List<TRow>();
        var problems = new List<string>();
        var taken = 0;
        foreach (var game in games.Distinct().Order())
        {
            var lines = sources.Select(source => source.Of(game)).OfType<GameRows<TRow>>().Where(found => found.Rows.Count > 0);
            if (Best(lines) is not { } best)
            {
                problems.Add($"{game} is final and no source has it");
                continue;
            }

            taken++;
            rows.AddRange(best.Rows);
            problems.AddRange(best.Missing is { } missing ? [missing, .. best.Notes] : best.Notes);
        }

        return (rows, problems, taken);
    }

    private static GameRows<TRow>? Best<TRow>(IEnumerable<GameRows<TRow>> found)
    {
        GameRows<TRow>? part = null;
        foreach (var lines in found)
        {
            if (lines.Missing is null)
            {
                return lines;
            }

            part ??= lines;
        }

        return part;
    }
}
