using NbaProps.EndToEnd.Support;

namespace NbaProps.EndToEnd.Killing;

/// <summary>Dates of a league walked twice, once among kills, and what came of it.</summary>
/// <param name="Kills">How often each process was killed.</param>
/// <param name="AtWork">Those of the kills that came while a moment was worked on; the others came when it was done.</param>
/// <param name="Rows">Rows in all tables of the undisturbed walk.</param>
/// <param name="Problems">What was not at rest, and rows that only one of the two has.</param>
internal sealed record KilledLeague(IReadOnlyDictionary<string, int> Kills, int AtWork, long Rows, IReadOnlyList<string> Problems)
{
    /// <param name="seed">The league, and who is killed when.</param>
    /// <param name="dates">How many dates with games.</param>
    /// <param name="kills">How many kills.</param>
    /// <param name="folder">A folder that both walks get a folder in.</param>
    public static async Task<KilledLeague> RunAsync(int seed, int dates, int kills, string folder)
    {
        await using var league = await ProcessLeague.StartAsync(seed, dates);
        var (quiet, killed) = (new Folder(Path.Combine(folder, "quiet")), new Folder(Path.Combine(folder, "killed")));
        await QuietWalk.RunAsync(league, quiet.Path);
        await using var walk = await KilledWalk.StartAsync(league, killed.Path);
        await walk.WalkAsync(new KillPlan(seed), kills);
        var problems = await walk.ProblemsAsync();
        var (left, right) = (quiet.Content(), killed.Content());

        // As sets two tables with the same rows are equal, whatever one of them has twice.
        var doubled = left.Where(table => table.Value.Length != right[table.Key].Length).Select(table => $"{table.Key} has {table.Value.Length} rows, and {right[table.Key].Length} among kills");
        return new KilledLeague(walk.Kills, walk.AtWork, left.Sum(table => table.Value.Length), [.. problems, .. doubled, .. Folder.Differences(left, right)]);
    }
}
